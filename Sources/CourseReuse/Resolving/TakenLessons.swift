import CourseModel
import SourceCore

/// Where the copies of another course's lessons are, worked out once for all of them.
final class TakenLessons {
  private let own: CourseSnapshot
  private let lock: LockFile?
  private var released: [Key: [RepoPath: RepoPath]] = [:]
  private var locked: [String: [RepoPath: RepoPath]] = [:]

  private struct Key: Hashable {
    let course: String
    let snapshot: ObjectIdentifier
  }

  /// Prepares to follow what a course reuses; the snapshots it is asked for must outlive it.
  init(by own: CourseSnapshot, _ lock: LockFile?) {
    self.own = own
    self.lock = lock
  }

  private lazy var pairs: [String: [ReuseDeclaration.LessonPair]] = {
    var pairs: [String: [ReuseDeclaration.LessonPair]] = [:]
    for reuse in own.course.metadata.reuses {
      pairs[reuse.course, default: []] += reuse.lessons
    }
    return pairs
  }()

  /// Paths of the lessons of a release that the manifest names, with the paths of their copies.
  func paths(of course: String, in snapshot: CourseSnapshot) -> [RepoPath: RepoPath] {
    let key = Key(course: course, snapshot: ObjectIdentifier(snapshot))
    if let known = released[key] { return known }
    var taken: [RepoPath: RepoPath] = [:]
    for pair in pairs[course] ?? [] {
      guard let path = snapshot.lesson(pair.upstream)?.path else { continue }
      taken[path] = own.lesson(pair.own)?.path
    }
    released[key] = taken
    return taken
  }

  /// Paths of the lessons of a course that the lock names, with the paths of their copies.
  func lockedPaths(of course: String) -> [RepoPath: RepoPath] {
    if let known = locked[course] { return known }
    var taken: [RepoPath: RepoPath] = [:]
    for entry in lock?.entries ?? [] where entry.course == course {
      taken[entry.lesson.path] = own.lesson(entry.own)?.path
    }
    locked[course] = taken
    return taken
  }
}
