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
}
