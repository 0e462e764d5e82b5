import CourseModel
import SourceCore
import Testing

@Suite struct LessonFactsTests {
  private func facts(_ text: String, language: String = "en") throws -> LessonFacts {
    let path = try #require(RepoPath("episodes/01-a.md"))
    let parser = LessonParser(layout: .workbench, language: language)
    return LessonFacts(parser.parse(SourceText(path: path, text), path: path, kind: .lesson))
  }

  /// Some parts of a page's facts, as they are gathered and as they are read back, are the same.
  @Test(arguments: 0..<9) func partsAreGatheredAsTheyAreReadBack(_ bit: Int) throws {
    let path = try #require(RepoPath("episodes/01-a.md"))
    let text = """
      ---
      title: A
      id: a
      teaching: 5
      exercises: 6
      license: CC-BY-4.0
      language: fr
      ---

      ## Ein Titel {#own}

      The CPI (consumer price index), the HICP, [a](b.md#c), ![d](e.png), {ref}`f`.

      ::: objectives
      - [Know the index]{#know}
      :::

      ::: challenge {objective="know"}
      :::

      """
    let lesson = LessonParser(layout: .myst, language: "en")
      .parse(SourceText(path: path, text), path: path, kind: .lesson)
    var all = FactWriter()
    LessonFacts(lesson).write(to: &all)
    let parts = FactParts(rawValue: 1 << UInt16(bit))
    var reader = FactReader(all.bytes)
    let read = try LessonFacts(path: path, kind: .lesson, from: &reader, parts: parts)
    var (gathered, kept, none) = (FactWriter(), FactWriter(), FactWriter())
    LessonFacts(lesson, parts: parts).write(to: &gathered)
    read.write(to: &kept)
    LessonFacts(lesson, parts: []).write(to: &none)
    #expect(gathered.bytes == kept.bytes)
    #expect(gathered.bytes != none.bytes)
  }

  @Test func namesOfAssetsAreFoundAnywhere() throws {
    let text = """
      ![A](fig/my%20index.png) and `read_csv("data/prices.CSV")`, <img src='b-2.svg'> at v3.14.

      <!-- old.gif --> Übersicht.xlsx, x.pdfs, y.tar.gz and a file .png, <a (2).jpg>
      """
    #expect(
      try facts(text).assetNames
        == [
          ".jpg", "b-2.svg", "my index.png", "old.gif", "prices.CSV", "y.tar.gz", "Übersicht.xlsx",
        ])
    #expect(AssetName.mention(of: "a (2).jpg") == ".jpg")
    #expect(AssetName.mention(of: "index.png") == "index.png")
  }

  @Test func theLanguageIsToldFromEnoughWordsOnly() throws {
    let sentence =
      "Les prix sont relevés dans les magasins et les indices pour vous avec une note. "
    #expect(try facts(sentence).spokenLanguage == nil)
    let long = String(repeating: sentence, count: 8)
    #expect(try facts(long).spokenLanguage == "fr")
    #expect(try facts(long).language == "en")
    let english = String(
      repeating: "The index of the prices is for you, and it can be that. ", count: 8)
    #expect(try facts(english).spokenLanguage == "en")
    #expect(try facts(long + english).spokenLanguage == nil)
    #expect(try facts("```\n\(long)\n```\n").spokenLanguage == nil)
  }

  @Test func outsideLinksAreToldOncePerAddress() throws {
    let path = try #require(RepoPath("episodes/01-a.md"))
    let text = """
      [a][r] [b][r] [c](https://one.example) <http://two.example> ![d](//three.example/x.png)
      <a href="https://four.example">x</a> [e](f.md) <mailto:a@b.example>

      [r]: https://five.example/x
      """
    let lesson = LessonParser(layout: .workbench, language: "en")
      .parse(SourceText(path: path, text), path: path, kind: .lesson)
    #expect(
      lesson.outside.map(\.address.hostName)
        == ["five.example", "one.example", "two.example", "three.example", "four.example"])
    #expect(lesson.outside.map(\.isReference) == [true, false, false, false, false])
    #expect(lesson.outside.map(\.isImage) == [false, false, false, true, false])
    #expect(lesson.text.string(lesson.outside[0].written) == "https://five.example/x")
  }
}
