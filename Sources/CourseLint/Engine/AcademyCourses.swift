import CourseModel
import Identifiers
import SourceCore

/// The courses of an academy, as its rules look them up: gathered once, and asked for each course.
public final class AcademyCourses {
  /// All courses, those that are only reused from among them.
  public let all: [AcademyCourse]

  /// Gathers some courses.
  public init(_ all: [AcademyCourse]) { self.all = all }

  /// Where the course with an id is; the first counts.
  private(set) lazy var byID: [String: Int] = {
    var byID: [String: Int] = [:]
    for (i, course) in all.enumerated() {
      if let id = course.id, byID[id] == nil { byID[id] = i }
    }
    return byID
  }()

  /// The ids, to find the one that was meant.
  private(set) lazy var names = NearMatch.Index(byID.keys.sorted())

  /// Which courses need each other in a circle.
  private(set) lazy var circles = Circles(
    byID.mapValues { all[$0].course.metadata.prerequisites.compactMap { $0.course?.value } })

  /// Where the courses are that each course needs, of those that are known.
  private(set) lazy var needs = all.map { course in
    course.course.metadata.prerequisites.compactMap { $0.course.flatMap { byID[$0.value] } }
  }
}
