import SourceCore

/// A page in Markdown as a terminal shows it: for pages of our own, such as those of rules.
///
/// It knows headings, lists, fenced blocks and code in text; `⟦` and `⟧` in a block mark what is
/// flagged.
public struct TerminalPage {
  private let style: TextStyle
  private let width: Int
  private var out = ""
  /// Whether the text is within backticks.
  private var isCode = false

  /// Prepares a page of some columns.
  public init(color: Bool, width: Int) {
    style = TextStyle(isColored: color)
    self.width = width
  }

  /// The page.
  public mutating func show(_ markdown: String) -> String {
    out = ""
    var fence: Substring?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if line == open { fence = nil } else { block(String(line)) }
      } else if ticks.utf8.count >= 3 {
        fence = ticks
      } else {
        text(line)
      }
    }
    while out.hasSuffix("\n\n") { out.removeLast() }
    return out
  }

  private mutating func block(_ line: String) {
    var shown = style(.frame, "  │ ")
    for (number, part) in line.split(separator: "⟦", omittingEmptySubsequences: false).enumerated()
    {
      let ends = part.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
      // Before the first mark nothing is flagged; a span may end on a later line.
      let flagged = ends.count > 1 || number > 0 ? ends.first.map { String($0) } ?? "" : ""
      let plain = ends.count > 1 ? String(ends[1]) : number > 0 ? "" : String(part)
      shown += Self.marked(flagged, style) + TerminalText.visible(plain)
    }
    out += shown + "\n"
  }

  /// What is flagged: in colour, else between its marks.
  private static func marked(_ text: String, _ style: TextStyle) -> String {
    guard !text.isEmpty else { return "" }
    let visible = TerminalText.visible(text)
    return style.isColored ? style(.error, visible) : "⟦\(visible)⟧"
  }

  private mutating func text(_ line: Substring) {
    let level = line.prefix { $0 == "#" }.utf8.count
    if level > 0, line.dropFirst(level).hasPrefix(" ") {
      let title = String(line.dropFirst(level + 1))
      out += style(level < 3 ? .strong : .note, title) + "\n"
      return
    }
    let isItem = line.hasPrefix("- ")
    let lines = TerminalText.wrapped(
      String(isItem ? line.dropFirst(2) : line), width: width - (isItem ? 2 : 0))
    isCode = false
    for (number, line) in lines.enumerated() {
      out += isItem ? (number == 0 ? "- " : "  ") : ""
      out += inline(line) + "\n"
    }
  }

  /// Code in text in colour, else between its backticks.
  private mutating func inline(_ line: String) -> String {
    guard style.isColored else { return line }
    var shown = ""
    for (number, part) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { isCode.toggle() }
      shown += isCode ? style(.help, String(part)) : String(part)
    }
    return shown
  }
}
