import CourseModel
import Identifiers
import SourceCore

/// Flags a reused lesson that is missing upstream or here.
struct UnknownLesson: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/unknown-lesson", summary: "A reused lesson is missing, upstream or here.",
    why: "A pair of ids that leads nowhere tracks nothing: the copy would never be checked.",
    severity: .error, scope: .academy, source: "Course format 1, reuse")

  static let examples: [Example] = [
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"),
        ExampleCourses.north(lessons: "{⟦branchng: branching⟧}"), ExampleCourses.copy(),
      ], history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"),
        ExampleCourses.north(lessons: "{⟦branching: branches⟧}"), ExampleCourses.copy(),
      ], history: [ExampleCourses.release]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    var here: MeantNames?
    var upstream: [ObjectID: MeantNames] = [:]
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        for problem in lesson.problems {
          switch problem {
          case .notUpstream(let release, let ids):
            let name = lesson.pair.upstream
            let place = "`\(reuse.declaration.course)` \(release.version)"
            let near = upstream[release.tree, default: MeantNames(.init(ids))].meant(by: name)
            report(finding(facts.course, lesson, "\(place) has no lesson `\(name)`", near, ids))
          case .notHere(let ids):
            let name = lesson.pair.own
            if here == nil { here = MeantNames(.init(ids)) }
            let near = here?.meant(by: name)
            report(finding(facts.course, lesson, "this course has no lesson `\(name)`", near, ids))
          default: continue
          }
        }
      }
    }
  }

  private func finding(
    _ course: Course, _ lesson: LessonOutcome, _ message: String, _ near: String?, _ ids: [String]
  ) -> ReuseFinding {
    .inManifest(
      of: course, lesson.pair.range, message,
      help: near.map { "write `\($0)`" }
        ?? "write the pair as `upstream lesson: own lesson`, by their ids",
      notes: ids.isEmpty ? [] : ["its lessons are \(WordList.joined(ids))"])
  }
}
