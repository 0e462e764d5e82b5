import Markdown
import MarkdownLint
import SourceCore
import StructuredData
import Testing

/// markdownlint's comments, by the lines in which blank lines are still found.
struct CommentTests {
  private static func lines(
    _ text: String, _ configuration: MarkdownConfiguration = .markdownlint,
    alias: String = "MD012"
  ) -> [Int] {
    let bytes = Array(text.utf8)
    let lines = LineIndex(bytes)
    let page = MarkdownPage(Document(bytes, options: ParseOptions(dialect: .gfm)), lines: lines)
    return MarkdownLinter(configuration: configuration).lint(page)
      .filter { $0.rule.alias == alias }
      .map { lines.line(at: $0.finding.range?.start ?? 0) + 1 }
  }

  private static func configured(_ json: String) -> MarkdownConfiguration {
    MarkdownConfiguration(
      base: .markdownlint, members: JSONParser.parse(Array(json.utf8)).root?.object ?? [])
  }

  /// `@` stands for a place where line 3 of its paragraph is one blank line too many.
  private static func text(_ parts: String...) -> String {
    parts.map { $0 == "@" ? "a\n\n\nb\n" : $0 + "\n" }.joined()
  }

  @Test func disableAndEnableHoldFromTheirOwnLineOn() {
    #expect(Self.lines(Self.text("@", "@")) == [3, 7])
    let comment = "<!-- markdownlint-disable MD012 -->"
    #expect(
      Self.lines(Self.text("@", comment, "@", "<!-- markdownlint-enable -->", "@")) == [3, 13])
  }

  @Test(arguments: [
    "MD012", "md012", "no-multiple-blanks", "No-Multiple-Blanks", "whitespace", "blank_lines", "",
    "nothing-known MD012", "MD012\u{A0}MD001",
  ])
  func namesAreNumbersNamesAndTagsInAnyCase(_ name: String) {
    #expect(Self.lines(Self.text("<!-- markdownlint-disable \(name) -->", "@")).isEmpty)
  }

  @Test(arguments: [
    "MD013", "MD12", "multiple-blanks", "markdown/no-multiple-blanks", "MD012,MD013", "<!-- x",
  ])
  func otherNamesSwitchNothing(_ name: String) {
    #expect(Self.lines(Self.text("<!-- markdownlint-disable \(name) -->", "@")) == [4])
  }

  @Test(arguments: [
    "<!--markdownlint-disable-->", "<!--\tMARKDOWNLINT-DISABLE -->",
    "x <!-- markdownlint-disable--> y",
    "`<!-- markdownlint-disable -->`",
  ])
  func formsOfAComment(_ comment: String) {
    #expect(Self.lines(Self.text(comment, "@")).isEmpty)
  }

  @Test(arguments: [
    "<!-- markdownlint-disable", "<!-- markdownlint-disabled -->", "<!-- markdownlint disable -->",
    "<! -- markdownlint-disable -->", "<!-- markdownlint-disable\nMD012 -->",
    "<!-- a markdownlint-disable -->",
  ])
  func noComments(_ comment: String) {
    #expect(Self.lines(Self.text(comment, "", "@")).count == 1)
  }

  @Test func oneLineAndTheNext() {
    func lines(_ text: String) -> [Int] { Self.lines(text, alias: "MD047") }
    #expect(lines("x\nx <!-- markdownlint-disable-lines -->") == [2])
    #expect(lines("x\nx <!-- markdownlint-disable-line -->") == [])
    #expect(lines("x\nx <!-- markdownlint-disable-line MD047 md012 -->") == [])
    #expect(lines("x\nx <!-- markdownlint-disable-line MD012 -->") == [2])
    #expect(lines("<!-- markdownlint-disable-next-line -->\nx") == [])
    #expect(lines("<!-- markdownlint-disable-next-line -->\n\nx") == [3])
    #expect(lines("x <!-- markdownlint-disable-next-line -->") == [1])
    let both = "<!-- markdownlint-disable-next-line MD012 -->"
    #expect(lines(both + "\nx <!-- markdownlint-disable-line MD047 -->") == [])
    #expect(lines("---\ntitle: x\n---\n<!-- markdownlint-disable-next-line -->\nx") == [])
  }

  @Test func wholeFiles() {
    #expect(Self.lines(Self.text("@", "<!-- markdownlint-disable-file -->", "@")).isEmpty)
    let back = Self.text(
      "@", "<!-- markdownlint-disable-file -->", "<!-- markdownlint-enable-file MD012 -->")
    #expect(Self.lines(back) == [3])
    let later = Self.text("<!-- markdownlint-disable-file -->", "<!-- markdownlint-enable -->", "@")
    #expect(Self.lines(later) == [5])
  }

  @Test func captureAndRestore() {
    let restored = Self.text(
      "<!-- markdownlint-disable -->", "<!-- markdownlint-capture -->",
      "<!-- markdownlint-enable -->", "@", "<!-- markdownlint-restore -->", "@")
    #expect(Self.lines(restored) == [6])
    // Without a capture the configuration's state comes back, whatever the file switches off.
    let nothing = Self.text(
      "<!-- markdownlint-disable-file -->", "<!-- markdownlint-restore -->", "@")
    #expect(Self.lines(nothing) == [5])
  }

  @Test func configureFileCountsWhereverItStands() {
    let comment = "<!-- markdownlint-configure-file\n{\n\"MD012\": {\"maximum\": 2}\n}\n-->"
    #expect(Self.lines(Self.text("@", comment)).isEmpty)
    #expect(
      Self.lines(Self.text("@", "<!-- markdownlint-configure-file { MD012: false } -->")) == [3])
    #expect(Self.lines(Self.text("@", "<!-- markdownlint-configure-file [\"MD012\"] -->")) == [3])
    let two = Self.text(
      "@", "<!-- markdownlint-configure-file {\"MD012\": false} -->",
      "<!-- markdownlint-configure-file {\"MD012\": true} -->")
    #expect(Self.lines(two) == [3])
    // A later value takes the place of the first: what stands between them still follows it.
    let between = Self.text(
      "@", "<!-- markdownlint-configure-file {\"MD012\": true, \"blank_lines\": false} -->",
      "<!-- markdownlint-configure-file {\"MD012\": {\"maximum\": 1}} -->")
    #expect(Self.lines(between).isEmpty)
    #expect(
      Self.lines(Self.text("@", "<!-- markdownlint-configure-file {\"default\":0} -->")).isEmpty)
  }

  @Test(arguments: [
    #"{"default": false}"#, #"{"whitespace": false}"#, #"{"MD012": true, "blank_lines": false}"#,
    #"{"MD012": {"enabled": false}}"#, #"{"MD012": null}"#, #"{"MD012": ""}"#,
    #"{"MD012": {"maximum": 2}}"#, #"{"MD012": {"maximum": "2"}}"#, #"{"no-multiple-BLANKS": 0}"#,
  ])
  func configurationsThatFindNothing(_ json: String) {
    #expect(Self.lines(Self.text("@"), Self.configured(json)).isEmpty)
  }

  @Test(arguments: [
    "{}", #"{"default": true}"#, #"{"blank_lines": false, "MD012": true}"#,
    #"{"MD012": {"maximum": "two"}}"#, #"{"MD012": {"Maximum": 2}}"#, #"{"MD012": "warning"}"#,
    #"{"default": false, "md012": []}"#, #"{"MD012": {"maximum": 0}}"#, #"{"extends": null}"#,
  ])
  func configurationsThatFind(_ json: String) {
    #expect(Self.lines(Self.text("@"), Self.configured(json)) == [3])
  }

  @Test func aCommentSwitchesOnWhatIsOffOnlyForMarkdownlint() {
    let text = Self.text("<!-- markdownlint-enable MD012 -->", "@")
    #expect(Self.lines(text, Self.configured(#"{"default": false}"#)) == [4])
    #expect(Self.lines(text, MarkdownConfiguration(base: .course(on: []))).isEmpty)
    let configure = Self.text("<!-- markdownlint-configure-file {\"MD012\": true} -->", "@")
    #expect(Self.lines(configure, MarkdownConfiguration(base: .course(on: []))) == [4])
  }

  @Test func theAcademysSettingsWinOverFilesAndLoseAgainstThePage() {
    var configuration = Self.configured(#"{"MD012": false}"#)
    configuration.overrides["markdown/no-multiple-blanks"] = .init(isOn: true)
    #expect(Self.lines(Self.text("@"), configuration) == [3])
    let comment = Self.text("@", "<!-- markdownlint-configure-file {\"MD012\": false} -->")
    #expect(Self.lines(comment, configuration).isEmpty)
    configuration.excluded = ["markdown/no-multiple-blanks"]
    #expect(Self.lines(Self.text("@", "<!-- markdownlint-enable -->", "@"), configuration).isEmpty)
  }

  @Test func severitiesComeFromTheConfiguration() {
    let bytes = Array("a\n\n\nb\n".utf8)
    let page = MarkdownPage(
      Document(bytes, options: ParseOptions(dialect: .gfm)), lines: LineIndex(bytes))
    func severity(_ json: String) -> Severity? {
      MarkdownLinter(configuration: Self.configured(json)).lint(page)
        .first { $0.rule.alias == "MD012" }?.severity
    }
    #expect(severity("{}") == nil)
    #expect(severity(#"{"MD012": "error"}"#) == .error)
    #expect(severity(#"{"MD012": {"severity": "warning"}}"#) == .warning)
    #expect(severity(#"{"default": "warning"}"#) == .warning)
  }

  @Test func commentsInsideOneAnotherCostNoSquare() {
    let open = String(repeating: "<!-- markdownlint-disable MD013 ", count: 20_000)
    #expect(Self.lines(open + "MD012 -->\n\n\n\n").isEmpty)
    let file = String(repeating: "<!-- markdownlint-configure-file /* ", count: 20_000)
    #expect(Self.lines(file + "-->\n\n\n\nx\n").count == 2)
  }
}
