import Markdown
import Patterns
import SourceCore

/// Flags links to places of the page that are not there.
struct LinkFragments: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/link-fragments", alias: "MD051",
    summary: "A link leads to a place of the page that is not there.",
    why: "Who clicks it stays where they are.",
    severity: .warning, source: "markdownlint MD051", isOnByDefault: false, tags: ["links"])
  static let options = [
    RuleOption("ignore_case", .flag(default: false), "whether capitals do not matter"),
    RuleOption(
      "ignored_pattern", .text(default: ""), "a regular expression of fragments that may be missing"
    ),
  ]
  static let examples: [Example] = [
    .good("# Prices, and more\n\n[prices](#prices-and-more)\n"),
    .good("# Été *à* Paris\n\n[été](#été-à-paris) [top](#top)\n"),
    .good("<a id=\"here\"></a>\n\n[here](#here)\n"),
    .good("[figure](#fig-1)\n", options: ["ignored_pattern": .text("^fig-")]),
    .good("# Prices\n\n[prices](#Prices)\n", options: ["ignore_case": .flag(true)]),
    .bad("# Prices\n\n⟦[cost](#cost)⟧\n"),
    .bad("# Été\n\n⟦[été](#ÉTÉ)⟧\n", fixed: "# Été\n\n[été](#été)\n"),
    .bad("# Same\n\n# Same\n\n[a](#same-1) ⟦[b](#same-2)⟧ [c][c]\n\n⟦[c]: #sames⟧\n"),
  ]

  private let ignoresCase: Bool
  private let ignored: Pattern?

  init(_ options: RuleOptionValues) {
    ignoresCase = options.flag("ignore_case")
    let pattern = options.text("ignored_pattern")
    ignored = pattern.isEmpty ? nil : try? Pattern(pattern)
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let document = page.document
    // In MyST a page may link to the labels of any other.
    if document.dialect == .myst { return }
    var targets: Fragments?
    var matcher: PatternMatcher?
    func check(_ destination: NodeID, around node: NodeID) {
      guard let range = document.destinationRange(destination), range.count > 1,
        page.source[range.start] == UInt8(ascii: "#")
      else { return }
      let written = String(Self.unescaped(page.source[range.indices]).dropFirst())
      guard !written.isEmpty, !Self.isLines(written) else { return }
      var fragments = targets.take() ?? Fragments(page)
      defer { targets = fragments }
      if fragments.contains(written) { return }
      if let ignored {
        let own = matcher ?? PatternMatcher()
        matcher = own
        if (try? ignored.matches(written, with: own)) == true { return }
      }
      let other = fragments.inOtherCase(written)
      if let other, ignoresCase || other == written { return }
      let whole = document.range(node)
      let isOneLine = page.line(of: node) == page.lastLine(of: node)
      let shown = MarkdownPage.code("#" + written)
      report(
        Finding(
          whole,
          other == nil
            ? "nothing on the page is called `\(shown)`"
            : "`\(shown)` differs in capitals from `\(MarkdownPage.code("#" + (other ?? "")))`",
          help: other == nil ? "link to a heading that is there" : "write it as the heading has it",
          fix: other.flatMap { other in
            isOneLine
              ? Fix(
                title: "write `#\(other)`", replacing: range, with: "#" + other,
                applicability: .safe) : nil
          }))
    }
    for node in page.nodes(.link) {
      check(node, around: node)
      var inner = NodeID(Int(node.index) + 1)
      while inner < document.end(node) {
        if document.kind(inner) == .image { check(inner, around: node) }
        inner = NodeID(Int(inner.index) + 1)
      }
    }
    for node in page.nodes(.linkDefinition) { check(node, around: node) }
  }

  /// What a destination says without backslashes before punctuation and without entities.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 == UInt8(ascii: "\\") }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var out: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
        isPunctuation(bytes[index + 1])
      {
        index += 1
      }
      out.append(bytes[index])
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Whether a fragment names lines of a file as GitHub does: `L10`, `L10-L12`, `L10C2-L12C3`.
  private static func isLines(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    func number(_ letter: UInt8) -> Bool {
      guard rest.first == letter else { return false }
      let digits = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(1 + digits.count)
      return true
    }
    guard number(UInt8(ascii: "L")) else { return false }
    if rest.isEmpty { return true }
    _ = number(UInt8(ascii: "C"))
    guard rest.first == UInt8(ascii: "-") else { return false }
    rest = rest.dropFirst()
    guard number(UInt8(ascii: "L")) else { return false }
    _ = number(UInt8(ascii: "C"))
    return rest.isEmpty
  }
}
