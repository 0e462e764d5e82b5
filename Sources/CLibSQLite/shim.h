#include <sqlite3.h>

// Bytes that SQLite copies at once; the constant is a cast, which Swift does not import.
static inline int academy_sqlite_bind_copy(
    sqlite3_stmt *statement, int place, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, place, bytes, count, SQLITE_TRANSIENT);
}
