import CourseLint
import SourceCore
import Testing

/// Rules that look at what stands before and behind a place, where there is much of it.
@Suite struct ManyOfOneKindTests {
  private func found(_ rule: String, _ text: String) throws -> [Diagnostic] {
    let rule = try #require(LintRules.all.first { $0.info.id == rule })
    let run = ExampleRun(rule: rule, example: .bad(text))
    var found = run.diagnostics([
      (Example.lessonPath, Example.File(Example.lessonPath, text), Array(text.utf8))
    ])
    Diagnostic.finish(&found)
    return found
  }

  @Test func aWordOfCaptionsIsForAllRecordings() throws {
    let text = "<video src=\"a.mp4\"></video>\n\n<video muted></video>\n\n![a](b.mp4)\n"
    #expect(try found("accessibility/media-captions", text).map(\.line) == [1, 5])
    let track = "<track kind=\"subtitles\" src=\"a.vtt\">"
    for words in ["The transcript.", "<video>\(track)</video>"] {
      #expect(try found("accessibility/media-captions", text + "\n" + words + "\n").isEmpty)
    }
  }

  @Test func marksOfOneWordAreInItsAddress() throws {
    let text = "See FIXME,FIXME and https://a.b/c,FIXME,FIXME then a/FIXME and FIXME.\n"
    #expect(try found("framework/placeholder", text).map(\.column) == [5, 11, 64])
  }

  @Test func theNoteNamesTheLastBoxThatIsClosed() throws {
    let text = """
      ::: callout
      a
      :::

      :::: challenge
      ::: hint
      a
      :::
      ::::

      :::

      ::: solution
      a
      :::

      ::: spoiler
      a
      :::

      ::: solution
      a
      :::
      """
    let stray = try found("structure/div-stray", text)
    #expect(stray.map { $0.notes.map(\.text) } == [["the box `hint` before it is closed here"]])
    let solutions = try found("structure/solution-outside-challenge", text)
    #expect(solutions.map(\.line) == [13, 21])
    #expect(solutions.map { $0.notes.map(\.line) } == [[9], [9]])
  }

  @Test func anAddressInAnAddressIsOne() throws {
    let text = "http://a.lan/http://b.lan/ and http://c.lan. x\n"
    let found = try found("security/internal-address", text)
    #expect(found.map(\.flagged) == ["http://a.lan/http://b.lan/", "http://c.lan"])
  }

  @Test func picturesOfAHeadingAreItsOwn() throws {
    let text = "## <img src=\"a.png\">\n\n## <i></i>\n\n<img src=\"b.png\">\n\n## <svg></svg>\n"
    #expect(try found("accessibility/heading-empty", text).map(\.line) == [3])
  }

  /// Of keys with the same options the first belongs to the first question.
  @Test func equalQuestionsTakeTheirKeysInOrder() throws {
    let question = "- [ ] a\n- [ ] b\n\nText.\n\n"
    let text =
      "::: challenge\n\n\(question)\(question)::: solution\n\n- [x] a\n- [ ] b\n\nText.\n\n"
      + "- [ ] b\n- [ ] a\n\n:::\n\n:::\n"
    // The second key has no option that is ticked.
    #expect(try found("structure/quiz-without-answer", text).map(\.line) == [20])
  }
}
