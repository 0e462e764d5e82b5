import Markdown
import MarkdownLint
import SourceCore
import Testing

/// Rules whose options hold long lists.
struct LongListTests {
  private static func found(_ text: String, _ rule: String, _ option: String, _ values: [String])
    -> [Finding]
  {
    let bytes = Array(text.utf8)
    var configuration = MarkdownConfiguration(base: .course(on: [rule]))
    configuration.overrides[rule] = .init(isOn: true, options: [option: .texts(values)])
    return MarkdownLinter(configuration: configuration).lint(
      MarkdownPage(
        Document(bytes, options: ParseOptions(dialect: .github)), lines: LineIndex(bytes))
    ).map(\.finding)
  }

  @Test(arguments: [
    (2, "write one of `e1`, `e2`"), (22, "`e19`, `e20` and 2 more"), (20, "`e19`, `e20`"),
  ])
  func twentyLanguagesAreNamed(_ count: Int, _ end: String) throws {
    let found = Self.found(
      "```zz\na\n```\n\n```e\(count)\na\n```\n", "markdown/fenced-code-language",
      "allowed_languages", (1...count).map { "e\($0)" })
    try #require(found.count == 1)
    #expect(found[0].help?.hasSuffix(end) == true)
  }

  private static func fixes(_ text: String, _ names: [String]) -> [String] {
    found(text, "markdown/proper-names", "names", names).map { finding in
      let range = finding.range ?? ByteRange(0, 0)
      let written = String(decoding: Array(text.utf8)[range.indices], as: UTF8.self)
      return "\(range.start) \(written) \(finding.fix?.edits.first?.replacement ?? "")"
    }
  }

  @Test func theLongestNameIsToldFirst() {
    #expect(
      Self.fixes("node and NODE js, node.JS\n\njs\n", ["JS", "Node", "Node JS", "Node.js"])
        == ["9 NODE js Node JS", "18 node.JS Node.js", "0 node Node", "27 js JS"])
  }

  @Test func namesAreWordsInAnyCase() {
    let text = "__github__ mygithub githubs x_github_ 9github `_github`\n"
    #expect(Self.fixes(text, ["GitHub"]).map { $0.prefix(2) } == ["2 ", "30", "48"])
    #expect(Self.fixes("c++ c++c xc++ .NET .net\n", ["C++", ".Net"]).count == 4)
    // Of two spellings of one name neither is wrong, and the first is proposed for others.
    #expect(
      Self.fixes("R-Studio r-studio R-STUDIO\n", ["R-Studio", "r-studio"]).map(\.last) == ["o"])
  }

  @Test func otherAlphabetsHaveCasesToo() {
    #expect(
      Self.fixes("STRAßE straße ÎLE-DE-FRANCE École\n", ["Straße", "Île-de-France", "École"])
        == ["16 ÎLE-DE-FRANCE Île-de-France", "0 STRAßE Straße", "8 straße Straße"])
  }
}
