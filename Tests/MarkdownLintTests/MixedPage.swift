import TestSupport

/// Pages put together at random from constructs that rules look at.
enum MixedPage {
  private static let parts = [
    "# Heading", "#Heading", "##  Two  blanks", "## Closed  ##", "### Question?", "Setext", "===",
    "---", "***", "* * *", "", "", "", "\t", "   ", "Text with  blanks. ", "Text.  ", "Text.   ",
    "A *word* and _another_, **strong** and __strong__.", "* spaced * and ** strong **",
    "`code` and ` spaced ` code", "[ link ]( a.md )", "[link](a.md)", "[link][id]", "[id]: a.md",
    "(reversed)[a.md]", "https://example.org", "<https://example.org>", "![](a.png)",
    "- item", "* item", "+ item", "  - nested", "   * nested", "\t- nested", "1. one", "1. one",
    "2) two", "  10. ten", "-   wide", "- ", "> quote", ">  wide quote", ">", ">- item in quote",
    "```", "```text", "~~~", "$ command", "    indented", "\tindented", "<div>", "</div>",
    "<!-- comment -->", "| a | b |", "|---|---|", "| 1 | 2 |", "a | b", "--- | ---", "1 | 2",
    "html &amp; more", "end\\", "<br>", "**All strong**", "Ünïcödé – text", "[^1]", "[^1]: Note.",
    "javascript and github", "1. a\n\n   b", "- a\n\n\n- b", "Line with\ttab",
  ]

  /// A page; line endings are of one kind, and some have a byte-order mark, front matter or no end.
  static func text(_ random: inout SeededGenerator) -> String {
    let ending = Int.random(in: 0..<5, using: &random) == 0 ? "\r\n" : "\n"
    var lines: [String] = []
    if Int.random(in: 0..<6, using: &random) == 0 { lines = ["---", "title: A page", "---"] }
    for _ in 0..<Int.random(in: 1..<24, using: &random) {
      lines.append(parts.randomElement(using: &random) ?? "")
    }
    var text = lines.joined(separator: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .joined(separator: ending)
    if Bool.random(using: &random) { text += ending }
    return (Int.random(in: 0..<12, using: &random) == 0 ? "\u{FEFF}" : "") + text
  }
}

extension MixedPage {
  /// Some lines of one of some documents, with lines left out, moved, indented, cut or put between.
  static func mutated(_ documents: [[UInt8]], _ random: inout SeededGenerator) -> [UInt8] {
    let document = documents.randomElement(using: &random) ?? []
    var lines = document.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let length = min(lines.count, Int.random(in: 5..<60, using: &random))
    let from = Int.random(in: 0...lines.count - length, using: &random)
    lines = Array(lines[from..<from + length])
    for _ in 0..<Int.random(in: 1..<9, using: &random) {
      let at = lines.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<7, using: &random) {
      case 0 where lines.count > 1: lines.remove(at: at)
      case 1: lines.insert(lines.randomElement(using: &random) ?? [], at: at)
      case 2: lines.insert(Array((parts.randomElement(using: &random) ?? "").utf8), at: at)
      case 3:
        let blanks = ["  ", "    ", "\t", "> ", "- ", "1. "].randomElement(using: &random) ?? ""
        lines[at] = Array(blanks.utf8) + lines[at]
      case 4: lines[at] = Array(lines[at].drop { $0 == 0x20 || $0 == 0x23 || $0 == 0x3E })
      case 5:
        lines[at] += Array(
          (["  ", " ", "\\", "#", "*", "\t"].randomElement(using: &random) ?? "").utf8)
      default:
        let place = Int.random(in: 0...lines[at].count, using: &random)
        let mark = "*_`[]()<>#-+.:!|~$ \t\\0a\n".utf8.randomElement(using: &random) ?? 0x20
        lines[at].insert(mark, at: place)
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
