import Markdown
import SourceCore

/// Flags another number of blanks behind a list's marker than the style asks for.
struct ListMarkerSpace: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/list-marker-space", alias: "MD030",
    summary: "Too many or too few spaces follow a list's marker.",
    why:
      "The spaces behind the marker set how far the rest of the item must be indented; where they "
      + "differ from item to item, that is easily missed.",
    severity: .warning, source: "markdownlint MD030", isOnByDefault: false,
    tags: ["ol", "ul", "whitespace"])
  static let options = [
    RuleOption("ol_multi", .number(1...4, default: 1), "spaces where items have several lines"),
    RuleOption("ol_single", .number(1...4, default: 1), "spaces where all items have one line"),
    RuleOption("ul_multi", .number(1...4, default: 1), "spaces where items have several lines"),
    RuleOption("ul_single", .number(1...4, default: 1), "spaces where all items have one line"),
  ]
  static let examples: [Example] = [
    .good("- Import\n- Clean\n"),
    .good("1. Import\n2. Clean\n"),
    .good("-   Import\n\n    from the census\n", options: ["ul_multi": .number(3)]),
    .bad("-⟦  ⟧Import\n- Clean\n", fixed: "- Import\n- Clean\n"),
    .bad("1.⟦   ⟧Import\n\n     from the census\n", fixed: "1. Import\n\n   from the census\n"),
    .bad(
      "-⟦ ⟧Import\n  - Census\n", fixed: "-   Import\n    - Census\n",
      options: ["ul_multi": .number(3), "ul_single": .number(1)]),
  ]

  private let single: (bullet: Int, number: Int)
  private let multi: (bullet: Int, number: Int)

  init(_ options: RuleOptionValues) {
    single = (options.number("ul_single"), options.number("ol_single"))
    multi = (options.number("ul_multi"), options.number("ol_multi"))
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for list in page.nodes(.list) {
      let isOrdered = page.document.list(list)?.isOrdered == true
      let expected = expected(list, isOrdered, page)
      page.forEachItem(of: list) { item in
        let marker = ItemMarker(of: item, in: page)
        let actual = marker.blanks.count
        guard actual > 0, actual != expected else { return }
        report(finding(item, marker.blanks, expected, page))
      }
    }
  }

  private func expected(_ list: NodeID, _ isOrdered: Bool, _ page: MarkdownPage) -> Int {
    let single = isOrdered ? single.number : single.bullet
    let multi = isOrdered ? multi.number : multi.bullet
    guard single != multi else { return single }
    var items = 0
    page.forEachItem(of: list) { _ in items += 1 }
    return page.lastLine(of: list) - page.line(of: list) + 1 == items ? single : multi
  }

  private func finding(_ item: NodeID, _ blanks: ByteRange, _ expected: Int, _ page: MarkdownPage)
    -> Finding
  {
    let wanted = String(repeating: " ", count: expected)
    // In front of code, one blank belongs to the marker and the others to the code.
    let isCode =
      blanks.end < page.source.count && MarkdownPage.isBlank(page.source[blanks.end])
    let edits =
      isCode
      ? nil
      : ItemIndentation(item, in: page).edits(movingContentBy: expected - blanks.count, in: page)
    return Finding(
      blanks, "\(blanks.count) spaces follow the marker where \(expected) is expected",
      help: expected == 1 ? "write one space" : "write \(expected) spaces",
      fix: edits.map {
        Fix(
          title: "write \(expected == 1 ? "one space" : "\(expected) spaces")",
          edits: [Fix.Edit(blanks, wanted)] + $0, applicability: .safe)
      })
  }
}
