import Markdown
import SourceCore

/// Flags lines that are longer than allowed.
struct LineLength: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/line-length", alias: "MD013",
    summary: "A line is too long.",
    why: "Changes in short lines are easier to compare, and some editors do not wrap long ones.",
    severity: .warning, source: "markdownlint MD013", isOnByDefault: false, tags: ["line_length"])
  private static let length = 1...1_000_000
  static let options = [
    RuleOption("line_length", .number(length, default: 80), "characters in a line"),
    RuleOption(
      "heading_line_length", .number(length, default: 80), "characters in the line of a heading"),
    RuleOption(
      "code_block_line_length", .number(length, default: 80), "characters in a line of code"),
    RuleOption("code_blocks", .flag(default: true), "look into blocks of code as well"),
    RuleOption("tables", .flag(default: true), "look into tables as well"),
    RuleOption("headings", .flag(default: true), "look at headings as well"),
    RuleOption("strict", .flag(default: false), "flag all lines that are too long"),
    RuleOption("stern", .flag(default: false), "flag long lines that could be wrapped"),
  ]
  static let looksAtTheStart = true
  static let examples: [Example] = [
    .good("A text\nof short lines.\n", options: length(14)),
    .good("# See https://example.org/\n\n[A link](https://example.org/)\n", options: length(10)),
    .good("A word: incomprehensibilities\n", options: length(10)),
    .good("A text that is long.\n"),
    .good("A heading\n=========\n", options: length(5, "headings", .flag(false))),
    .bad("A text tha⟦t is long.⟧\n", options: length(10)),
    .bad("Größe 価🎯⟦é of it⟧\n", options: length(9)),
    .bad("A: incompr⟦ehensible⟧\n", options: length(10, "stern", .flag(true))),
    .bad("[A link](h⟦ttps://example.org/)⟧\n", options: length(10, "strict", .flag(true))),
    .bad(
      "# Prices and w⟦eights of it⟧\n", options: length(10, "heading_line_length", .number(14))),
  ]

  private static func length(
    _ number: Int, _ name: String? = nil, _ value: RuleSettings.Value = .flag(true)
  ) -> [String: RuleSettings.Value] {
    var options = ["line_length": RuleSettings.Value.number(number)]
    if let name { options[name] = value }
    return options
  }

  private let limit: Int
  private let headingLimit: Int
  private let codeLimit: Int
  private let exempt: LineFlags
  private let isStrict: Bool
  private let isStern: Bool

  init(_ options: RuleOptionValues) {
    limit = options.number("line_length")
    headingLimit =
      options.isSet("heading_line_length") ? options.number("heading_line_length") : limit
    codeLimit =
      options.isSet("code_block_line_length") ? options.number("code_block_line_length") : limit
    var exempt: LineFlags = .definition
    if !options.flag("code_blocks") { exempt.formUnion(.code) }
    if !options.flag("tables") { exempt.insert(.table) }
    if !options.flag("headings") { exempt.insert(.heading) }
    self.exempt = exempt
    isStrict = options.flag("strict")
    isStern = options.flag("stern")
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let least = min(limit, headingLimit, codeLimit)
    var kinds = LongLineKinds(page)
    for line in page.firstLine..<page.lineCount {
      let content = page.content(ofLine: line)
      // A character has at least a byte.
      guard content.count > least else { continue }
      let flags = page.flags(ofLine: line)
      guard flags.isDisjoint(with: exempt) else { continue }
      let limit =
        !flags.isDisjoint(with: .code)
        ? codeLimit : flags.contains(.heading) ? headingLimit : limit
      guard content.count > limit else { continue }
      let length = CodeUnits.count(content, in: page.source)
      guard length > limit, isStrict || isTooLong(content, length, limit, page) else { continue }
      if kinds.isFootnote(content) || !isStrict && kinds.isLinkOnly(content) { continue }
      let start = CodeUnits.offset(limit, in: content, of: page.source)
      report(
        Finding(
          ByteRange(start, content.end), "this line has \(length) characters, more than \(limit)",
          help: "break it into several lines"))
    }
  }

  /// Whether a line that is too long has a blank to break it at; `stern` looks at the whole line,
  /// else only blanks behind the limit count.
  private func isTooLong(
    _ line: ByteRange, _ length: Int, _ limit: Int, _ page: MarkdownPage
  ) -> Bool {
    let bytes = page.cleared
    if isStern {
      // Behind the marks and blanks that it begins with, a line of one word has no blank.
      var index = line.start
      var word = line.start
      while index < line.end {
        let blank = Whitespace.length(at: index, to: line.end, in: bytes)
        if blank > 0 {
          word = index + blank
        } else if bytes[index] != UInt8(ascii: "#"), bytes[index] != UInt8(ascii: ">") {
          break
        }
        index += max(blank, 1)
      }
      while word < line.end {
        if Whitespace.length(at: word, to: line.end, in: bytes) > 0 { return true }
        word += 1
      }
      return false
    }
    // The last word may begin within the limit and end behind it.
    var last = line.end
    while last > line.start {
      let byte = bytes[last - 1]
      if byte <= 0x20 || byte >= 0x80,
        Whitespace.trimmedEnd(ByteRange(line.start, last), in: bytes) < last
      {
        break
      }
      last -= 1
    }
    return length - CodeUnits.count(ByteRange(last, line.end), in: page.source) >= limit
  }
}
