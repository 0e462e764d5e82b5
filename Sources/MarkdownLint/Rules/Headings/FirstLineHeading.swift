import Markdown
import SourceCore

/// Flags a page that does not begin with its title.
struct FirstLineHeading: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/first-line-heading", alias: "MD041",
    summary: "A page does not begin with a top-level heading.",
    why: "The first heading is the page's title; without it a page has no name.",
    severity: .warning, source: "markdownlint MD041", isOnByDefault: false, tags: ["headings"])
  static let options = [
    RuleOption("allow_preamble", .flag(default: false), "allow a text above the first heading"),
    FrontMatterTitle.option,
    RuleOption("level", .number(1...6, default: 1), "the level of the title"),
  ]
  static let looksAtTheStart = true
  static let examples: [Example] = [
    .good("# Prices\n\nA text.\n"),
    .good("<!-- a comment -->\n\n<h1 align=\"center\">Prices</h1>\n"),
    .good("---\ntitle: Prices\n---\n\nA text.\n"),
    .good("A text.\n\n# Prices\n", options: ["allow_preamble": .flag(true)]),
    .bad("⟦A text.⟧\n\n# Prices\n"),
    .bad("⟦## Prices⟧\n"),
    .bad("⟦<div>⟧\n\n# Prices\n"),
    .bad("---\nlayout: page\n---\n\n⟦A text.⟧\nMore.\n"),
  ]

  private let allowsPreamble: Bool
  private let level: Int
  private let title: FrontMatterTitle

  init(_ options: RuleOptionValues) {
    allowsPreamble = options.flag("allow_preamble")
    level = options.number("level")
    title = FrontMatterTitle(options)
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for block in page.document.children(Document.root) {
      if page.isSilent(block) { continue }
      let found: Int
      if page.document.kind(block) == .heading {
        found = page.document.headingLevel(block)
      } else if let level = tagLevel(block, page) {
        found = level
      } else if allowsPreamble {
        continue
      } else {
        found = 0
      }
      if found != level, !title.isGiven(in: page) {
        report(finding(block, found, page))
      }
      return
    }
  }

  private func finding(_ block: NodeID, _ found: Int, _ page: MarkdownPage) -> Finding {
    let start = page.document.range(block).start
    let line = page.content(ofLine: page.lines.line(at: start))
    return Finding(
      ByteRange(start, max(start, Whitespace.trimmedEnd(line, in: page.source))),
      found == 0
        ? "the page begins with this, not with a heading of level \(level)"
        : "the first heading has level \(found), not \(level)",
      help: found == 0
        ? "put the page's title above it, as a heading of level \(level)"
        : "make it a heading of level \(level)")
  }

  /// The level of a block of HTML that begins with the tag of a heading; nil for others.
  private func tagLevel(_ block: NodeID, _ page: MarkdownPage) -> Int? {
    guard page.document.kind(block) == .htmlBlock else { return nil }
    var bytes = page.cleared[page.document.range(block).indices]
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    guard bytes.first == UInt8(ascii: "<") else { return nil }
    bytes.removeFirst()
    if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
    guard let letter = bytes.first, letter | 0x20 == UInt8(ascii: "h") else { return nil }
    bytes.removeFirst()
    guard let digit = bytes.first, digit >= UInt8(ascii: "1"), digit <= UInt8(ascii: "6") else {
      return nil
    }
    bytes.removeFirst()
    // A tag that never ends is no tag.
    guard let next = bytes.first,
      next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next <= 0x20,
      bytes.contains(UInt8(ascii: ">"))
    else { return nil }
    return Int(digit - UInt8(ascii: "0"))
  }
}
