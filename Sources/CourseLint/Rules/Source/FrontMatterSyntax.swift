import CourseModel
import Markdown
import SourceCore
import StructuredData

/// Flags front matter that cannot be read as it was meant.
struct FrontMatterSyntax: LessonRule {
  static let info = RuleInfo(
    id: "source/front-matter",
    summary: "The front matter is not valid YAML, or never ends.",
    why: """
      A site generator stops at it, or shows it as text, or silently drops the title and the \
      times. The usual causes are a colon in a title without quotes, a tab, and a missing `---`.
      """,
    severity: .error, source: "YAML 1.2.2")

  static let examples: [Example] = [
    .good("---\ntitle: \"Weights: a primer\"\nteaching: 20\n---\n\nText.\n"),
    .good("---\n\nUne page qui commence par un trait.\n", language: "fr"),
    .good("Texto sin cabecera.\n\n---\n\nMás texto.\n", language: "es"),
    .bad("⟦---⟧\ntitle: Weights\nteaching: 20\n\nThe text starts here.\n"),
    .bad("---\ntitle: Poids\nteaching: 20\n⟦title⟧: Pondération\n---\n", language: "fr"),
    .bad("---\ntitle: Pesos\nauthor: ⟦*autora⟧\n---\n\nTexto.\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for problem in lesson.document.problems where problem.kind == .unclosedFrontMatter {
      // A page may start with a rule; a front matter starts with a field.
      guard startsWithField(lesson, after: problem.range.end) else { continue }
      report(
        Finding(
          problem.range, "the front matter that starts here never ends",
          help: "add a line `---` behind its last field"))
    }
    for problem in lesson.frontMatter.problems {
      report(
        Finding(
          problem.range, problem.message, help: problem.help,
          notes: problem.related.map {
            [
              .init(
                "the first one is here", path: lesson.path,
                line: lesson.lines.line(at: $0.start) + 1)
            ]
          } ?? [], fix: problem.fix))
    }
  }

  private func startsWithField(_ lesson: Lesson, after offset: Int) -> Bool {
    let bytes = lesson.text.bytes
    var i = offset
    while i < bytes.count, bytes[i] == 0x0A || bytes[i] == 0x0D || bytes[i] == 0x20 { i += 1 }
    let start = i
    while i < bytes.count, Words.isPart(bytes[i]) || bytes[i] == UInt8(ascii: "-") { i += 1 }
    guard i > start, i < bytes.count, bytes[i] == UInt8(ascii: ":") else { return false }
    return i + 1 == bytes.count || bytes[i + 1] <= 0x20
  }
}
