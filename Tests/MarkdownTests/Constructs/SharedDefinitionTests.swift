import Markdown
import SourceCore
import TestSupport
import Testing

/// Definitions that stand in another file, and headings that links name by their text.
struct SharedDefinitionTests {
  private static let path = RepoPath.root.appending("links.md")

  private static func shared(_ text: String) -> SharedDefinitions {
    let document = Document(Array(text.utf8), options: ParseOptions(dialect: .workbench))
    return SharedDefinitions(document.sharedDefinitions(in: path))
  }

  private static func parse(
    _ text: String, _ shared: String = "", linksHeadings: Bool = false
  ) -> Document {
    Document(
      Array(text.utf8),
      options: ParseOptions(dialect: .workbench, linksHeadings: linksHeadings),
      shared: Self.shared(shared))
  }

  private static func links(_ document: Document) -> [NodeID] {
    (0..<document.nodeCount).map { NodeID($0) }.filter { document.kind($0) == .link }
  }

  private static func destinations(_ text: String, _ shared: String) -> [String] {
    let document = parse(text, shared)
    return links(document).map { document.destination($0) }
  }

  @Test func aLabelMayBeDefinedElsewhere() throws {
    let document = Self.parse("See [it][Two  WORDS].\n", "\n\n[two words]: a.md 'T &amp; U'\n")
    let link = try #require(Self.links(document).first)
    #expect(document.destination(link) == "a.md")
    #expect(document.title(link) == "T & U")
    #expect(document.destinationRange(link) == nil && document.definition(link) == nil)
    let definition = try #require(document.sharedDefinition(link))
    #expect(definition.path == Self.path && definition.line == 3)
    #expect(definition.label == "two words")
  }

  @Test func theDocumentsOwnDefinitionComesFirst() {
    #expect(Self.destinations("[a] [b]\n\n[a]: own\n", "[a]: other\n[b]: b\n") == ["own", "b"])
    #expect(Self.destinations("[a]\n", "[a]: first\n[a]: second\n") == ["first"])
  }

  @Test func aFootnoteIsNoSharedLabel() {
    #expect(Self.destinations("[^a]\n", "[^a\\]: x\n[\\^a]: y\n").isEmpty)
  }

  @Test func whatReferencesExpandToIsLimited() {
    let long = String(repeating: "x", count: 60_000)
    let found = Self.destinations("[a] [a] [a]\n", "[a]: \(long)\n")
    #expect(found.count == 1)
  }

  /// As if the definitions stood at the page's end.
  @Test func pagesReadAsIfTheDefinitionsWereAppended() {
    var random = SeededGenerator(seed: TestSeed.of("shared definitions"))
    let pieces = [
      "[a]", "[b][]", "[c d][a]", "[x][B]", "![i][a]", "![b]", "*", "**", "`", "(x)", "[", "]", "!",
      "word", " ", " ", "\n", "\n\n", "\n> ", "\n- ", "\n\n[a]: own\n\n", "\n\n## [b]\n\n", "\\[a]",
      "[none]", "[[a]]", "[a [b] c]", "{.k}", "|", "\n| a | [b] |\n|---|---|\n| [a] | x |\n\n",
    ]
    let definitions = "[a]: one 'T'\n[B]: <two words>\n[a]: never\n"
    let shared = Self.shared(definitions)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...24, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let options = ParseOptions(dialect: .workbench, frontMatter: false)
      let one = Document(Array(text.utf8), options: options, shared: shared)
      let whole = Document(Array((text + "\n\n" + definitions).utf8), options: options)
      #expect(one.html() == whole.html(), "\(text)")
    }
  }

  @Test func aHeadingIsALabelWherePandocMakesThePage() throws {
    let text = """
      [Price levels], [here][price  *LEVELS*], [second][setext one], ![Price levels], [none]

      > ## Price levels {#p}

      Setext
      one
      ===

      ## Price *levels* ##

      ## Price levels
      """
    let document = Self.parse(text, linksHeadings: true)
    let named = Self.links(document).map { link in
      document.namedHeading(link).map { document.range($0).start }
    }
    func place(_ words: String) throws -> Int {
      let found = try #require(text.firstRange(of: words))
      return text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    }
    #expect(
      named == [
        try place("## Price levels {"), try place("## Price *levels*"), try place("Setext\none"),
      ])
    // No picture is at a heading.
    #expect(!document.kinds.contains(.image))
    #expect(Self.links(Self.parse(text)).isEmpty)
    // A definition comes before a heading, wherever it stands.
    let other = Self.parse("[A] [B]\n\n# A\n\n# B\n", "[a]: x\n", linksHeadings: true)
    #expect(Self.links(other).map { other.namedHeading($0) == nil } == [true, false])
  }
}
