import CLibGit2
import Glibc

/// Finds packs that were cut or replaced: libgit2 passes over them as if they were not there, and
/// says of every object in them only that it is not found.
enum PackCheck {
  /// The path of the first pack, below folders of objects, that its index was not made for.
  static func firstDamaged(in objectFolders: [String]) -> String? {
    objectFolders.lazy.compactMap { damaged(in: $0 + "/pack").min() }.first
  }

  private static func damaged(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var damaged: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      guard name.hasSuffix(".idx") else { continue }
      let base = "\(folder)/\(name.dropLast(4))"
      // An index ends in the checksum of its pack and its own, a pack in its own.
      let expected = bytes(of: base + ".idx", beforeEnd: 40)
      if expected == nil || expected != bytes(of: base + ".pack", beforeEnd: 20) {
        damaged.append(base + ".pack")
      }
    }
    return damaged
  }

  private static func bytes(of path: String, beforeEnd distance: off_t) -> [UInt8]? {
    guard let file = Descriptor(unsafe open(path, O_RDONLY | O_CLOEXEC)) else { return nil }
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0, status.st_size >= distance else { return nil }
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = unsafe pread(file.number, &bytes, bytes.count, status.st_size - distance)
    return count == bytes.count ? bytes : nil
  }
}
