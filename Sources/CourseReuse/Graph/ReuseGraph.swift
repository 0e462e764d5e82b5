import CourseModel
import Identifiers

/// Which course takes what from which other one, as manifests and locks say.
public struct ReuseGraph: Sendable {
  /// A course.
  public struct Course: Sendable, Hashable {
    /// Its id; its folder or title where it has none.
    public let id: String
    /// The part of the id before the slash; empty where there is none.
    public let office: String
    /// The version it has now, released or not.
    public let version: SemVer?
    /// Whether its repository is known; else it is only named by others.
    public let isKnown: Bool
  }

  /// A lesson that was taken.
  public struct Lesson: Sendable, Hashable {
    /// Its id in the course it was taken from.
    public let upstream: String
    /// Its id in the course that took it.
    public let own: String
    /// The release it was taken from; nil where it is not locked.
    public let version: SemVer?
  }

  /// One entry of a course's `reuses`.
  public struct Reuse: Sendable, Hashable {
    /// Id of the course that takes.
    public let by: String
    /// Id of the course that it takes from.
    public let of: String
    /// What the copies are.
    public let kind: ReuseDeclaration.Kind
    /// The range of versions, as written.
    public let range: String
    /// The lessons, in the manifest's order.
    public let lessons: [Lesson]

    /// The releases that lessons were taken from, the lowest first, each once.
    public var versions: [SemVer] { Set(lessons.compactMap(\.version)).sorted() }
  }

  /// All courses, in bytewise order of their ids.
  public let courses: [Course]
  /// All reuse, in the order of the courses that take, and of their manifests.
  public let reuses: [Reuse]

  /// Offices with their courses, in bytewise order.
  public var offices: [(name: String, courses: [Course])] {
    var groups: [(name: String, courses: [Course])] = []
    // Sorted ids keep the courses of an office together, but for ids without an office.
    var places: [String: Int] = [:]
    for course in courses {
      if let place = places[course.office] {
        groups[place].courses.append(course)
      } else {
        places[course.office] = groups.count
        groups.append((course.office, [course]))
      }
    }
    return groups
  }
}
