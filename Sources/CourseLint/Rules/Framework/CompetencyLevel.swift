import CourseModel
import Framework
import Identifiers
import SourceCore
import StructuredData

/// Flags a competency's level that its framework does not have.
struct CompetencyLevel: CourseRule {
  static let info = RuleInfo(
    id: "framework/competency-level",
    summary: "A competency's level is none of its framework's.",
    why: """
      A level only means something in its own framework: DigComp counts from 1 to 8, SFIA from 1 to \
      7. The levels of a framework of your own are checked as soon as the office's framework lists \
      them; until then anything may stand there.
      """,
    severity: .error, scope: .course,
    source: "DigComp 2.2; e-CF (EN 16234-1); SFIA 9; EQF; CEFR; Course format 1, `competencies`")

  private static let start =
    "schema: course/1\nid: office-a/sampling\nversion: 1.2.0\ncompetencies:\n"

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", start + "  - {framework: DigComp 2.2, id: \"1.2\", level: \"5\"}\n")
    ]),
    .good(files: [
      .init(
        "course.yml", start + "  - {framework: DigComp, id: \"1.2\", level: Intermédiaire}\n")
    ]),
    .good(files: [
      .init("course.yml", start + "  - {framework: Marco del INE, id: M3, level: experto}\n")
    ]),
    .good(files: [.init("course.yml", start + "  - {framework: SFIA, id: DATM}\n")]),
    .bad(
      files: [
        .init(
          "course.yml", start + "  - {framework: DigComp, id: \"1.2\", level: ⟦intermediat⟧}\n")
      ], fixed: start + "  - {framework: DigComp, id: \"1.2\", level: intermediate}\n"),
    .bad(files: [
      .init("course.yml", start + "  - {framework: SFIA 9, id: DATM, level: ⟦\"8\"⟧}\n")
    ]),
    .bad(files: [
      .init("course.yml", start + "  - framework: CEFR\n    id: lecture\n    level: ⟦débutant⟧\n")
    ]),
    .bad(
      files: [
        .init("course.yml", start + "  - framework: SFIA\n    id: DATM\n    level: ⟦5⟧\n")
      ], fixed: start + "  - framework: SFIA\n    id: DATM\n    level: \"5\"\n"),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    ManifestPart.competencyLevel.check(facts.course, context, report: report)
    guard let file = facts.course.manifest else { return }
    for entry in file["competencies"]?.array ?? [] {
      guard let level = entry["level"], let text = level.string, !text.isEmpty,
        let framework = entry["framework"]?.stringValue,
        let levels = context.framework.vocabulary(Self.vocabulary(of: framework)),
        !Self.has(text, levels)
      else { continue }
      report(CourseFinding(file.path, file.place(level.range), finding(text, level, levels, file)))
    }
  }

  private func finding(
    _ text: String, _ level: DataNode, _ levels: Vocabulary, _ file: CourseFile
  ) -> Finding {
    // A wrong digit says nothing about the one that was meant.
    let words = levels.codes.filter { $0.utf8.count > 2 }
    let near = NearMatch.best(for: text, among: words)
    return Finding(
      level.range, "\(levels.title) has no level `\(Wording.short(text))`",
      help: near.map { "write `\($0)`, if that is what is meant" }
        ?? "it has \(Wording.list(levels.codes))",
      fix: near.map {
        Fix(
          title: "write `\($0)`", replacing: level.range,
          with: ScalarEdit.replacement($0, for: level.range, in: file.text.bytes),
          applicability: .suggestion)
      })
  }

  private static func has(_ text: String, _ levels: Vocabulary) -> Bool {
    let wanted = text.lowercased()
    return levels.terms.contains { term in
      term.code.lowercased() == wanted || term.labels.values.contains { $0.lowercased() == wanted }
    }
  }

  /// `DigComp 2.2` → `competency-levels-digcomp`.
  private static func vocabulary(of framework: String) -> String {
    let words = asciiLowercased(framework).split(separator: " ").filter { word in
      !word.drop { $0 == "v" }.allSatisfy { $0.isNumber || $0 == "." }
    }
    return "competency-levels-" + words.joined(separator: "-")
  }
}
