import Markdown
import SourceCore

/// Flags a bullet list that is not indented by the same step at each level.
struct UlIndent: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/ul-indent", alias: "MD007",
    summary: "A bullet is not indented as its level asks for.",
    why:
      "With one step for each level a reader of the source sees at once what is nested in what, "
      + "and all programs read the list alike.",
    severity: .warning, source: "markdownlint MD007", isOnByDefault: false,
    tags: ["bullet", "indentation", "ul"])
  static let options = [
    RuleOption("indent", .number(1...16, default: 2), "spaces for each level"),
    RuleOption(
      "start_indent", .number(1...16, default: 2),
      "spaces for the first level, where it is indented; `indent` where nothing is said"),
    RuleOption("start_indented", .flag(default: false), "whether the first level is indented"),
  ]
  static let examples: [Example] = [
    .good("- Import\n  - Census\n  - Survey\n- Clean\n"),
    .good("1. Import\n   - Census\n"),
    .good(" - Import\n    - Census\n", options: Self.indented),
    .bad("- Import\n⟦   -⟧ Census\n", fixed: "- Import\n  - Census\n"),
    .bad(
      "⟦ *⟧ Import\n\n   The census first.\n⟦ *⟧ Clean\n",
      fixed: "* Import\n\n  The census first.\n* Clean\n"),
    .bad("> Text.\n>\n> ⟦ -⟧ Import\n", fixed: "> Text.\n>\n> - Import\n"),
    .bad("⟦-⟧ Import\n", fixed: " - Import\n", options: Self.indented),
    // Moving the inner list alone would take it out of the outer one.
    .bad("-   Import\n⟦    -⟧ Census\n"),
  ]
  private static let indented: [String: RuleSettings.Value] = [
    "indent": .number(3), "start_indent": .number(1), "start_indented": .flag(true),
  ]

  private let indent: Int
  private let start: Int

  init(_ options: RuleOptionValues) {
    indent = options.number("indent")
    let start = options.isSet("start_indent") ? options.number("start_indent") : indent
    self.start = options.flag("start_indented") ? start : 0
  }

  /// A list that is open; `level` is nil where the rule has nothing to say.
  private struct Open {
    let list: NodeID
    let end: NodeID
    let level: Int?
    /// From where to where an item's content may start to be in the item that is open; in columns
    /// behind quotes, once this rule's fixes are applied.
    var content: Int?
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let document = page.document
    guard !page.nodes(.list).isEmpty else { return }
    var open: [Open] = []
    for item in page.nodes(.listItem) {
      let list = document.parent(item) ?? Document.root
      while let last = open.last, last.end <= item { open.removeLast() }
      if open.last?.list != list {
        open.append(
          Open(list: list, end: document.end(list), level: level(of: list, open.last, page)))
      }
      guard let level = open[open.count - 1].level else { continue }
      let above = open.count > 1 && level > 0 ? open[open.count - 2].content : nil
      open[open.count - 1].content = check(item, level, inside: above, page, report)
    }
  }

  private func level(of list: NodeID, _ outer: Open?, _ page: MarkdownPage) -> Int? {
    guard let info = page.document.list(list), !info.isOrdered else { return nil }
    guard let outer else { return 0 }
    // A quote between the two begins anew.
    var at = page.document.parent(list)
    while let node = at, node != outer.list {
      if page.document.kind(node) == .blockQuote { return 0 }
      at = page.document.parent(node)
    }
    return outer.level.map { $0 + 1 }
  }

  /// Reports an item; returns the column that its content starts in once it is fixed.
  private func check(
    _ item: NodeID, _ level: Int, inside above: Int?, _ page: MarkdownPage,
    _ report: (Finding) -> Void
  ) -> Int {
    let marker = ItemMarker(of: item, in: page)
    let lineStart = page.content(ofLine: page.lines.line(at: marker.marker.start)).start
    let start = behindQuotes(marker.marker.start, lineStart, page)
    let expected = self.start + level * indent
    let actual = marker.marker.start - start
    let width = 1 + max(1, marker.blanks.count)
    guard actual != expected else { return actual + width }
    // Where the marker would leave the item that it is in, there is nothing safe to do.
    let isInside = above.map { expected >= $0 && expected < $0 + 4 } ?? (expected < 4)
    let fix =
      isInside && (expected > actual || !takesIn(item, expected + width, page))
      ? ItemIndentation(item, in: page, skippingBullets: true).fix(
        from: start + actual, to: start + expected, in: page)
      : nil
    report(
      Finding(
        ByteRange(start, marker.marker.end),
        "the bullet is indented by \(actual) where \(expected) is expected",
        help: "indent it by \(expected)", fix: fix))
    return (fix == nil ? actual : expected) + width
  }

  /// Whether the block behind an item would become a part of it if the content began in `column`.
  private func takesIn(_ item: NodeID, _ column: Int, _ page: MarkdownPage) -> Bool {
    let next = page.document.end(item)
    guard Int(next.index) < page.document.nodeCount else { return false }
    switch page.document.kind(next) {
    case .list, .listItem: return false
    default:
      let content = page.content(ofLine: page.line(of: next))
      let start = page.behindMarkers(content)
      return start - behindQuotes(start, content.start, page) >= column
    }
  }

  /// Where the blanks that indent a marker start: behind the last quote's marker and its blank.
  private func behindQuotes(_ marker: Int, _ lineStart: Int, _ page: MarkdownPage) -> Int {
    var at = marker
    while at > lineStart, page.source[at - 1] != UInt8(ascii: ">") { at -= 1 }
    guard at > lineStart, at < marker, MarkdownPage.isBlank(page.source[at]) else { return at }
    return at + 1
  }
}
