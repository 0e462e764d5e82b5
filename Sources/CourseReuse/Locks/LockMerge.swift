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
    // The reader lets no side name a lesson twice.
    let places = Dictionary(
      entries.enumerated().map { ($0.element.pair, $0.offset) }, uniquingKeysWith: { a, _ in a })
    let declared = Self.declared(course)
    for entry in b.entries {
      guard let known = places[entry.pair] else {
        entries.append(entry)
        continue
      }
      let (mine, other) = (rank(entries[known], declared), rank(entry, declared))
      if mine == other ? entries[known].version < entry.version : mine < other {
        entries[known] = entry
      }
    }
    return LockFile(entries)
  }

  /// What the manifest says of each lesson; of two entries the first counts.
  private static func declared(_ course: Course) -> [LockFile.Pair: ReuseDeclaration] {
    var declared: [LockFile.Pair: ReuseDeclaration] = [:]
    for reuse in course.metadata.reuses {
      for lesson in reuse.lessons {
        let pair = LockFile.Pair(own: lesson.own, course: reuse.course, upstream: lesson.upstream)
        if declared[pair] == nil { declared[pair] = reuse }
      }
    }
    return declared
  }

  private static func rank(
    _ entry: LockFile.Entry, _ declared: [LockFile.Pair: ReuseDeclaration]
  ) -> Int {
    guard let declared = declared[entry.pair] else { return 0 }
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
