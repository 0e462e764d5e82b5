import Glibc

/// Held by every process that has the cache open; only who holds it alone may delete its files.
///
/// SQLite must never lose its files under its feet: a process could read the old file with the new
/// one's journal. The system lets go of the lock with the process.
struct SharedLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock with others; nil where the file cannot be made or somebody is deleting.
  init?(_ path: String) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    // Deleting takes a moment only.
    for _ in 0..<50 {
      if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return }
      usleep(2_000)
    }
    close(descriptor)
    return nil
  }

  deinit { close(descriptor) }

  /// Takes the lock alone; false where others hold it, and then it may be lost altogether.
  func takeAlone() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  /// Shares the lock again.
  func share() -> Bool { flock(descriptor, LOCK_SH | LOCK_NB) == 0 }
}
