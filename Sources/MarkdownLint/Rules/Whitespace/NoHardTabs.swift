import Markdown
import SourceCore

/// Flags tabs.
struct NoHardTabs: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-hard-tabs", alias: "MD010",
    summary: "A line holds a tab.",
    why: "How wide a tab is depends on the program that shows it.",
    severity: .warning, source: "markdownlint MD010", isOnByDefault: false,
    tags: ["whitespace", "hard_tab"])
  static let options = [
    RuleOption("code_blocks", .flag(default: true), "look into code as well"),
    RuleOption(
      "ignore_code_languages", .texts(default: []), "languages whose code may have tabs"),
    RuleOption("spaces_per_tab", .number(0...100, default: 1), "spaces that replace a tab"),
  ]
  static let examples: [Example] = [
    .good("A text.\n\n- A list\n  - and another\n"),
    .good("```text\na\tb\n```\n\n`a\tb`\n", options: ["code_blocks": .flag(false)]),
    .good(
      "```Makefile\n\trule\n```\n", options: ["ignore_code_languages": .texts(["makefile"])]),
    .bad("A⟦\t⟧text.\n", fixed: "A text.\n"),
    .bad("```text\na⟦\t\t⟧b\n```\n", fixed: "```text\na  b\n```\n"),
    .bad("-⟦\t⟧A list\n⟦\t⟧- and another\n", fixed: "-   A list\n    - and another\n"),
    .bad("A⟦\t⟧text.\n", fixed: "A    text.\n", options: ["spaces_per_tab": .number(4)]),
  ]

  private let looksIntoCode: Bool
  private let languages: Set<String>
  private let width: Int
  private let isWidthSet: Bool

  init(_ options: RuleOptionValues) {
    looksIntoCode = options.flag("code_blocks")
    languages = Set(options.texts("ignore_code_languages").map { $0.lowercased() })
    width = options.number("spaces_per_tab")
    isWidthSet = options.isSet("spaces_per_tab")
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let bytes = page.cleared
    let tab: UInt8 = 0x09
    var position = page.lines.start(ofLine: page.firstLine)
    guard var start = ByteSearch.first(tab, in: bytes, from: position) else { return }
    let code = TabCode(page, languages: languages, looksIntoCode: looksIntoCode)
    var next = 0
    while true {
      var end = start
      while end < bytes.count, bytes[end] == tab { end += 1 }
      position = end
      while next < code.ranges.count, code.ranges[next].end < start { next += 1 }
      let isExempt = next < code.ranges.count && code.ranges[next].start < end
      if !isExempt { report(finding(ByteRange(start, end), page)) }
      guard let found = ByteSearch.first(tab, in: bytes, from: position) else { return }
      start = found
    }
  }

  private func finding(_ tabs: ByteRange, _ page: MarkdownPage) -> Finding {
    let line = page.lines.line(at: tabs.start)
    let content = page.content(ofLine: line)
    var spaces = tabs.count * width
    // In front of a line's text tabs decide what the text belongs to: it must stay where it stands.
    if !isWidthSet, let column = Self.column(of: tabs.start, content, line, page) {
      spaces = (column / 4 + tabs.count) * 4 - column
    }
    var isFixed = true
    let isCode = page.flags(ofLine: line).contains(.fencedCode)
    let text = page.indented(ByteRange(tabs.end, content.end))
    if isCode, text < content.end,
      page.source[text] == UInt8(ascii: "`") || page.source[text] == UInt8(ascii: "~")
    {
      // A fence that is indented so far closes no code, and shall close none.
      isFixed = false
    } else if !isCode, tabs.end == content.end, tabs.start > content.start {
      // Two spaces would break the line.
      spaces = page.source[tabs.start - 1] == 0x20 ? 0 : 1
    }
    return Finding(
      tabs, tabs.count == 1 ? "this is a tab" : "these are \(tabs.count) tabs",
      help: "write spaces",
      fix: isFixed
        ? Fix(
          title: "write spaces", replacing: tabs, with: String(repeating: " ", count: spaces),
          applicability: .safe)
        : nil)
  }

  /// The column of a tab that stands among a line's indentation and markers; nil for others.
  private static func column(
    of offset: Int, _ content: ByteRange, _ line: Int, _ page: MarkdownPage
  ) -> Int? {
    let flags = page.flags(ofLine: line)
    // What a fence holds at the top of a page is no indentation.
    if flags.contains(.fencedCode), flags.isDisjoint(with: [.list, .quote]) { return nil }
    // No line is indented that far; looking there for each of its tabs would take too long.
    guard offset - content.start <= 1_000 else { return nil }
    var column = 0
    var index = content.start
    while index < offset {
      switch page.source[index] {
      case 0x20, UInt8(ascii: ">"): column += 1
      case 0x09: column = (column / 4 + 1) * 4
      default:
        guard let end = page.endOfListMarker(at: index, to: content.end), end <= offset else {
          return nil
        }
        column += end - index
        index = end
        continue
      }
      index += 1
    }
    return column
  }
}
