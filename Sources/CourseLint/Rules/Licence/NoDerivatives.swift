import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// Flags a licence that forbids adaptation and translation.
struct NoDerivatives: CourseRule, LessonRule {
  static let info = RuleInfo(
    id: "licence/nd",
    summary: "The licence forbids changes, and so adaptation and translation.",
    why: """
      Courses of the network live from being adapted and translated by other offices. Under a \
      licence with "NoDerivatives" nobody may share a translated lesson, not even one with a \
      corrected error. `CC-BY-4.0` asks for the author's name and for a word on what was changed.
      """,
    severity: .warning, scope: .course,
    source: "CC BY-ND 4.0, section 2.a.1.B; course format 1, licence matrix")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\nlicense: CC-BY-4.0\n"),
      .init("episodes/01-prices.md", "Text.\n"),
    ]),
    .good("---\nlicense: CC-BY-NC-SA-4.0\n---\n\nDu texte.\n", language: "fr"),
    .good(files: [
      .init("config.yaml", "title: Precios\nlang: es\nlicense: CC-BY-ND-4.0 OR CC-BY-4.0\n"),
      .init("episodes/01-precios.md", "Texto.\n"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Prices\nlicense: ⟦CC-BY-ND-4.0⟧\n"),
      .init("episodes/01-prices.md", "Text.\n"),
    ]),
    .bad(
      "---\ntitle: Les prix\nlicense: ⟦\"CC BY-NC-ND 4.0\"⟧\n---\n\nDu texte.\n", language: "fr"),
    .bad(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: a/precios\nversion: 1.0.0\nlicense: ⟦CC-BY-NC-ND-3.0 AND MIT⟧\n"),
      .init("episodes/01-precios.md", "Texto.\n"),
    ]),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    guard let field = course.metadata.license, Self.forbidsChanges(field.value) else { return }
    report(
      CourseFinding(
        field.path, MetadataPlace.of(field, in: course), Self.finding(field.range, field.value)))
  }

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard let node = lesson.frontMatter["license"], let text = node.stringValue,
      Self.forbidsChanges(text)
    else { return }
    report(Self.finding(node.range, text))
  }

  private static func finding(_ range: ByteRange, _ text: String) -> Finding {
    Finding(
      range, "under `\(Wording.short(text))` no office may adapt or translate the text",
      help: "choose `CC-BY-4.0` or `CC-BY-SA-4.0`, if all authors agree")
  }

  /// Whether every way to use the text forbids to change it.
  private static func forbidsChanges(_ text: String) -> Bool {
    // Nearly all licences are told apart here.
    guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "d") }) else { return false }
    guard
      let expression = SPDXExpression(text)
        ?? SPDXSuggestion(for: text).flatMap({ SPDXExpression($0.id) })
    else { return false }
    return forbidsChanges(expression.tree)
  }

  private static func forbidsChanges(_ tree: SPDXExpression.Tree) -> Bool {
    switch tree {
    case .license(let license): license.id.hasPrefix("CC-BY-") && license.id.contains("-ND-")
    case .and(let parts): parts.contains(where: forbidsChanges)
    case .or(let parts): parts.allSatisfy(forbidsChanges)
    }
  }
}
