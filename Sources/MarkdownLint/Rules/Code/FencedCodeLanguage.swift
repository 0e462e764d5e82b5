import Markdown
import SourceCore

/// Flags a fenced code block that does not say what language it is in.
struct FencedCodeLanguage: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/fenced-code-language", alias: "MD040",
    summary: "A fenced code block names no language.",
    why:
      "Without a language nothing is highlighted, and neither people nor programs can tell code "
      + "from output; `text` says that it is neither.",
    severity: .warning, source: "markdownlint MD040", isOnByDefault: false,
    tags: ["code", "language"])
  static let options = [
    RuleOption(
      "allowed_languages", .texts(default: []), "the languages that may be named; all where empty"),
    RuleOption(
      "language_only", .flag(default: false), "whether nothing else may stand behind the fence"),
  ]
  static let examples: [Example] = [
    .good("```r\nsummary(x)\n```\n"),
    .good("    summary(x)\n"),
    .good("```{r, echo=FALSE}\nsummary(x)\n```\n"),
    .bad("⟦```⟧\nsummary(x)\n```\n"),
    .bad(
      "```⟦stata⟧\nsummarize x\n```\n",
      options: ["allowed_languages": .texts(["python", "r"])]),
    .bad("```r ⟦title=\"x\"⟧\nsummary(x)\n```\n", options: ["language_only": .flag(true)]),
  ]

  private let allowed: Set<String>
  /// What is to be done about a language that is not allowed.
  private let help: String
  private let languageOnly: Bool

  /// Languages of a long list that each finding names.
  private static let shown = 20

  init(_ options: RuleOptionValues) {
    let languages = options.texts("allowed_languages")
    allowed = Set(languages)
    let more = languages.count - Self.shown
    help =
      "write one of `\(languages.prefix(Self.shown).joined(separator: "`, `"))`"
      + (more > 0 ? " and \(more) more" : "")
    languageOnly = options.flag("language_only")
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for block in page.nodes(.codeBlock) {
      guard let fence = page.document.fence(block) else { continue }
      var end = fence.info.start
      while end < fence.info.end, !MarkdownPage.isBlank(page.source[end]) { end += 1 }
      let language = ByteRange(fence.info.start, end)
      if language.isEmpty {
        if hasAttributes(block, fence, page) { continue }
        report(
          Finding(
            fence.opening, "the code block names no language",
            help: "write the language behind the fence, `text` where it is none"))
        continue
      }
      if !allowed.isEmpty {
        let name = page.text(language)
        if !allowed.contains(name) {
          report(Finding(language, "`\(name)` is not among the allowed languages", help: help))
        }
      }
      guard languageOnly, end < fence.info.end else { continue }
      let rest = ByteRange(page.indented(ByteRange(end, fence.info.end)), fence.info.end)
      report(
        Finding(
          rest, "more than the language stands behind the fence", help: "delete the rest"))
    }
  }

  /// Whether the line below gives the block a class, which names its language there.
  private func hasAttributes(_ block: NodeID, _ fence: Fence, _ page: MarkdownPage) -> Bool {
    let next = page.document.end(block)
    if Int(next.index) < page.document.nodeCount, page.document.kind(next) == .attributeLine {
      return true
    }
    guard let closing = fence.closing else { return false }
    return page.isAttributeLine(page.lines.line(at: closing.start) + 1)
  }
}
