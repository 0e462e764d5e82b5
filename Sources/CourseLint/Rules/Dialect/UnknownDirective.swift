import CourseModel
import Identifiers
import Markdown
import SourceCore

/// Flags a directive of MyST that no version of it knows.
struct UnknownDirective: LessonRule {
  static let info = RuleInfo(
    id: "dialect/unknown-directive",
    summary: "A directive of MyST has a name that MyST does not know.",
    why: "The site shows its source as code, or does not build.",
    severity: .warning, source: "MyST Markdown, Directives; Sphinx, Directives")
  static let options = [
    RuleOption("known", .texts(default: []), "directives that the site's own extensions define")
  ]

  static let examples: [Example] = [
    .good(files: MystExample.files("```{note}\nWeights sum up.\n```\n")),
    .good(files: MystExample.files(":::{prf:theorem} Poids\nTexte.\n:::\n"), language: "fr"),
    .good(files: MystExample.files("```python\nx = {}\n```\n"), language: "es"),
    .good(files: MystExample.files(":::{admonition,tip} Sums\nText.\n:::\n")),
    .good(files: MystExample.files("```{sectionauthor} A. Weber\n```\n")),
    .bad(
      files: MystExample.files("```{⟦notte⟧}\nWeights sum up.\n```\n"),
      fixed: "```{note}\nWeights sum up.\n```\n"),
    .bad(files: MystExample.files(":::{⟦encadré⟧}\nTexte.\n:::\n"), language: "fr"),
    .bad(
      files: MystExample.files("```{⟦warnig⟧} Atención\nTexto.\n```\n"),
      fixed: "```{warning} Atención\nTexto.\n```\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard lesson.document.dialect == .myst else { return }
    let own = context.texts("known", of: Self.self)
    for index in 0..<lesson.document.nodeCount {
      let node = NodeID(index)
      guard lesson.document.kind(node) == .directive,
        let directive = lesson.document.directive(node)
      else { continue }
      // MyST-Parser before 0.14 took classes behind a comma: `{admonition,tip}`.
      let name = directive.name.prefix { $0 != "," }.description
      if MystNames.directives.contains(name) || MystNames.isOfDomain(name) || own.contains(name) {
        continue
      }
      let near = NearMatch.best(for: name, among: MystNames.directives.sorted())
      report(
        Finding(
          directive.nameRange, "MyST knows no directive called `\(Wording.short(name))`",
          help: near.map { "write `\($0)`, if that is what is meant" }
            ?? "if an extension of the site defines it, name it in the option `known` of this rule",
          fix: near.map {
            Fix(
              title: "write `\($0)`", replacing: directive.nameRange, with: $0,
              applicability: .suggestion)
          }))
    }
  }
}
