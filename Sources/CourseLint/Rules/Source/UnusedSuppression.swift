import CourseModel
import Identifiers
import SourceCore

/// Flags comments and front matter that switch off what finds nothing.
///
/// What a comment suppresses is known only when the other rules have run, so `LessonLinter` asks.
struct UnusedSuppression: Rule {
  static let info = RuleInfo(
    id: "source/unused-suppression",
    summary: "A comment switches off a rule that finds nothing there.",
    why: """
      A comment that outlives its reason hides the next fault at that place, and a misspelt name \
      hides nothing at all. Each should say what is true today.
      """,
    severity: .warning, source: "docs/linting.md, \"Exceptions in a page\"")

  private static let image = "![](fig/plot.png)\n"

  static let examples: [Example] = [
    .good(
      "<!-- academy-disable-next-line accessibility/alt: the text says it all -->\n" + image),
    .good(
      "---\ntitle: Poids\nacademy:\n  disable: [accessibility/alt]\n---\n\n" + image,
      language: "fr"),
    .good("```html\n<!-- academy-disable accessibility/alt -->\n```\n\nTexto.\n", language: "es"),
    .bad(
      "<!-- academy-disable-next-line ⟦accessibility/alt⟧: was decoration -->\nText.\n"),
    .bad("<!-- academy-disable ⟦accesibility/alt⟧: nada -->\n\nTexto.\n", language: "es"),
    .bad(
      "<!-- academy-disable accessibility, ⟦MD001⟧ -->\n\n" + image
        + "\n<!-- academy-enable accessibility, MD001 -->\n",
      language: "fr"),
  ]

  /// What is to be said of a directive that suppressed nothing; nil where that cannot be known.
  static func finding(
    _ directive: PageSuppressions.Directive, known: [RuleInfo], isOn: (RuleInfo) -> Bool
  ) -> Finding? {
    let name = asciiLowercased(directive.name)
    let meant = known.filter { PageSuppressions.names(of: $0).contains(name) }
    if meant.isEmpty {
      let names = known.flatMap { [$0.id, $0.group] + ($0.alias.map { [$0] } ?? []) }
      let near = NearMatch.best(for: directive.name, among: names)
      return Finding(
        directive.range, "there is no rule or group `\(directive.name)` that looks at a page",
        help: near.map { "did you mean `\($0)`?" } ?? "`academy rules` lists them")
    }
    guard meant.contains(where: isOn),
      !meant.contains(where: { LintRules.ofCourses.contains($0.id) })
    else { return nil }
    return Finding(
      directive.range, "`\(directive.name)` finds nothing here, so nothing is switched off",
      help: "remove it")
  }
}
