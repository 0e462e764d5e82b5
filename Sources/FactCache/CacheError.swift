import CLibSQLite

/// What SQLite said no to.
struct CacheError: Error {
  /// SQLite's result code, with what it says more closely.
  let code: Int32

  init(_ code: Int32) { self.code = code }

  /// Less could be read than there should be, as of a file that was cut.
  private static let shortRead = SQLITE_IOERR | 2 << 8

  /// What comes from the system or from other processes, and goes by.
  private static let passing = [
    SQLITE_BUSY, SQLITE_CANTOPEN, SQLITE_FULL, SQLITE_INTERRUPT, SQLITE_IOERR, SQLITE_LOCKED,
    SQLITE_NOLFS, SQLITE_NOMEM, SQLITE_PERM, SQLITE_PROTOCOL, SQLITE_READONLY,
  ]

  /// Whether the file is no cache that can be used, now or later.
  ///
  /// A damaged one shows in many ways: a row may be too long, a table not be there.
  var isDamage: Bool { code == Self.shortRead || !Self.passing.contains(code & 0xFF) }
}
