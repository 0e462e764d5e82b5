import Markdown
import SourceCore

/// Flags references to labels that nothing defines.
struct ReferenceLinksImages: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/reference-links-images", alias: "MD052",
    summary: "A reference names a label that is not defined.",
    why: "Readers see the brackets as text, and there is nothing to click.",
    severity: .warning, source: "markdownlint MD052", tags: ["images", "links"])
  static let options = [
    RuleOption("ignored_labels", .texts(default: ["x"]), "labels that need no definition"),
    RuleOption(
      "shortcut_syntax", .flag(default: false), "whether labels alone (`[label]`) count as well"),
  ]
  static let examples: [Example] = [
    .good("See [the guide][guide].\n\n[guide]: guide.md\n"),
    .good("Text in [brackets] is text, and [ ] and [x] are boxes.\n"),
    .good("The element `m[i][j]` of a matrix.\n"),
    .bad("See ⟦[the guide][guide]⟧.\n"),
    .bad("Voir ⟦[l’été][]⟧ et ⟦![image][été]⟧.\n\n[hiver]: hiver.md\n"),
    .bad("> See ⟦[the\n> guide][Guide]⟧.\n"),
    .bad("See ⟦[brackets]⟧.\n", options: ["shortcut_syntax": .flag(true)]),
  ]

  private let ignored: Set<String>
  private let withShortcuts: Bool

  init(_ options: RuleOptionValues) {
    ignored = Set(options.texts("ignored_labels"))
    withShortcuts = options.flag("shortcut_syntax")
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var known: (own: Set<String>, headings: Set<String>)?
    for reference in UndefinedReference.all(page, shortcuts: withShortcuts) {
      if reference.isShortcut, !withShortcuts { continue }
      if ignored.contains(reference.label) { continue }
      let labels = known ?? (page.definedLabels(), page.headingLabels())
      known = labels
      // What other files define for the page may be long, and is the same for all of them.
      let sets = [labels.own, labels.headings, page.labels]
      if sets.contains(where: { $0.contains(reference.label) }) { continue }
      report(
        Finding(
          reference.range, "nothing defines the label `\(MarkdownPage.code(reference.label))`",
          help: "define the label, or escape the brackets"))
    }
  }
}

extension MarkdownPage {
  /// The labels that the page defines, those of footnotes with `^`.
  func definedLabels() -> Set<String> {
    var labels: Set<String> = []
    for node in nodes(.linkDefinition) { labels.insert(definedLabel(node)) }
    for node in nodes(.footnoteDefinition) { labels.insert(definedLabel(node)) }
    return labels
  }

  /// Its headings, which count as defined where pandoc makes the site.
  func headingLabels() -> Set<String> {
    if !document.dialect.linksHeadings { return [] }
    return Set(headings.map { UndefinedReference.normalised(source[$0.text.indices]) })
  }

  /// The label of a definition in lower case, that of a footnote with `^`.
  func definedLabel(_ node: NodeID) -> String {
    let label = (document.label(node) ?? "").lowercased()
    return document.kind(node) == .footnoteDefinition ? "^" + label : label
  }
}
