import CourseModel
import Identifiers
import Markdown
import SourceCore

/// Flags a role of MyST that no version of it knows.
struct UnknownRole: LessonRule {
  static let info = RuleInfo(
    id: "dialect/unknown-role",
    summary: "A role of MyST has a name that MyST does not know.",
    why: "The site shows the braces and the text as they are written, or does not build.",
    severity: .warning, source: "MyST Markdown, Roles; Sphinx, Roles")
  static let options = [
    RuleOption("known", .texts(default: []), "roles that the site's own extensions define")
  ]

  static let examples: [Example] = [
    .good(files: MystExample.files("See {ref}`weights` and {math}`x^2`.\n")),
    .good(files: MystExample.files("Voir {py:func}`sum` et {bdg-info}`v2`.\n"), language: "fr"),
    .good(files: MystExample.files("Get {nb-download}`weights.ipynb`.\n")),
    .good(files: MystExample.files("Escribe ``{rol}`texto` `` así.\n"), language: "es"),
    .bad(
      files: MystExample.files("See {⟦reff⟧}`weights`.\n"),
      fixed: "See {ref}`weights`.\n"),
    .bad(files: MystExample.files("Un {⟦surlignage⟧}`mot`.\n"), language: "fr"),
    .bad(
      files: MystExample.files("Pulsa {⟦kdb⟧}`Ctrl`.\n"), fixed: "Pulsa {kbd}`Ctrl`.\n",
      language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard lesson.document.dialect == .myst else { return }
    let own = context.texts("known", of: Self.self)
    for index in 0..<lesson.document.nodeCount {
      let node = NodeID(index)
      guard lesson.document.kind(node) == .role, let role = lesson.document.role(node) else {
        continue
      }
      if MystNames.roles.contains(role.name) || MystNames.isOfDomain(role.name)
        || MystNames.isOfFamily(role.name) || own.contains(role.name)
      {
        continue
      }
      let near = NearMatch.best(for: role.name, among: MystNames.roles.sorted())
      report(
        Finding(
          role.nameRange, "MyST knows no role called `\(Wording.short(role.name))`",
          help: near.map { "write `\($0)`, if that is what is meant" }
            ?? "if an extension of the site defines it, name it in the option `known` of this rule",
          fix: near.map {
            Fix(
              title: "write `\($0)`", replacing: role.nameRange, with: $0,
              applicability: .suggestion)
          }))
    }
  }
}
