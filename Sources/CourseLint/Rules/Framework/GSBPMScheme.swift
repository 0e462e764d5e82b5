import CourseModel
import Framework
import SourceCore
import StructuredData

/// Flags GSBPM codes that mean something else in the newer version of the model.
struct GSBPMScheme: CourseRule {
  static let info = RuleInfo(
    id: "framework/gsbpm-scheme",
    summary: "A GSBPM code has another label in the newest version.",
    why: """
      GSBPM 5.2 keeps the numbers of 5.1 and gives some of them another name and another scope. An \
      office that works with 5.2 reads the code as 5.2 has it, and looks for something else.
      """,
    severity: .warning, scope: .course, source: "UNECE, GSBPM 5.1 and GSBPM 5.2")

  private static let start = "schema: course/1\nid: office-a/dissemination\nversion: 1.2.0\n"

  static let examples: [Example] = [
    .good(files: [.init("course.yml", start + "gsbpm: {version: \"5.2\", codes: [\"7.3\"]}\n")]),
    .good(files: [.init("course.yml", start + "gsbpm: {version: \"5.1\", codes: [\"5.3\"]}\n")]),
    .good(files: [
      .init("course.yml", start + "language: fr\ngsbpm: {version: \"5.1\", codes: [\"8\"]}\n")
    ]),
    .bad(files: [
      .init("course.yml", start + "gsbpm: {version: \"5.1\", codes: [\"5.3\", ⟦\"7.3\"⟧]}\n")
    ]),
    .bad(files: [
      .init(
        "course.yml",
        start + "language: fr\ngsbpm:\n  version: \"5.1\"\n  codes: [⟦\"2.2\"⟧, ⟦'7.5'⟧]\n")
    ]),
    .bad(files: [
      .init(
        "course.yml",
        start + "language: es\ngsbpm:\n  codes:\n    - ⟦\"1.5\"⟧\n  version: \"5.1\"\n")
    ]),
  ]

  /// Versions of the model, the newest last.
  private static let versions = ["5.1", "5.2"]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    guard let file = facts.course.manifest, let field = file["gsbpm"],
      let version = field["version"]?.stringValue, Self.versions.contains(version),
      let newest = Self.versions.last, version != newest,
      let own = context.framework.vocabulary("gsbpm-\(version)"),
      let new = context.framework.vocabulary("gsbpm-\(newest)")
    else { return }
    for code in field["codes"]?.array ?? [] {
      guard let text = code.stringValue, let before = own.term(text)?.labels["en"],
        let now = new.term(text)?.labels["en"], !Self.isSame(before, now)
      else { continue }
      report(
        CourseFinding(
          file.path, file.place(code.range),
          Finding(
            code.range,
            "`\(text)` is \"\(before)\" in GSBPM \(version) and \"\(now)\" in \(newest)",
            help: "where the new meaning fits as well, write `version: \"\(newest)\"`; "
              + "otherwise look for the code that does")))
    }
  }

  /// A capital or a plural is no other label.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    func folded(_ text: String) -> String {
      let text = asciiLowercased(text)
      return text.hasSuffix("s") ? String(text.dropLast()) : text
    }
    return folded(a) == folded(b)
  }
}
