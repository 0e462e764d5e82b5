import Markdown
import SourceCore
import Testing

/// Byte-order marks, line endings, front matter and bytes that are no text.
@Suite struct SourceTests {
  @Test func frontMatter() {
    let document = parse("\u{FEFF}---\ntitle: x\n---  \n# A\n")
    #expect(document.all(.frontMatter).map(document.literal) == ["title: x\n"])
    #expect(document.all(.frontMatter).map { document.range($0).lower } == [3])
    #expect(document.all(.heading).count == 1)
    #expect(parse("---\na: b\n...\ntext").all(.frontMatter).count == 1)
    #expect(parse("---\na: b\n---\n", frontMatter: false).all(.frontMatter).isEmpty)
    #expect(parse("\n---\na: b\n---\n").all(.frontMatter).isEmpty)
    let open = parse("---\ntitle: x\n\ntext\n")
    #expect(open.problemList == ["unclosedFrontMatter ‹---›"])
    #expect(open.all(.thematicBreak).count == 1)
  }

  @Test(arguments: [
    ("+++\ntitle = \"x\"\n# no heading\n+++\n# A\n", "title = \"x\"\n# no heading\n"),
    ("{\n\t\"title\": \"x\"\n}\n\n# A\n", "{\n\t\"title\": \"x\"\n}\n"),
  ])
  func frontMatterOfHugo(_ text: String, _ literal: String) {
    for dialect in [Dialect.gfm, .workbench] {
      let document = parse(text, dialect)
      #expect(document.all(.frontMatter).map(document.literal) == [literal])
      #expect(document.all(.heading).count == 1)
      #expect(document.problems.isEmpty)
      #expect(RangeInvariants(document).violations.isEmpty)
    }
  }

  @Test(arguments: ["+++\ntext\n", "{\ntext\n", "{% include a %}\n}\n", "++++\na\n+++\n"])
  func whatIsNeverClosedIsNoFrontMatter(_ text: String) {
    #expect(parse(text).all(.frontMatter).isEmpty)
    #expect(parse(text).problems.isEmpty)
  }

  @Test func byteOrderMarkIsSkipped() {
    #expect(parse("\u{FEFF}# A").all(.heading).map { parse("\u{FEFF}# A").range($0).lower } == [3])
    #expect(parse("\u{FEFF}").nodeCount == 1)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndings(_ ending: String) {
    let text = [
      "# A", "", "> b  ", "> c\\", "d", "", "```", "x", "", "y", "```", "- e", "  f", "", "g|h",
      "-|-", "i|j", "",
    ]
    let expected = parse(text.joined(separator: "\n")).html()
    let document = parse(text.joined(separator: ending))
    #expect(document.html() == expected)
    #expect(RangeInvariants(document).violations.isEmpty)
    #expect(document.all(.codeBlock).map(document.literal) == ["x\n\ny\n"])
  }

  @Test func nulIsReplaced() {
    let document = parse("a\0b `c\0` [d](e\0f)\n\n<g \0>\n")
    #expect(document.literal(document.all(.text)[0]) == "a\u{FFFD}b ")
    #expect(document.destination(document.all(.link)[0]) == "e\u{FFFD}f")
    #expect(!document.html().utf8.contains(0))
    #expect(document.html().contains("href=\"e%EF%BF%BDf\""))
  }

  @Test func invalidUTF8IsReplaced() {
    let bytes = Array("*a\u{0}* ".utf8).map { $0 == 0 ? 0xFF : $0 } + [0xE2, 0x82, 0x2A, 0xC0]
    let document = Document(bytes, options: ParseOptions(dialect: .gfm))
    #expect(document.html() == "<p><em>a\u{FFFD}</em> \u{FFFD}*\u{FFFD}</p>\n")
    var out: [UInt8] = []
    var renderer = HTMLRenderer(policy: StandardHTMLPolicy())
    renderer.render(document, to: &out)
    #expect(String(validating: out, as: UTF8.self) != nil)
  }

  @Test func emptyDocuments() {
    for text in ["", "\n", " ", "\r", "\u{FEFF}\n\n"] {
      let document = parse(text)
      #expect(document.nodeCount == 1)
      #expect(document.html() == "")
      #expect(Array(document.children(Document.root)).isEmpty)
    }
  }
}
