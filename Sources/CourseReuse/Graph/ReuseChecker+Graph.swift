import CourseModel
import Identifiers
import SourceCore

extension ReuseChecker {
  /// Which course takes what from which other one; no history is read.
  public func graph() -> ReuseGraph {
    var courses: [String: ReuseGraph.Course] = [:]
    var reuses: [(by: String, number: Int, reuse: ReuseGraph.Reuse)] = []
    for (index, member) in catalog.members.enumerated() {
      let id = member.course.name
      // Of two courses with one id the first counts, as everywhere.
      if courses[id] != nil { continue }
      courses[id] = Self.node(id, member.course.metadata.version?.value, isKnown: true)
      let locked = lockedVersions(index)
      for declaration in member.course.metadata.reuses {
        let lessons = declaration.lessons.map { pair in
          ReuseGraph.Lesson(
            upstream: pair.upstream, own: pair.own,
            version: locked[Taken(pair.own, declaration.course, pair.upstream)])
        }
        reuses.append(
          (
            id, reuses.count,
            ReuseGraph.Reuse(
              by: id, of: declaration.course, kind: declaration.kind, range: declaration.version,
              lessons: lessons)
          ))
      }
    }
    for (_, _, reuse) in reuses where courses[reuse.of] == nil {
      courses[reuse.of] = Self.node(reuse.of, nil, isKnown: false)
    }
    let sorted = reuses.sorted { a, b in
      a.by == b.by ? a.number < b.number : a.by.precedesBytewise(b.by)
    }
    return ReuseGraph(
      courses: courses.values.sorted { $0.id.precedesBytewise($1.id) },
      reuses: sorted.map(\.reuse))
  }

  private struct Taken: Hashable {
    let own: String
    let course: String
    let upstream: String

    init(_ own: String, _ course: String, _ upstream: String) {
      self.own = own
      self.course = course
      self.upstream = upstream
    }
  }

  private func lockedVersions(_ index: Int) -> [Taken: SemVer] {
    let path = RepoPath.root.appending(LockFile.name)
    guard let bytes = try? catalog.file(path, of: index), let lock = try? LockReader.read(bytes)
    else { return [:] }
    var versions: [Taken: SemVer] = [:]
    for entry in lock.entries {
      versions[Taken(entry.own, entry.course, entry.upstream)] = entry.version
    }
    return versions
  }

  private static func node(_ id: String, _ version: SemVer?, isKnown: Bool) -> ReuseGraph.Course {
    let office = id.firstIndex(of: "/").map { String(id[..<$0]) } ?? ""
    return ReuseGraph.Course(id: id, office: office, version: version, isKnown: isKnown)
  }
}
