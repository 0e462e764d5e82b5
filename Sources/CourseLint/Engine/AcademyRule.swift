import CourseModel
import Framework
import Identifiers
import SourceCore

/// A course among the others of an academy, as academy rules see it.
public struct AcademyCourse: Sendable {
  /// The course.
  public let course: Course
  /// Versions that it has, released ones and the one at work; empty where it has none.
  public let versions: [SemVer]
  /// Whether there may be releases that are not known (no repository, a shallow clone).
  public let mayHaveMore: Bool

  /// Makes a course; what its manifest declares counts as a version.
  public init(_ course: Course, releases: ReleaseSet? = nil) {
    self.course = course
    var versions = releases?.releases.map(\.version) ?? []
    if let own = course.metadata.version?.value { versions.append(own) }
    self.versions = versions.sorted()
    mayHaveMore = releases.map { $0.limit != nil } ?? true
  }

  /// The course's id, where its manifest gives one.
  public var id: String? { course.metadata.id?.value }
}

/// A rule that looks at several courses at once.
public protocol AcademyRule: Rule {
  /// Reports what the rule finds in one course, by what is known of all.
  ///
  /// - Parameters:
  ///   - index: the course that is checked.
  ///   - courses: all courses, those that are only reused from among them.
  func check(_ index: Int, among courses: [AcademyCourse], report: (CourseFinding) -> Void)
}

/// Runs the academy rules on the courses of an academy.
public struct AcademyLinter {
  private let framework: Framework
  private let rules: [any Rule]

  /// Makes a linter with the rules that are on.
  public init(framework: Framework, rules: [any Rule] = LintRules.all) {
    self.framework = framework
    self.rules = rules
  }

  /// What the academy rules find in one of the courses, unsorted.
  public func lint(_ index: Int, among courses: [AcademyCourse]) -> [Diagnostic] {
    let course = courses[index].course
    let lifecycle = course.metadata.effectiveLifecycle
    var diagnostics: [Diagnostic] = []
    for case let rule as any AcademyRule in rules {
      let info = rule.info
      let severity = framework.severity(of: info, lifecycle: lifecycle)
      rule.check(index, among: courses) { found in
        diagnostics.append(found.diagnostic(info, severity, in: course))
      }
    }
    return diagnostics
  }
}
