import CourseModel
import SourceCore
import StructuredData

/// Flags an adapted lesson whose entry does not say what was changed.
struct StatedChanges: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/changes", summary: "An adapted lesson does not say what was changed.",
    why: """
      Creative Commons' licences ask whoever changes a work to say so, and a reader who knows the \
      original wants to know where this one differs.
      """, severity: .error, followsLifecycle: true, scope: .academy, source: "CC BY 4.0, 3.a.1.B")

  private static let changed = "A branch is a label for a commit.\n\nMake one.\n"

  private static func files(_ more: String, isBad: Bool, kind: String = "adapted") -> [Example.File]
  {
    [
      ExampleCourses.basics("1.0.0"),
      ExampleCourses.north(
        course: isBad ? "⟦office-a/git-basics⟧" : "office-a/git-basics", kind: kind, more: more),
      ExampleCourses.copy(changed),
    ]
  }

  static let examples: [Example] = [
    .good(
      files: files("    changes: Calls a branch a label.\n", isBad: false),
      history: [ExampleCourses.release]),
    .good(
      files: files("    changes: {en: Calls it a label., fr: Dit étiquette.}\n", isBad: false),
      history: [ExampleCourses.release]),
    .good(files: files("", isBad: false, kind: "verbatim"), history: [ExampleCourses.release]),
    .bad(files: files("", isBad: true), history: [ExampleCourses.release]),
    .bad(files: files("    changes: \"\"\n", isBad: true), history: [ExampleCourses.release]),
    .bad(files: files("    changes: \"  \"\n", isBad: true), history: [ExampleCourses.release]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses where reuse.declaration.kind == .adapted {
      let node = facts.course.reuse(reuse.declaration)?["changes"]
      let texts = node?.object?.compactMap { $0.value.stringValue } ?? [node?.stringValue ?? ""]
      if texts.contains(where: { $0.utf8.contains { $0 > 0x20 } }) { continue }
      let names = WordList.quoted(reuse.declaration.lessons.map(\.own))
      report(
        .inManifest(
          of: facts.course, reuse.declaration.courseRange,
          "nothing says what was changed in \(names)",
          help: "write it under `changes`, in a sentence; `academy reuse diff --own` lists what "
            + "differs, by section"))
    }
  }
}
