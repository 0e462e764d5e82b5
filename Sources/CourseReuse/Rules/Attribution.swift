import CourseModel
import SourceCore
import StructuredData

/// Flags a changed lesson that cannot be credited in full, or that lost the notices of others.
struct Attribution: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/attribution", summary: "A changed lesson is not credited as its licence asks.",
    why: """
      Title, author, source and licence of the original belong to every changed copy, and so do the \
      notices that were in it: of copyright, and of what others changed before. What the upstream \
      manifest says is taken from there; the rest has to be said here.
      """, severity: .warning, scope: .academy, source: "CC BY 4.0, 3.a.1")

  private static let full = Example.File(
    "basics/course.yml",
    """
    schema: course/1
    id: office-a/git-basics
    version: 1.0.0
    releases: declared
    title: Git basics
    authors: [{name: Office A}]
    license: CC-BY-4.0

    """)
  private static let noted = Example.File(
    "basics/episodes/02-branching.md",
    "A branch is a name for a commit.\n\nAdapted from [Git for all](https://example.org/git), 2019.\n"
  )
  private static let source = "    attribution: {source: \"https://office-a.example/git\"}\n"

  private static func files(
    _ more: String, _ text: String, isBad: Bool = false, upstream: Example.File = full
  ) -> [Example.File] {
    [
      upstream,
      ExampleCourses.north(
        course: isBad ? "⟦office-a/git-basics⟧" : "office-a/git-basics", kind: "adapted",
        more: more), ExampleCourses.copy(text),
    ]
  }

  private static let text = "A branch is a label for a commit.\n"

  static let examples: [Example] = [
    .good(
      files: files(source, text), history: [.init([full, ExampleCourses.branching])]),
    .good(
      files: files(
        source, text + "\nAfter <https://example.org/git> and our own experience.\n"),
      history: [.init([full, noted])]),
    .good(
      files: files(
        "    attribution: {title: T, author: A, source: S, license: CC-BY-4.0}\n", text,
        upstream: ExampleCourses.basics("1.0.0")), history: [ExampleCourses.release]),
    .bad(
      files: files("", text, isBad: true), history: [.init([full, ExampleCourses.branching])]),
    .bad(
      files: files(source, text, isBad: true, upstream: ExampleCourses.basics("1.0.0")),
      history: [ExampleCourses.release]),
    .bad(files: files(source, text, isBad: true), history: [.init([full, noted])]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses where reuse.declaration.kind != .verbatim {
      guard reuse.problem == nil, reuse.lessons.contains(where: { $0.original != nil }) else {
        continue
      }
      credit(facts, reuse, report)
      for lesson in reuse.lessons where !lesson.lostNotices.isEmpty {
        report(
          .inManifest(
            of: facts.course, reuse.declaration.courseRange,
            "lesson `\(lesson.pair.own)` has lost what its original says of where it comes from",
            help: "keep the notice in the lesson, or write it under `changes`",
            notes: lesson.lostNotices))
      }
    }
  }

  private func credit(
    _ facts: ReuseFacts, _ reuse: ReuseOutcome, _ report: (ReuseFinding) -> Void
  ) {
    let attribution = facts.course.reuse(reuse.declaration)?["attribution"]
    let fields: [(String, String?)] = [
      ("title", reuse.credit.title), ("author", reuse.credit.author),
      ("source", reuse.credit.source),
      ("license", reuse.credit.license ?? attribution?["license"]?.stringValue),
    ]
    let lacking = fields.filter { $0.1 == nil }.map(\.0)
    if lacking.isEmpty { return }
    let names = WordList.quoted(lacking)
    report(
      .inManifest(
        of: facts.course, reuse.declaration.courseRange,
        "`\(reuse.declaration.course)` cannot be credited in full: neither its manifest nor this "
          + "entry says the \(names)",
        help: "write \(lacking.count == 1 ? "it" : "them") under `attribution`, or ask for it "
          + "upstream"))
  }
}
