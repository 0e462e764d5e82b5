import CourseModel
import Digest
import SourceCore

/// Judges a copy by a lock's digests alone, for want of the release.
struct LockWitness {
  let entry: LockFile.Entry

  /// Whether these bytes are the locked original, apart from line endings and a byte-order mark.
  func isCopy(_ bytes: [UInt8]) -> Bool {
    if SHA256.hex(bytes) == entry.lesson.sha256 { return true }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for (i, byte) in bytes.enumerated() {
      if byte == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { continue }
      plain.append(byte)
    }
    if plain.starts(with: [0xEF, 0xBB, 0xBF]) { plain.removeFirst(3) }
    return plain.count != bytes.count && SHA256.hex(plain) == entry.lesson.sha256
  }

  /// The locked files that the copy does not show, or shows with another content.
  func differences(_ copy: Lesson, in course: CourseSnapshot) throws(ReadFailure)
    -> [AssetDifference]
  {
    guard !entry.assets.isEmpty else { return [] }
    var shown: [RepoPath: String] = [:]
    for path in course.assets(of: copy) { shown[path] = try course.content(of: path).sha256 }
    let digests = Set(shown.values)
    return entry.assets.filter { !digests.contains($0.sha256) }.compactMap { asset in
      let path = shown.keys.sorted().first { $0.name == asset.path.name }
      // What is not there at all is a broken link, which is told as such.
      guard let path else { return nil }
      let spot = LinkSpot.all(in: copy).first { spot in
        guard case .local(let written, _) = spot.target else { return false }
        return course.resolver.resolve(written, from: copy.path) == .file(path)
      }
      return AssetDifference(range: spot?.range, path: path, upstreamPath: asset.path)
    }
  }
}
