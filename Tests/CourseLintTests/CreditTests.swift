import CourseLint
import SourceCore
import Testing

/// What is a credit beside pictures that stand in one paragraph.
@Suite struct CreditTests {
  private func lines(_ text: String) throws -> [Int] {
    let rule = try #require(LintRules.all.first { $0.info.id == "licence/asset-credit" })
    let run = ExampleRun(rule: rule, example: .bad(text))
    let files = [(Example.lessonPath, Example.File(Example.lessonPath, text), Array(text.utf8))]
    return run.diagnostics(files).map(\.line)
  }

  private let picture = "![A shop](https://photos.artothek.net/shop.jpg)"

  @Test func aLineOfTheParagraphIsACreditForAll() throws {
    #expect(try lines("\(picture)\n\(picture)\n") == [1, 2])
    #expect(try lines("\(picture)\nPhoto: A. Weber\n\(picture)\n") == [])
    #expect(try lines("Photo: A. Weber\n\(picture)\n\(picture)\n") == [])
    #expect(try lines("\(picture)\n\(picture)\n\n*Source: A. Weber*\n") == [])
    #expect(try lines("\(picture)\n\nText.\n\n*Source: A. Weber*\n") == [1])
  }

  /// A word in another picture's text is near it, too; one in its file's name is none of its own.
  @Test func whatStandsInAPictureIsForTheOthers() throws {
    let named = "![A shop](https://photos.artothek.net/photo.jpg)"
    #expect(try lines("\(named)\n") == [1])
    #expect(try lines("\(named)\n\(picture)\n") == [1])
    #expect(try lines("![A shop, © A. Weber](https://photos.artothek.net/a.jpg)\n") == [])
  }
}
