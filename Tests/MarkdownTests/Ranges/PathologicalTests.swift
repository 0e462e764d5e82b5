import Markdown
import Testing

/// Inputs on which careless parsers take quadratic time or overflow the stack.
///
/// At these sizes a quadratic step would run for minutes: the time limit is the assertion, and the
/// number of nodes shows that the input was read as meant.
@Suite(.timeLimit(.minutes(1))) struct PathologicalTests {
  static let count = 20_000

  static func many(_ text: String, _ times: Int = count) -> String {
    String(repeating: text, count: times)
  }

  static let inputs: [String] = [
    many(">"), many("> ") + "a", many("- ") + "a", many("1. "), many("*a **a "), many("a**b"),
    many("*a_ "), many("["), many("[") + "a" + many("]"), many("[") + "a" + many("](b)"),
    many("![") + many("[a](b)"), many("[a]("), many("[a](<b"), many("[a](b \""), "[a](" + many("("),
    many("`a``b"), (1...250).map { many("`", $0) + "e" }.joined(), many("<!--"), many("a <?"),
    many("<![CDATA["), many("a <!A"), many("<a b=\""), "<a" + many(" "), many("[a]: b \"\n"),
    (1...5_000).map { "[a\($0)]: b\n" }.joined() + many("[a1] "), many("[a][b"), many("_www."),
    many("http://"), "http://a.b" + many(")"), many("a@"), many("http://a_b*"), many("&"),
    many("[^a]: b\n") + many("[^a]"), many("::: a\n"), many("::: a\n:::\n"), many(":::\n"),
    many("[a]{"), many("[a]{k=\""), "# a " + many("{") + "}", many("~a ~~b "),
    many("*") + "a" + many("*"), many("```\n"), many("    a\n\n"), many("- a\n\n"), many("|-\n"),
    "|a|\n|-|\n|" + many("\\|"), many("> ", 900) + "a\n" + many("b\n"), many("\\``"),
    many("- ", 900) + "a" + many("\n"), (0..<400).map { many("  ", $0) + "- a\n" }.joined(),
  ]

  @Test(arguments: inputs.indices)
  func takeLinearTime(_ index: Int) {
    let text = Self.inputs[index]
    let document = parse(text)
    #expect(document.nodeCount < 4 * text.utf8.count + 2)
    #expect(document.html().utf8.count >= 0)
  }

  @Test func wideTablesAreNotFilledUpWithoutEnd() {
    let columns = 2_000
    let text =
      Self.many("a|", columns) + "\n" + Self.many("-|", columns) + "\n" + Self.many("b|\n")
    #expect(parse(text).all(.tableCell).count <= 0x80000 + 2 * columns)
  }

  @Test func referencesExpandToALimitedSum() {
    let text = "[a]: " + Self.many("x") + "\n\n" + Self.many("[a] ")
    #expect(parse(text).html().utf8.count < 4 * text.utf8.count)
  }
}
