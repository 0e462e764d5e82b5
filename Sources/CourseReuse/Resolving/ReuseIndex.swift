import CourseModel
import Identifiers

/// Which lessons all known courses have from where, as their manifests and locks say now.
struct ReuseIndex {
  /// A course that reuses a lesson, and the version its lock names.
  struct Taker {
    let member: Int
    let version: SemVer
  }

  /// `course#lesson` to the lessons it was taken from.
  private(set) var origins: [String: [String]] = [:]
  /// `course#lesson` to those who took it.
  private(set) var takers: [String: [Taker]] = [:]

  init(_ catalog: ReuseCatalog) {
    for (i, member) in catalog.members.enumerated() where !member.course.metadata.reuses.isEmpty {
      let lock = catalog.present(i).lock
      for reuse in member.course.metadata.reuses {
        for pair in reuse.lessons {
          let origin = "\(reuse.course)#\(pair.upstream)"
          if let id = member.id { origins["\(id)#\(pair.own)", default: []].append(origin) }
          let entry = lock?.entry(own: pair.own, course: reuse.course, upstream: pair.upstream)
          if let entry {
            takers[origin, default: []].append(.init(member: i, version: entry.version))
          }
        }
      }
    }
  }
}
