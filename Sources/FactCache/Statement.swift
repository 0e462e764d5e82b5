import CLibSQLite

/// A prepared statement, finalised at the end of its life.
@safe struct Statement: ~Copyable {
  private let pointer: OpaquePointer

  init(_ sql: String, in database: OpaquePointer) throws(CacheError) {
    var made: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(database, sql, -1, &made, nil)
    guard code == SQLITE_OK, let made = unsafe made else { throw CacheError(code) }
    unsafe pointer = made
  }

  deinit { unsafe sqlite3_finalize(pointer) }

  /// Gives the parameter at a place, from 1, a value.
  func bind(_ place: Int32, _ value: Int64) { unsafe sqlite3_bind_int64(pointer, place, value) }

  /// Gives the parameter at a place, from 1, a value.
  func bind(_ place: Int32, _ value: [UInt8]) {
    _ = unsafe value.withUnsafeBytes {
      unsafe academy_sqlite_bind_copy(pointer, place, $0.baseAddress, Int32($0.count))
    }
  }

  /// Goes to the next row; false at the end.
  func step() throws(CacheError) -> Bool {
    let code = unsafe sqlite3_step(pointer)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw CacheError(code)
    }
  }

  /// Makes the statement ready to be run again.
  func reset() { unsafe sqlite3_reset(pointer) }

  /// The number in a column of the row, from 0.
  func number(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(pointer, column) }

  /// The bytes in a column of the row, from 0, behind their checksum.
  func checkedBytes(_ column: Int32) throws(CacheError) -> [UInt8] {
    let count = Int(unsafe sqlite3_column_bytes(pointer, column))
    guard count > 0, let start = unsafe sqlite3_column_blob(pointer, column) else {
      throw CacheError(SQLITE_CORRUPT)
    }
    let stored = unsafe UnsafeRawBufferPointer(start: start, count: count)
    guard unsafe Checksum.stands(before: stored) else { throw CacheError(SQLITE_CORRUPT) }
    return unsafe [UInt8](UnsafeRawBufferPointer(rebasing: stored[8...]))
  }

  /// The bytes in a column of the row, from 0.
  func bytes(_ column: Int32) -> [UInt8] {
    let count = Int(unsafe sqlite3_column_bytes(pointer, column))
    guard count > 0, let start = unsafe sqlite3_column_blob(pointer, column) else { return [] }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}
