import Glibc
import SourceCore

/// Locks of references that a killed process of ours has left.
extension Repository {
  /// Takes away the lock on a reference that we were about to write when we were killed.
  ///
  /// libgit2 makes such a lock itself and nothing in it says whose it is. So it is only taken away
  /// where the caller knows that it was broken off at this reference, where the lock holds nothing
  /// else than the beginning of what was to be written, and where nobody ends it within a second:
  /// another Git command holds one for some thousandths.
  ///
  /// - Parameter target: what was to be written; nil for the id of an object that is not known.
  public func clearAbandonedLock(of reference: String, for target: ObjectID?) {
    let path = "\(commonDirectory)/\(reference).lock"
    for _ in 0..<20 {
      guard Self.isFile(path) else { return }
      usleep(50_000)
    }
    guard let bytes = Self.smallFile(path) else { return }
    let digits = bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
    let isOurs: Bool
    if let target {
      isOurs = Array(target.hex.utf8).starts(with: digits)
    } else {
      isOurs = digits.count <= 40 && digits.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
    }
    if isOurs { unsafe unlink(path) }
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The bytes of a file that is no longer than a reference; nil for any other.
  private static func smallFile(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    guard count >= 0, count < bytes.count else { return nil }
    return Array(bytes[..<count])
  }
}
