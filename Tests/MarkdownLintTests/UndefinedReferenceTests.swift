import Markdown
import MarkdownLint
import SourceCore
import Testing

/// Which brackets markdownlint takes for references, whose label nothing defines.
struct UndefinedReferenceTests {
  private static func labels(
    _ text: String, shortcuts: Bool = false, dialect: Dialect = .gfm, defined: Set<String> = []
  ) -> [String] {
    let bytes = Array(text.utf8)
    let document = Document(bytes, options: ParseOptions(dialect: dialect))
    let page = MarkdownPage(document, lines: LineIndex(bytes), labels: defined)
    var labels: [String] = []
    for rule in MarkdownRules.all where rule.info.alias == "MD052" {
      let options = RuleOptionValues(
        ["shortcut_syntax": .flag(shortcuts)], of: type(of: rule))
      type(of: rule).init(options).check(page) {
        labels.append(String($0.message.split(separator: "`")[1]))
      }
    }
    return labels
  }

  @Test(arguments: [
    ("[a][b]", ["b"]), ("[a][]", ["a"]), ("[a]", []), ("[a][ ]", []), ("[a] [b]", []),
    ("![a][b]", ["b"]), ("[a]![b]", ["b"]), ("[a][b][]", ["b"]),
    ("[a\\][b]", []), ("[a]\\[b]", []), ("`[a][b]`", []), ("[`a`][b]", []),
    ("[x *y*][q_r]", ["qr"]), ("> [a\n> b][c\n> d]", ["c d"]), ("[[a][b]]", ["b"]),
    ("[a [b](c)][d]", []), ("[![a][b]](c)", ["b"]), ("[a][b]\n\n[B]: c", []),
    ("[a][^b]\n\n[^b]: c", []), ("| a |\n| - |\n| [a][b] |", ["b"]), ("# [a][b]", ["b"]),
    ("~~[a][b]~~", ["b"]), ("<div>\n[a][b]\n</div>", []),
  ])
  func findsWhatWouldBeReferences(_ text: String, _ expected: [String]) {
    #expect(Self.labels(text) == expected)
  }

  @Test func labelsAloneCountWhereTheSettingsSaySo() {
    #expect(Self.labels("[a] and [^b] and [x]\n\n- [x] done\n", shortcuts: true) == ["a", "^b"])
  }

  @Test func otherFilesMayDefineLabels() {
    #expect(Self.labels("[a][b] [a][c] [b][]\n", defined: ["b"]) == ["c"])
  }

  @Test func pandocKnowsHeadingsByTheirText() {
    #expect(
      Self.labels("## Two words\n\n[a][two\nWords] [b][none]\n", dialect: .quarto) == ["none"])
    #expect(Self.labels("## Two words {#id}\n\n[a][Two words]\n", dialect: .workbench).isEmpty)
    #expect(Self.labels("## Two words\n\n[a][two words]\n") == ["two words"])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["[", "]", "![a", "[a][b]", "[a [b](c) ", "*[_a]"])
  func manyBracketsTakeLinearTime(_ piece: String) {
    let text = String(repeating: piece, count: 50_000) + String(repeating: "]", count: 50_000)
    _ = Self.labels(text, shortcuts: true)
  }
}
