import CLibSQLite

/// What SQLite said no to.
struct CacheError: Error {
  /// SQLite's result code, with what it says more closely.
  let code: Int32

  init(_ code: Int32) { self.code = code }

  /// Less could be read than there should be, as of a file that was cut.
  private static let shortRead = SQLITE_IOERR | 2 << 8

  /// Whether the file is no cache that can be used, now or later.
  var isDamage: Bool {
    code == Self.shortRead || [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT].contains(code & 0xFF)
  }
}
