import SourceCore
import StructuredData
import Testing

struct YAMLProblemTests {
  /// A text, the flagged bytes of the one problem, its message, and what is read all the same.
  struct Case: CustomTestStringConvertible {
    let text: String
    let flagged: String
    let message: String
    let read: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ flagged: String, _ message: String, _ read: String) {
      (self.text, self.flagged, self.message, self.read) = (text, flagged, message, read)
    }
  }

  static let cases = [
    Case(
      "title: Data: an introduction\nteaching: 10\n", "Data: an introduction",
      "a `:` inside a text needs quotes around it", "{title=‹Data›, teaching=‹10›}"),
    Case(
      "title:Data\nteaching: 10\n", "title:", "there is no space after the `:`", "{teaching=‹10›}"),
    Case(
      "a: 1\ntitle:Data\nb: 2\n", "title:", "there is no space after the `:`", "{a=‹1›, b=‹2›}"),
    Case(
      "title: \"Data\nteaching: 10\n", "\"Data", "the quote that begins here is not closed",
      "{teaching=‹10›}"),
    Case(
      "title: 'it's here'\nb: 2\n", "s here'", "nothing may follow a text in quotes on its line",
      "{title=‹'it'›, b=‹2›}"),
    Case(
      "a:\n\tb: 1\nc: 2\n", "\t", "a tab indents this line; YAML allows only spaces", "{c=‹2›}"),
    Case(
      "a:\n  - x\n\t- y\nc: 3\n", "\t", "a tab indents this line; YAML allows only spaces",
      "{a=[], c=‹3›}"),
    Case(
      "a:\n   b: 1\n  c: 2\nd: 3\n", "c: 2",
      "this line is indented differently from the lines it belongs with", "{a={b=‹1›}, d=‹3›}"),
    Case(
      "a: 1\n b: 2\nc: 3", ": 2", "this line is indented as if it belonged to the value above",
      "{a=‹1\n b›, c=‹3›}"),
    Case("a: @foo\nb: 2\n", "@foo", "a text that begins with `@` needs quotes", "{b=‹2›}"),
    Case("a: `foo`\nb: 2\n", "`foo`", "a text that begins with a backtick needs quotes", "{b=‹2›}"),
    Case("a: *bold* x\nb: 2\n", "*bold* x", "a text that begins with `*` needs quotes", "{b=‹2›}"),
    Case("a: !b!c x\nb: 2\n", "!b!c x", "a text that begins with `!` needs quotes", "{b=‹2›}"),
    Case(
      "a: [1, 2\nb: 3\n", "[1, 2", "the list that begins here with `[` is not closed",
      "{a=[‹1›, ‹2\nb›], b=‹3›}"),
    Case("a: [1]]\nb: 2\n", "]", "this `]` closes nothing", "{a=[‹1›], b=‹2›}"),
    Case("a: - b\nc: 1\n", "- b", "a list item `- ` cannot stand here", "{c=‹1›}"),
    Case("a: b\nplain line\nc: d\n", "plain line", "this line has no `:`", "{a=‹b›, c=‹d›}"),
    Case("plain line\na: b\n", "plain line", "this line has no `:`", "{a=‹b›}"),
    Case(
      "a: \"C:\\data\"\nb: 1\n", "\\data\"",
      "a backslash in double quotes begins an escape, and this is none", "{b=‹1›}"),
    Case(
      "a: \"\\x4\"\nb: 1\n", "\\x4\"",
      "a backslash in double quotes begins an escape, and this is none", "{b=‹1›}"),
    Case("a: b\na: c\n", "a", "`a` is given twice; the first one counts", "{a=‹b›, a=‹c›}"),
    Case("? [a, b]\n: c\nd: e\n", "[a, b]", "a key must be a text", "{d=‹e›}"),
    Case(
      "a: 1\n---\nb: 2\n", "---", "a second document starts here; only the first is read", "{a=‹1›}"
    ),
    Case("<<: x\n", "<<", "YAML 1.2 has no merge key `<<`; nothing is merged", "{<<=‹x›}"),
    Case(
      "a: x\u{200}\u{1}y\n", "\u{1}", "the invisible character U+0001 is not allowed here",
      "{a=‹x\u{200}\u{1}y›}"),
    Case(
      "a: x\u{2028}y\n", "\u{2028}", "the invisible character U+2028 is not allowed here",
      "{a=‹x\u{2028}y›}"),
  ]

  @Test(arguments: cases) func problem(_ example: Case) throws {
    // The same behind a multi-byte prefix, as in a file with a front matter.
    for prefix in ["", "# Überschrift 統計\n"] {
      let bytes = Array((prefix + example.text).utf8)
      let parsed = YAMLParser.parse(bytes, range: prefix.utf8.count..<bytes.count)
      let problem = try #require(parsed.problems.first)
      #expect(parsed.problems.count == 1)
      #expect(slice(bytes, problem.range) == example.flagged)
      #expect(problem.message == example.message)
      #expect(outline(parsed.root, bytes) == example.read)
      #expect(problem.help != nil)
    }
  }

  /// A fix makes the text valid.
  @Test(arguments: [
    ("title: Data: an introduction\nb: 1\n", "title: \"Data: an introduction\"\nb: 1\n"),
    ("title: a: \\n\n", "title: \"a: \\\\n\"\n"), ("a: 1\nb:2\nc: 3\n", "a: 1\nb: 2\nc: 3\n"),
    ("a: @foo\n", "a: \"@foo\"\n"), ("a:\n\tb: 1\n", "a:\n  b: 1\n"),
  ])
  func fixes(_ text: String, _ fixed: String) {
    let bytes = Array(text.utf8)
    let fixes = YAMLParser.parse(bytes).problems.compactMap(\.fix)
    #expect(fixes.count == 1)
    let result = FixApplier.apply(fixes, to: bytes).bytes
    #expect(String(decoding: result, as: UTF8.self) == fixed)
    #expect(YAMLParser.parse(result).problems.isEmpty)
  }

  @Test func noFixWhereQuotesOrACommentAreThere() {
    for text in ["a: \"x\": y\n", "a: x: y # z\n"] {
      #expect(YAMLParser.parse(Array(text.utf8)).problems.first?.fix == nil)
    }
  }

  @Test func severalErrorsAreAllFound() {
    let bytes = Array("a: b: c\nd: \"e\nf: g: h\ni: j\na: k\n".utf8)
    let parsed = YAMLParser.parse(bytes)
    #expect(parsed.isPartial)
    #expect(parsed.problems.map { slice(bytes, $0.range) } == ["b: c", "\"e", "g: h", "a"])
    #expect(parsed.problems.last?.related == ByteRange(0, 1))
    #expect(outline(parsed.root, bytes) == "{a=‹b›, f=‹g›, i=‹j›, a=‹k›}")
  }

  @Test func duplicateKeysOfLargeMaps() {
    let text = (0..<200).map { "k\($0 % 100): \($0)\n" }.joined()
    let parsed = YAMLParser.parse(Array(text.utf8))
    #expect(parsed.problems.count == 100)
    #expect(parsed.root?["k7"]?.intValue == 7)
    #expect(parsed.problems[7].related == parsed.root?.member("k7")?.keyRange)
  }

  @Test func invalidUTF8() throws {
    let bytes = Array("a: caf".utf8) + [0xE9, 0x0A] + Array("b: 1\nc: ".utf8) + [0xFF]
    let parsed = YAMLParser.parse(bytes)
    #expect(
      parsed.problems.map(\.message) == [
        "the byte 0xE9 is not valid UTF-8 (and 1 more in this text)"
      ])
    #expect(parsed.problems.first?.range == ByteRange(6, 7))
    #expect(parsed.root?["a"]?.string == "caf_")
    #expect(parsed.root?["b"]?.intValue == 1)
  }
}
