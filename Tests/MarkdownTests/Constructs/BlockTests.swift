import Markdown
import SourceCore
import Testing

/// Blocks: their ranges, segments and particulars.
@Suite struct BlockTests {
  @Test func segmentsLieBetweenMarkers() {
    let document = parse("> one\n> two\nthree\n\n- a\n  b\n")
    let paragraphs = document.all(.paragraph)
    #expect(
      paragraphs.map { document.segments($0).map { excerpt(document, $0) } } == [
        ["one", "two", "three"], ["a", "b"],
      ])
    #expect(
      paragraphs.map { excerpt(document, document.range($0)) } == ["one␊> two␊three", "a␊  b"])
  }

  @Test func headings() {
    let document = parse("### Three ###\n\nOne\ntwo *three*\n=====\n\n#\n")
    let headings = document.all(.heading)
    #expect(headings.map(document.headingLevel) == [3, 1, 1])
    #expect(headings.map(document.isSetext) == [false, true, false])
    #expect(headings.map(document.plainText) == ["Three", "One two three", ""])
    #expect(document.headingLevel(Document.root) == 0)
  }

  @Test func codeBlocks() throws {
    let document = parse("  ~~~~ r  x\n  a\n b\n  ~~~~~\n\n\tc\n\n    d\n\ntext\n\n```\nopen\n")
    let code = document.all(.codeBlock)
    #expect(code.map(document.literal) == ["a\nb\n", "c\n\nd\n", "open\n"])
    #expect(code.map(document.info) == ["r  x", "", ""])
    let fence = try #require(document.fence(code[0]))
    #expect(fence.marker == UInt8(ascii: "~"))
    #expect(fence.length == 4)
    #expect(excerpt(document, fence.opening) == "~~~~ r  x")
    #expect(fence.closing.map { excerpt(document, $0) } == "~~~~~")
    #expect(document.fence(code[1]) == nil)
    #expect(document.fence(code[2])?.closing == nil)
    #expect(document.problemList == ["unclosedCodeFence ‹```›"])
  }

  @Test func tabsAreCutWhereAContainersIndentationEnds() {
    let document = parse(">\t\tcode\n\n-\t\tcode\n")
    #expect(document.all(.codeBlock).map(document.literal) == ["  code\n", "  code\n"])
  }

  @Test func lists() throws {
    let document = parse("3) a\n4) b\n\n* c\n\n* d\n")
    let lists = document.all(.list)
    let ordered = try #require(document.list(lists[0]))
    #expect(ordered.isOrdered && ordered.start == 3 && ordered.marker == UInt8(ascii: ")"))
    #expect(ordered.isTight)
    let bullets = try #require(document.list(lists[1]))
    #expect(!bullets.isOrdered && bullets.start == 0 && bullets.marker == UInt8(ascii: "*"))
    #expect(!bullets.isTight)
    #expect(
      document.all(.listItem).map { excerpt(document, document.range($0)) } == [
        "3) a", "4) b", "* c", "* d",
      ])
  }

  @Test(arguments: [
    ("- a\n- b", true), ("- a\n\n- b", false), ("- a\n\n  b", false), ("- a\n  - b\n\n- c", false),
    ("- a\n  > b\n  >\n- c", true), ("- ```\n  a\n\n  ```\n- b", true),
    ("- a\n  - b\n\n    c\n- d", true),
    ("- a\n\n[b]: c", true), ("- a\n- b\n\n\ntext", true),
  ])
  func tightness(_ text: String, _ isTight: Bool) {
    let document = parse(text)
    #expect(document.list(document.all(.list)[0])?.isTight == isTight)
  }

  @Test func taskItems() {
    let document = parse(
      "- [ ] open\n- [x] done\n- [X] too\n- [y] no\n- [ ]no\n1. [ ] two\n   lines\n")
    let tasks = document.all(.listItem).map(document.task)
    #expect(tasks.map { $0?.isChecked } == [false, true, true, nil, nil, false])
    #expect(
      tasks.map { $0.map { excerpt(document, $0.range) } } == [
        "[ ]", "[x]", "[X]", nil, nil, "[ ]",
      ])
    #expect(
      document.all(.paragraph).map { excerpt(document, document.range($0)) }.last == "two␊   lines")
    #expect(
      parse("- [ ] open", .commonmark).all(.listItem).map {
        parse("- [ ] open", .commonmark).task($0)
      } == [nil])
  }

  @Test func linkDefinitions() throws {
    let document = parse("[One *Two*]: <a b> 'title'\n[x]:\n /y\ntext [one *two*] and [x]\n")
    let definitions = document.all(.linkDefinition)
    #expect(
      definitions.map { excerpt(document, document.range($0)) } == [
        "[One *Two*]: <a b> 'title'", "[x]:␊ /y",
      ])
    #expect(definitions.map(document.destination) == ["a b", "/y"])
    #expect(definitions.map(document.title) == ["title", nil])
    #expect(definitions.map(document.label) == ["one *two*", "x"])
    #expect(
      definitions.map { document.destinationRange($0).map { excerpt(document, $0) } } == [
        "a b", "/y",
      ])
    #expect(document.all(.link).map(document.definition) == definitions)
    #expect(document.all(.link).map(document.title) == ["title", nil])
    #expect(document.all(.link).map(document.destinationRange) == [nil, nil])
  }

  @Test func nestingIsLimitedAndReported() throws {
    let document = parse(String(repeating: ">", count: 100_000) + "\n")
    #expect(document.all(.blockQuote).count == 1_000)
    #expect(document.problems.map(\.kind) == [.nestingLimit])
    #expect(document.problems.map(\.range.count) == [99_000])
    #expect(document.all(.text).map { document.range($0).count } == [99_000])
  }
}
