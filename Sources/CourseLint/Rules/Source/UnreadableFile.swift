import CourseModel
import SourceCore

/// Flags a page, or a file that describes the course, that cannot be read.
struct UnreadableFile: InputRule, CourseRule {
  static let info = RuleInfo(
    id: "source/unreadable",
    summary: "A file of the course cannot be read.",
    why: """
      What cannot be read is not checked and not bundled. A missing or damaged object means that \
      the repository itself needs care, before anything is released from it.
      """,
    severity: .error, source: "git-fsck(1)")

  static let examples: [Example] = [
    .good("## Weights\n\nAn ordinary file.\n"),
    .good("## Poids\n\nUn fichier ordinaire.\n", language: "fr"),
    .good("## Pesos\n\nUn archivo normal.\n", language: "es"),
    .bad(
      files: [
        .init("config.yaml", "title: Weights\n"),
        .init("episodes/01-weights.md", "the object is missing", as: .unreadable(.missing)),
      ], wholeFiles: ["episodes/01-weights.md"]),
    .bad(
      files: [
        .init("config.yaml", "title: Poids\nlang: fr\n"),
        .init("episodes/01-poids.md", "the object is damaged", as: .unreadable(.corrupt)),
      ], wholeFiles: ["episodes/01-poids.md"]),
    .bad(
      files: [
        .init("course.yml", "permission denied", as: .unreadable(.refused)),
        .init("config.yaml", "title: Pesos\nlang: es\n"),
        .init("episodes/01-pesos.md", "Texto.\n"),
      ], wholeFiles: ["course.yml"]),
  ]

  func check(_ input: PageInput) -> Finding? {
    guard case .failure(let failure) = input.bytes, failure.reason != .tooLarge else { return nil }
    if failure.reason == .notAFile, !input.page.entry.isFile { return nil }
    return Self.finding(failure)
  }

  static let readsPages = false

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    for file in facts.course.failures {
      report(CourseFinding(file.path, nil, Self.finding(file.failure)))
    }
  }

  private static func finding(_ failure: ReadFailure) -> Finding {
    Finding(
      nil, withoutFullStop(failure.message),
      help: failure.help.map(withoutFullStop) ?? help(failure.reason))
  }

  /// Readers speak in sentences, findings in clauses.
  private static func withoutFullStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  private static func help(_ reason: ReadFailure.Reason) -> String {
    switch reason {
    case .missing, .corrupt: "run `git fsck`, and fetch the repository again"
    case .tooLarge: "split the file"
    case .notAFile: "put a file in its place"
    case .refused: "give yourself the right to read it"
    }
  }
}
