import Markdown
import SourceCore

/// Flags whitespace at the end of lines, but for two spaces that break a line.
struct NoTrailingSpaces: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-trailing-spaces", alias: "MD009",
    summary: "A line ends with whitespace.",
    why: "Nobody sees it, and it makes changes harder to compare.",
    severity: .warning, source: "markdownlint MD009", isOnByDefault: false, tags: ["whitespace"])
  static let options = [
    RuleOption("br_spaces", .number(0...100, default: 2), "spaces that break a line"),
    RuleOption("code_blocks", .flag(default: false), "look into blocks of code as well"),
    RuleOption(
      "list_item_empty_lines", .flag(default: false), "allow spaces in the lines of lists"),
    RuleOption("strict", .flag(default: false), "flag spaces that break no line"),
  ]
  static let examples: [Example] = [
    .good("A text.\n\nA verse  \nand another.\n"),
    .good("```text\nA line of code   \n```\n"),
    .good(
      "- One\n  \n  more\n", options: ["list_item_empty_lines": .flag(true)]),
    .bad("A text.⟦ ⟧\n", fixed: "A text.\n"),
    .bad("A text.\n⟦   ⟧\nMore.⟦\t⟧\n", fixed: "A text.\n\nMore.\n"),
    .bad("A verse⟦    ⟧\nand another.\n", fixed: "A verse  \nand another.\n"),
    .bad("The end.⟦  ⟧\n", fixed: "The end.\n", options: ["strict": .flag(true)]),
    .bad(
      "A verse⟦  ⟧\nand another.\n", fixed: "A verse\\\nand another.\n",
      options: ["br_spaces": .number(0)]),
    .bad(
      "```text\ncode⟦ ⟧\n```\n", fixed: "```text\ncode\n```\n",
      options: ["code_blocks": .flag(true)]
    ),
  ]

  private let expected: Int
  private let looksIntoCode: Bool
  private let allowsInLists: Bool
  private let isStrict: Bool

  init(_ options: RuleOptionValues) {
    let spaces = options.number("br_spaces")
    expected = spaces < 2 ? 0 : spaces
    looksIntoCode = options.flag("code_blocks")
    allowsInLists = options.flag("list_item_empty_lines")
    isStrict = options.flag("strict")
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let bytes = page.cleared
    var lines: TrailingSpaceLines?
    for line in page.firstLine..<page.lineCount {
      let content = page.content(ofLine: line)
      guard !content.isEmpty else { continue }
      let last = bytes[content.end - 1]
      guard last <= 0x20 || last >= 0x80 else { continue }
      let start = Whitespace.trimmedEnd(content, in: bytes)
      guard start < content.end else { continue }
      let spaces = ByteRange(start, content.end)
      let count = CodeUnits.count(spaces, in: bytes)
      if count == expected, !isStrict { continue }
      let known = lines ?? TrailingSpaceLines(page, inLists: allowsInLists, strict: isStrict)
      lines = known
      if !looksIntoCode, known.isCode(line, page) { continue }
      if allowsInLists, known.inLists[line] { continue }
      if count == expected, known.breaks(line) { continue }
      report(finding(spaces, count, page))
    }
  }

  private func finding(_ spaces: ByteRange, _ count: Int, _ page: MarkdownPage) -> Finding {
    // A break must stay one.
    let isBreak = count != expected && Self.isBreak(spaces, page)
    let rest = !isBreak ? "" : expected > 0 ? String(repeating: " ", count: expected) : "\\"
    // At the end of the line it would break it.
    let endsWithBackslash =
      spaces.start > 0 && page.source[spaces.start - 1] == UInt8(ascii: "\\")
    return Finding(
      spaces, "this line ends with \(count == 1 ? "a blank" : "\(count) blanks")",
      help: isBreak
        ? expected > 0
          ? "break the line with \(expected) spaces" : "break the line with a backslash"
        : "take them away",
      fix: endsWithBackslash
        ? nil
        : Fix(
          title: isBreak ? "break the line as asked for" : "take the whitespace away",
          replacing: spaces, with: rest, applicability: .safe))
  }

  /// Whether spaces at the end of a line break it.
  private static func isBreak(_ spaces: ByteRange, _ page: MarkdownPage) -> Bool {
    let breaks = page.nodes(.hardBreak)
    var low = breaks.startIndex
    var high = breaks.endIndex
    while low < high {
      let middle = (low + high) / 2
      if page.document.range(breaks[middle]).end <= spaces.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < breaks.endIndex && page.document.range(breaks[low]).start < spaces.end
  }
}
