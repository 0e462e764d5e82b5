import Markdown
import SourceCore

/// Flags a number of a list that does not follow from those before.
struct OlPrefix: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/ol-prefix", alias: "MD029",
    summary: "A numbered list counts neither up nor the same throughout.",
    why:
      "Readers see the numbers that the program counts, not those that are written; a number that "
      + "differs hides a list that was cut in two, or misleads the next author.",
    severity: .warning, source: "markdownlint MD029", isOnByDefault: false, tags: ["ol"])
  static let options = [
    RuleOption(
      "style", .choice(["one", "one_or_ordered", "ordered", "zero"], default: "one_or_ordered"),
      "all `1.`, all `0.`, counting up from 0 or 1, or whatever the list begins with")
  ]
  static let examples: [Example] = [
    .good("1. Import\n2. Clean\n3. Publish\n"),
    .good("1. Import\n1. Clean\n1. Publish\n"),
    .good("0. Import\n1. Clean\n"),
    .good("0. Import\n0. Clean\n", options: ["style": .text("zero")]),
    .bad("1. Import\n⟦3.⟧ Clean\n", fixed: "1. Import\n2. Clean\n"),
    .bad(
      "1. Import\n1. Clean\n⟦2.⟧ Publish\n", fixed: "1. Import\n1. Clean\n1. Publish\n"),
    .bad(
      "1. Import\n⟦1.⟧ Clean\n", fixed: "1. Import\n2. Clean\n",
      options: ["style": .text("ordered")]),
  ]

  private let style: String

  init(_ options: RuleOptionValues) {
    let written = options.written("style") ?? ""
    style = written.isEmpty ? options.text("style") : written
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for list in page.nodes(.list) where page.document.list(list)?.isOrdered == true {
      check(list, page, report)
    }
  }

  private func check(_ list: NodeID, _ page: MarkdownPage, _ report: (Finding) -> Void) {
    let document = page.document
    let first = NodeID(Int(list.index) + 1)
    let second = document.end(first)
    var expected = 1
    var counts = false
    if second < document.end(list) {
      let number = Self.number(first, page)
      counts = Self.number(second, page) != 1 || number == 0
      if counts, number == 0 { expected = 0 }
    }
    switch style {
    case "one_or_ordered", "ordered": counts = counts || style == "ordered"
    case "zero": (counts, expected) = (false, 0)
    case "one": (counts, expected) = (false, 1)
    default: counts = false
    }
    page.forEachItem(of: list) { item in
      defer { if counts { expected += 1 } }
      let number = Self.number(item, page)
      guard number != expected else { return }
      report(finding(item, number, expected, isFirst: item == first, page))
    }
  }

  private func finding(
    _ item: NodeID, _ number: Int, _ expected: Int, isFirst: Bool, _ page: MarkdownPage
  ) -> Finding {
    let marker = ItemMarker(of: item, in: page).marker
    let digits = ByteRange(marker.start, marker.end - 1)
    let wanted = String(expected)
    let line = page.lines.line(at: marker.start)
    // Only a list that begins with 1 may follow a line of text.
    let isRead = !isFirst || expected == 1 || line == page.firstLine || page.isBlank(line - 1)
    let edits = ItemIndentation(item, in: page)
      .edits(movingContentBy: wanted.utf8.count - digits.count, in: page)
    var fix: Fix?
    if isRead, let edits {
      fix = Fix(
        title: "write \(wanted)", edits: [Fix.Edit(digits, wanted)] + edits, applicability: .safe)
    }
    return Finding(
      marker, "the number is \(number) where \(wanted) is expected", help: "write \(wanted)",
      fix: fix)
  }

  private static func number(_ item: NodeID, _ page: MarkdownPage) -> Int {
    var at = page.document.range(item).start
    var number = 0
    while at < page.source.count, page.source[at] &- 0x30 < 10 {
      number = number * 10 + Int(page.source[at] - 0x30)
      at += 1
    }
    return number
  }
}
