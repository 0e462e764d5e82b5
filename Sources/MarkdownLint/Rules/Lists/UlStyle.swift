import Markdown
import SourceCore

/// Flags a bullet that differs from the list's style.
struct UlStyle: DenseRule {
  static let info = RuleInfo(
    id: "markdown/ul-style", alias: "MD004",
    summary: "A list uses another bullet than the style asks for.",
    why:
      "One bullet throughout shows that lists are of one kind; two lists with different bullets "
      + "that stand next to each other are easily taken for one.",
    severity: .warning, source: "markdownlint MD004", isOnByDefault: false, tags: ["bullet", "ul"])
  static let options = [
    RuleOption(
      "style",
      .choice(["asterisk", "consistent", "dash", "plus", "sublist"], default: "consistent"),
      "which bullet: a given one, that of the first list, or another one at each level")
  ]
  static let examples: [Example] = [
    .good("- Import\n- Clean\n  - Outliers\n"),
    .good("* Import\n  + Census\n* Clean\n", options: ["style": .text("sublist")]),
    .good("+ Import\n\nText.\n\n+ Clean\n"),
    .bad(
      "- Import\n- Clean\n\nText.\n\n⟦*⟧ Publish\n",
      fixed: "- Import\n- Clean\n\nText.\n\n- Publish\n"),
    .bad(
      "- Import\n  ⟦-⟧ Census\n  ⟦-⟧ Survey\n", fixed: "- Import\n  + Census\n  + Survey\n",
      options: ["style": .text("sublist")]),
    .bad("⟦*⟧ Import\n", fixed: "+ Import\n", options: ["style": .text("plus")]),
  ]

  private let style: String

  init(_ options: RuleOptionValues) {
    let written = options.written("style") ?? ""
    let style = options.text("style")
    // What markdownlint does not know it takes for dashes.
    self.style = written.isEmpty || written == style ? style : "dash"
  }

  func check(_ page: MarkdownPage, report: DenseReport) {
    let document = page.document
    var expected = Self.marker(of: style)
    let isSublist = style == "sublist"
    var ends: [NodeID] = []
    var levels: [UInt8] = []
    var tableEnd = Document.root
    var tables = page.nodes(.directive).filter { document.directive($0)?.name == "list-table" }[...]
    for list in page.nodes(.list) {
      // A table written as nested lists is told apart by its bullets.
      while let table = tables.first, table < list {
        tableEnd = document.end(table)
        tables.removeFirst()
      }
      if list < tableEnd { continue }
      while isSublist, let end = ends.last, end <= list { ends.removeLast() }
      let level = ends.count
      if isSublist { ends.append(document.end(list)) }
      guard let info = document.list(list), !info.isOrdered else { continue }
      if isSublist {
        while levels.count <= level { levels.append(0) }
        if levels[level] == 0 {
          let above = level > 0 ? levels[level - 1] : 0
          levels[level] = info.marker == above ? Self.other(than: above) : info.marker
        }
        expected = levels[level]
      } else if expected == 0 {
        expected = info.marker
      }
      guard info.marker != expected else { continue }
      // An item that keeps its bullet would cut the list in two.
      var isSafe = true
      page.forEachItem(of: list) { isSafe = isSafe && !makesBreak($0, expected, page) }
      page.forEachItem(of: list) { item in
        let start = document.range(item).start
        let bytes = ByteRange(start, start + 1)
        report(bytes, finding(bytes, info.marker, expected, isSafe))
      }
    }
  }

  private func finding(_ bytes: ByteRange, _ marker: UInt8, _ expected: UInt8, _ isSafe: Bool)
    -> Finding
  {
    let wanted = String(decoding: [expected], as: UTF8.self)
    return Finding(
      bytes,
      "the bullet is `\(String(decoding: [marker], as: UTF8.self))` where it is `\(wanted)` "
        + (style == "consistent" ? "elsewhere" : "by the style"),
      help: "write `\(wanted)`",
      fix: isSafe
        ? Fix(title: "write `\(wanted)`", replacing: bytes, with: wanted, applicability: .safe)
        : nil)
  }

  /// Whether the rest of an item's line would become a thematic break.
  private func makesBreak(_ item: NodeID, _ marker: UInt8, _ page: MarkdownPage) -> Bool {
    var at = page.document.range(item).start + 1
    var count = 1
    while at < page.source.count, page.source[at] != 0x0A, page.source[at] != 0x0D {
      if page.source[at] == marker {
        count += 1
      } else if !MarkdownPage.isBlank(page.source[at]) {
        return false
      }
      at += 1
    }
    return count >= 3
  }

  private static func marker(of style: String) -> UInt8 {
    switch style {
    case "asterisk": UInt8(ascii: "*")
    case "dash": UInt8(ascii: "-")
    case "plus": UInt8(ascii: "+")
    default: 0
    }
  }

  private static func other(than marker: UInt8) -> UInt8 {
    switch marker {
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "+"): UInt8(ascii: "*")
    default: UInt8(ascii: "-")
    }
  }
}
