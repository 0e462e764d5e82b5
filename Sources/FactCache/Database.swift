import CLibSQLite
import Glibc

/// The cache's table in an SQLite file.
///
/// It is in WAL mode: readers never wait, writers wait for each other, and whoever is killed leaves
/// whole transactions behind. Each value carries a checksum, because SQLite has none.
@safe final class Database {
  /// Changes with the table's form; files with another number are dropped.
  private static let format = 1
  /// Bytes of a page: rows of courses are megabytes, of which each page is a read.
  private static let pageSize = 16_384
  /// Bytes of the journal from which on it is emptied: each process reads all of it when it begins.
  private static let longJournal = 1 << 20
  /// Milliseconds for which a process waits for another one.
  private static let patience = 2_000 as Int32

  private let pointer: OpaquePointer
  private let path: String

  /// Opens the file, and makes the table where there is none.
  init(_ path: String) throws(CacheError) {
    var made: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(path, &made, flags, nil)
    guard code == SQLITE_OK, let made = unsafe made else {
      unsafe sqlite3_close_v2(made)
      throw CacheError(code)
    }
    unsafe pointer = made
    self.path = path
    unsafe sqlite3_extended_result_codes(made, 1)
    unsafe sqlite3_busy_timeout(made, Self.patience)
    // The cache comes from outside as far as this process knows. It need not outlive a power cut:
    // what is damaged then shows, and waiting for the disk takes longer than a run does.
    try run("PRAGMA trusted_schema = OFF; PRAGMA synchronous = OFF;")
    if try number("PRAGMA user_version") != Self.format { try make() }
  }

  deinit { unsafe sqlite3_close_v2(pointer) }

  private func make() throws(CacheError) {
    // Both settings hold only from before the first table on, and outside transactions.
    try run(
      "PRAGMA page_size = \(Self.pageSize); PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;"
    )
    try transaction { () throws(CacheError) in
      let version = try number("PRAGMA user_version")
      // Another process may have been quicker.
      if version == Self.format { return }
      guard version == 0, try number("SELECT COUNT(*) FROM sqlite_schema") == 0 else {
        throw CacheError(SQLITE_FORMAT)
      }
      try run(
        """
        CREATE TABLE facts (
          id INTEGER PRIMARY KEY, rest BLOB NOT NULL, used INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE TABLE runs (latest INTEGER NOT NULL);
        INSERT INTO runs VALUES (1);
        PRAGMA user_version = \(Self.format);
        """)
    }
  }

  /// Runs statements that give nothing.
  func run(_ sql: String) throws(CacheError) {
    let code = unsafe sqlite3_exec(pointer, sql, nil, nil, nil)
    if code != SQLITE_OK { throw CacheError(code) }
  }

  /// Prepares a statement.
  func statement(_ sql: String) throws(CacheError) -> Statement {
    try unsafe Statement(sql, in: pointer)
  }

  /// The number that a statement gives.
  func number(_ sql: String) throws(CacheError) -> Int {
    let statement = try statement(sql)
    return try statement.step() ? Int(statement.number(0)) : 0
  }

  /// Does something as one step: all of it, or nothing where it throws or the process ends.
  func transaction(
    reading: Bool = false, _ body: () throws(CacheError) -> Void
  ) throws(CacheError) {
    try run(reading ? "BEGIN" : "BEGIN IMMEDIATE")
    do throws(CacheError) {
      try body()
      try run("COMMIT")
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  /// Moves a long journal into the file; a short one stays, and so does one that others read.
  func shortenJournal() {
    var status = stat()
    guard unsafe stat(path + "-wal", &status) == 0, status.st_size > Self.longJournal else {
      return
    }
    unsafe sqlite3_busy_timeout(pointer, 0)
    defer { unsafe sqlite3_busy_timeout(pointer, Self.patience) }
    _ = unsafe sqlite3_wal_checkpoint_v2(
      pointer, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
  }

  /// Bytes that the table takes up, without what is free.
  var size: Int {
    get throws(CacheError) {
      let pages = try number("PRAGMA page_count") - number("PRAGMA freelist_count")
      return try pages * number("PRAGMA page_size")
    }
  }
}
