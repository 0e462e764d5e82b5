import CourseModel
import Framework
import Identifiers
import SourceCore
import StructuredData

/// Flags a lifecycle that does not fit the version, or that is none.
struct LifecycleStage: CourseRule {
  static let info = RuleInfo(
    id: "framework/lifecycle",
    summary: "The lifecycle does not fit the version, or is not one that is known.",
    why: """
      From 1.0.0 on a version promises that nothing breaks without a new major number, and others \
      begin to rely on the course; `pre-alpha` says that it is only a sketch. Gaps are judged by the \
      lifecycle, so one that was forgotten keeps them hidden.
      """,
    severity: .warning, scope: .course,
    source: "Semantic Versioning 2.0.0, 4 and 5; Carpentries, The Lesson Life Cycle")

  static let examples: [Example] = [
    .good(files: [
      .init(
        "course.yml", "schema: course/1\nid: a/b\nversion: 0.3.0\nlifecycle: pre-alpha\n")
    ]),
    .good(files: [
      .init(
        "course.yml", "schema: course/1\nid: a/b\nversion: 1.0.0-dev\nlifecycle: pre-alpha\n")
    ]),
    .good(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: institut/poids\nversioning: calver\nversion: \"2026.1\"\n"
          + "lifecycle: pre-alpha\nlanguage: fr\n")
    ]),
    .good(files: [
      .init("config.yaml", "title: Pesos\nlang: es\nlife_cycle: retired\n"),
      .init("episodes/01-pesos.md", "Texto.\n"),
    ]),
    .bad(files: [
      .init(
        "course.yml", "schema: course/1\nid: a/b\nversion: 1.2.0\nlifecycle: ⟦pre-alpha⟧\n")
    ]),
    .bad(files: [
      .init("config.yaml", "title: Poids\nlang: fr\nlife_cycle: ⟦'pre-alpha'⟧\n"),
      .init("course.yml", "schema: course/1\nid: institut/poids\nversion: 2.0.0\n"),
    ]),
    .bad(
      files: [
        .init("config.yaml", "title: Pesos\nlang: es\nlife_cycle: ⟦'prealpha'⟧\n"),
        .init("episodes/01-pesos.md", "Texto.\n"),
      ], fixed: "title: Pesos\nlang: es\nlife_cycle: 'pre-alpha'\n"),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    unknownStage(facts.course, report)
    let metadata = facts.course.metadata
    guard let lifecycle = metadata.lifecycle, lifecycle.value == .preAlpha,
      let version = metadata.version, version.value >= SemVer(1, 0, 0),
      // A calendar's numbers promise nothing.
      facts.course.manifest?["versioning"]?.stringValue != "calver",
      let file = facts.course.describingFile(at: lifecycle.path)
    else { return }
    let line = facts.course.manifest?.lines.line(at: version.range.start)
    report(
      CourseFinding(
        file.path, file.place(lifecycle.range),
        Finding(
          lifecycle.range, "the course is `pre-alpha` and has the version \(version.value)",
          help: "write the lifecycle that it has by now, or a version below 1.0.0",
          notes: [.init("the version", path: version.path, line: line.map { $0 + 1 })])))
  }

  /// The manifest's schema knows the words; nobody checks the Workbench's.
  private func unknownStage(_ course: Course, _ report: (CourseFinding) -> Void) {
    guard let config = course.config, let node = config["life_cycle"],
      let text = node.stringValue, !text.isEmpty, Lifecycle(written: text) == nil
    else { return }
    let stages = Lifecycle.allCases.map(\.rawValue)
    let near = NearMatch.best(for: text, among: stages)
    report(
      CourseFinding(
        config.path, config.place(node.range),
        Finding(
          node.range, "`life_cycle` has the value `\(Wording.short(text))`, which is none",
          help: near.map { "write `\($0)`, if that is what is meant" }
            ?? "write one of \(Wording.list(stages, joinedBy: "or"))",
          fix: near.map {
            Fix(
              title: "write `\($0)`", replacing: node.range,
              with: ScalarEdit.replacement($0, for: node.range, in: config.text.bytes),
              applicability: .suggestion)
          })))
  }
}
