import CourseModel
import Identifiers
import SourceCore

/// Tells what could not be checked for want of history or objects.
struct UnverifiedReuse: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/unverified", summary: "Reuse cannot be verified, because history is not at hand.",
    why: """
      A check that did not happen looks like one that passed. Downloaded archives and shallow \
      clones leave out the commits that releases are found in.
      """, severity: .warning, scope: .academy, source: "Course format 1, releases")
  static let isErrorWhenLocked = true

  static let examples: [Example] = [
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"), ExampleCourses.branching,
        ExampleCourses.north(course: "⟦office-a/git-basics⟧"), ExampleCourses.copy(),
      ]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    own(facts, report)
    for reuse in facts.reuses {
      var told: [(limit: ReleaseSet.Limit, lessons: [String])] = []
      for lesson in reuse.lessons {
        for case .unverified(let limit) in lesson.problems {
          if let i = told.firstIndex(where: { $0.limit == limit }) {
            told[i].lessons.append(lesson.pair.own)
          } else {
            told.append((limit, [lesson.pair.own]))
          }
        }
      }
      for (limit, lessons) in told {
        let (fact, remedy) = described(limit, reuse.label)
        let subject =
          (lessons.count == 1 ? "lesson " : "lessons ") + WordList.quoted(lessons)
        report(
          .inManifest(
            of: facts.course, reuse.declaration.courseRange,
            "\(subject) cannot be verified against `\(reuse.declaration.course)`: \(fact)",
            help: remedy))
      }
    }
  }

  /// The course's own releases matter to whoever bundles or reuses it.
  private func own(_ facts: ReuseFacts, _ report: (ReuseFinding) -> Void) {
    guard facts.course.metadata.id != nil, let limit = facts.releases.limit else { return }
    switch limit {
    case .noHistory: return
    case .shallow:
      // The newest release is the last to be cut off, so one that is seen is the right one.
      guard facts.releases.releases.isEmpty else { return }
    case .unreadable: break
    }
    let (fact, remedy) = described(limit, "this repository")
    report(
      ReuseFinding(.root, nil, "this course's releases cannot be told: \(fact)", help: remedy))
  }

  private func described(_ limit: ReleaseSet.Limit, _ label: String) -> (String, String?) {
    switch limit {
    case .noHistory:
      (
        "\(label) is a folder without Git history",
        "clone the repository instead of downloading its files, and check again"
      )
    case .shallow:
      (
        "\(label) is a shallow clone, which hides releases",
        "run `git fetch --unshallow --tags` there"
      )
    case .unreadable(let failure): (failure.asClause, failure.help)
    }
  }
}
