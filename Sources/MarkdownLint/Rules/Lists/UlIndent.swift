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

  /// A list that is open.
  private struct Open {
    let list: NodeID
    let end: NodeID
    /// How many bullet lists it is in; nil where the rule has nothing to say.
    let level: Int?
    /// The fixes of its items that need one, first to last: of all of them, or none.
    var fixes: ArraySlice<Fix>
    /// In which column the content of the item that is open starts once this rule's fixes are
    /// applied, counted from the last quote's marker.
    var content: Int?
  }

  /// The line that the items being checked begin in; many lists may begin in one line.
  private struct Line {
    var number = -1
    /// How far its markers are moved by the fix of the first.
    var moved = 0
    /// Where the line is read up to, and where the last quote's marker and its blank end so far.
    private var position = 0
    private var behindQuotes = 0

    /// How many bytes stand between the last quote's marker and an item's; items come in order.
    mutating func column(of marker: Int, in page: MarkdownPage) -> Int {
      if number < 0 || marker >= page.lines.range(ofLine: number).upperBound {
        number = page.lines.line(at: marker)
        moved = 0
        position = page.content(ofLine: number).start
        behindQuotes = position
      }
      while position < marker {
        if page.source[position] == UInt8(ascii: ">") {
          let hasBlank = position + 1 < marker && MarkdownPage.isBlank(page.source[position + 1])
          behindQuotes = position + (hasBlank ? 2 : 1)
        }
        position += 1
      }
      return marker - behindQuotes
    }
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let document = page.document
    var open: [Open] = []
    var line = Line()
    for item in page.nodes(.listItem) {
      let list = document.parent(item) ?? Document.root
      while let last = open.last, last.end <= item { open.removeLast() }
      let marker = document.range(item).start
      let actual = line.column(of: marker, in: page)
      if open.last?.list != list {
        let level = level(of: list, open.last, page)
        let above = level ?? 0 > 0 ? open.last?.content : nil
        open.append(
          Open(
            list: list, end: document.end(list), level: level,
            fixes: level.map { fixes(list, $0, inside: above, line, page) } ?? []))
      }
      if open[open.count - 1].level != nil {
        check(item, actual, &open[open.count - 1], &line, page, report)
      }
    }
  }

  private func level(of list: NodeID, _ outer: Open?, _ page: MarkdownPage) -> Int? {
    guard let info = page.document.list(list), !info.isOrdered else { return nil }
    guard let outer else { return isInIndentedBox(list, page) ? nil : 0 }
    // A quote between the two begins anew.
    var at = page.document.parent(list)
    while let node = at, node != outer.list {
      if page.document.kind(node) == .blockQuote { return 0 }
      at = page.document.parent(node)
    }
    return outer.level.map { $0 + 1 }
  }

  /// Whether the list stands in a box or directive that is indented, itself or with all that is in
  /// it.
  private func isInIndentedBox(_ list: NodeID, _ page: MarkdownPage) -> Bool {
    guard let box = page.ancestor(of: list, .div, .directive, .blockQuote),
      page.document.kind(box) != .blockQuote
    else { return false }
    return isIndented(box, page) || isIndented(NodeID(Int(box.index) + 1), page)
  }

  private func isIndented(_ block: NodeID, _ page: MarkdownPage) -> Bool {
    let start = page.document.range(block).start
    let line = page.content(ofLine: page.lines.line(at: start)).start
    return start > line && MarkdownPage.isBlank(page.source[start - 1])
  }

  private func expected(_ level: Int) -> Int { start + level * indent }

  private func check(
    _ item: NodeID, _ actual: Int, _ open: inout Open, _ line: inout Line, _ page: MarkdownPage,
    _ report: (Finding) -> Void
  ) {
    let prefix = ItemMarker(of: item, in: page)
    let expected = expected(open.level ?? 0)
    if actual != expected {
      let needsFix = actual + line.moved != expected
      let fix = needsFix ? open.fixes.popFirst() : nil
      report(
        Finding(
          ByteRange(prefix.marker.start - actual, prefix.marker.end),
          "the bullet is indented by \(actual) where \(expected) is expected",
          help: "indent it by \(expected)", fix: fix))
      if fix != nil { line.moved += expected - actual }
    }
    open.content = actual + line.moved + 1 + max(1, prefix.blanks.count)
  }

  /// The fixes of a list's items: of all that need one or, where one cannot be had, none; if some
  /// were moved and others not, some would be nested in others.
  private func fixes(
    _ list: NodeID, _ level: Int, inside above: Int?, _ current: Line, _ page: MarkdownPage
  ) -> ArraySlice<Fix> {
    let expected = expected(level)
    var fixes: [Fix] = []
    // Further to the left it would be out of the footnote.
    let box = above == nil ? page.ancestor(of: list, .footnoteDefinition, .blockQuote) : nil
    var isFixable = box.map { page.document.kind($0) == .blockQuote } ?? true
    var line = current
    page.forEachItem(of: list) { item in
      guard isFixable else { return }
      let marker = page.document.range(item).start
      let actual = line.column(of: marker, in: page)
      guard actual + line.moved != expected else { return }
      let start = marker - actual
      // Where the marker would leave the item that it is in, there is nothing safe to do; and
      // behind a quote's marker, more than one space is what another rule flags.
      let isInside =
        above.map { expected >= $0 && expected < $0 + 4 }
        ?? (expected < actual || expected < 4 && start == page.content(ofLine: line.number).start)
      let isFirst = page.indented(ByteRange(start, marker)) == marker
      let indentation = ItemIndentation(item, in: page, skippingBullets: true)
      let fix =
        isInside && isFirst
        ? indentation.fix(from: marker, to: start + expected, in: page) : nil
      if let fix { fixes.append(fix) } else { isFixable = false }
    }
    return isFixable ? fixes[...] : []
  }
}
