import CourseModel
import SourceCore

/// Tells an adapted lesson that is none: nothing was changed, or next to nothing was kept.
struct AdaptedLesson: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/adapted", summary: "A lesson that is reused as adapted was not adapted.",
    why: """
      A copy that was not changed can be verified word for word, once it says so; and a lesson that \
      keeps next to nothing of its original is the office's own work, which upstream's updates \
      would only spoil.
      """, severity: .warning, scope: .academy, source: "Course format 1, reuse")

  /// Shorter texts share or lack everything by chance.
  private static let leastWords = 30
  /// What shares less than this is another text.
  private static let leastShare = 0.1

  private static let original = Example.File(
    "basics/episodes/02-branching.md",
    """
    A branch is a name for a commit. Whoever makes one can try a change without touching what is
    published, and throw it away or keep it later. Make one branch for each question, give it a
    name that says the question, and delete it when the answer is merged.

    """)
  private static let release = Example.Commit([ExampleCourses.basics("1.0.0"), original])

  private static func files(_ text: String, lessons: String = "[branching]") -> [Example.File] {
    [
      ExampleCourses.basics("1.0.0"), ExampleCourses.north(kind: "adapted", lessons: lessons),
      ExampleCourses.copy(text),
    ]
  }

  static let examples: [Example] = [
    .good(
      files: files(original.text.replacing("each question", with: "each table")),
      history: [release]),
    .good(files: files("Something short.\n"), history: [release]),
    .good(
      files: [
        ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy(original.text),
      ], history: [release]),
    .bad(files: files(original.text, lessons: "[⟦branching⟧]"), history: [release]),
    .bad(
      files: files(
        "---\ntitle: Branches\n---\n" + original.text, lessons: "{⟦branching: branching⟧}"),
      history: [release]),
    .bad(
      files: files(
        """
        Prices are collected by people and by machines. People walk into shops with a list and
        write down what they see; machines read the tills of large chains at night. Both make
        mistakes, and this lesson shows how an office finds them before a figure is published.

        """, lessons: "[⟦branching⟧]"), history: [release]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses where reuse.declaration.kind == .adapted {
      for lesson in reuse.lessons {
        guard let sections = lesson.sections, let release = lesson.release else { continue }
        let name = "`\(reuse.declaration.course)` \(release.version)"
        if sections.sections.allSatisfy({ $0.change == .same || $0.isFrontMatter && $0.isOfPlace })
        {
          report(
            .inManifest(
              of: facts.course, lesson.pair.range,
              "lesson `\(lesson.pair.own)` is reused as adapted and is that of \(name) word for word",
              help: "write `as: verbatim` for it, so that it can be verified"))
        } else if sections.words >= Self.leastWords, sections.containment < Self.leastShare {
          report(
            .inManifest(
              of: facts.course, lesson.pair.range,
              "lesson `\(lesson.pair.own)` shares almost nothing with \(name) "
                + "(\(Int(sections.containment * 100)) % of the shorter one's words)",
              help:
                "if it is your own work, take it out of `reuses` and credit the idea in the text; "
                + "if the pair is wrong, name the right lesson"))
        }
      }
    }
  }
}
