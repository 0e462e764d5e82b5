import CourseModel
import Identifiers
import SourceCore

/// Flags an id that courses in two places declare.
struct SameCourse: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/same-course", summary: "Two courses declare one id.",
    why: """
      Whoever reuses the course gets one or the other, by the order of a list. Mostly one of them is \
      a fork that kept the manifest of the original, and so takes the original's name for its own \
      changes.
      """, severity: .error, scope: .academy, source: "Course format 1, releases")

  static let examples: [Example] = [
    .good(files: [course("a", id: "office-a/loops"), course("b", id: "office-b/loops")]),
    .bad(files: [course("a", id: "⟦office-a/loops⟧"), course("b", id: "office-a/loops")]),
  ]

  private static func course(_ folder: String, id: String) -> Example.File {
    .init("\(folder)/course.yml", "schema: course/1\nid: \(id)\nversion: 0.1.0\n")
  }

  private static let remedy =
    "run `academy adopt --fork-of URL` in the fork: it gets an id of its own and says what it reuses"

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    if !facts.twins.isEmpty, let id = facts.course.metadata.id {
      report(
        .inManifest(
          of: facts.course, id.range,
          "`\(id.value)` is also the id of the course in \(WordList.joined(facts.twins))",
          help: Self.remedy))
    }
    // Of two sources nothing else is told, so whoever reuses from them is.
    var told: Set<String> = []
    for reuse in facts.reuses where reuse.isFromSource && !reuse.twins.isEmpty {
      let id = reuse.declaration.course
      guard told.insert(id).inserted else { continue }
      report(
        .inManifest(
          of: facts.course, reuse.declaration.courseRange,
          "more than one source has the course `\(id)`: \(reuse.label) is taken, and "
            + "\(WordList.joined(reuse.twins)) is not",
          help: "leave the fork out of `sources` in pipeline.json, or \(Self.remedy)"))
    }
  }
}
