import CourseModel
import Identifiers
import SourceCore

/// Takes both sides of a lock with a merge's conflict in it together.
enum LockMerge {
  /// The lock that both sides agree on; nil where a side is no lock.
  ///
  /// Where both name a lesson, the entry that the manifest's range allows is taken, of two the one
  /// with the higher version: whoever moved it on meant to.
  static func mend(_ bytes: [UInt8], _ course: Course) -> LockFile? {
    let (ours, theirs) = sides(bytes)
    guard let a = try? LockReader.read(ours), let b = try? LockReader.read(theirs) else {
      return nil
    }
    var entries = a.entries
    for entry in b.entries {
      let known = entries.firstIndex {
        $0.own == entry.own && $0.course == entry.course && $0.upstream == entry.upstream
      }
      guard let known else {
        entries.append(entry)
        continue
      }
      let (mine, other) = (rank(entries[known], course), rank(entry, course))
      if mine == other ? entries[known].version < entry.version : mine < other {
        entries[known] = entry
      }
    }
    return LockFile(entries)
  }

  private static func rank(_ entry: LockFile.Entry, _ course: Course) -> Int {
    let declared = course.metadata.reuses.first { reuse in
      reuse.course == entry.course
        && reuse.lessons.contains { $0.own == entry.own && $0.upstream == entry.upstream }
    }
    guard let declared else { return 0 }
    let isAllowed = VersionRange(declared.version)?.contains(entry.version) == true
    return isAllowed && declared.kind == entry.kind ? 2 : 1
  }

  /// The text as either side had it; a common ancestor between them is left out.
  private static func sides(_ bytes: [UInt8]) -> (ours: [UInt8], theirs: [UInt8]) {
    enum Part { case both, ours, ancestor, theirs }
    var part = Part.both
    var (ours, theirs): ([UInt8], [UInt8]) = ([], [])
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      start = end
      if line.starts(with: "<<<<<<<".utf8) {
        part = .ours
      } else if line.starts(with: "|||||||".utf8) {
        part = .ancestor
      } else if line.starts(with: "=======".utf8) {
        part = .theirs
      } else if line.starts(with: ">>>>>>>".utf8) {
        part = .both
      } else {
        if part == .both || part == .ours { ours += line }
        if part == .both || part == .theirs { theirs += line }
      }
    }
    return (ours, theirs)
  }
}
