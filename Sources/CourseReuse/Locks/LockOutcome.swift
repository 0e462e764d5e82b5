import SourceCore

/// What becomes of a course's `academy.lock`.
public enum LockOutcome: Sendable {
  /// The course reuses nothing and has no lock.
  case notNeeded
  /// The lock is as it should be and must not be written.
  case unchanged
  /// The lock should hold these bytes.
  case write(path: RepoPath, bytes: [UInt8])
  /// The course no longer reuses anything: the lock should go.
  case remove(path: RepoPath)
  /// No lock can be made; the findings say why.
  case refused([Diagnostic])
}
