import CLibSQLite

/// What SQLite said no to.
struct CacheError: Error {
  /// SQLite's primary result code.
  let code: Int32

  init(_ code: Int32) { self.code = code & 0xFF }

  /// Whether the file is no cache that can be used, now or later.
  var isDamage: Bool { [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT].contains(code) }
}
