import CourseLint
import SourceCore
import Testing

/// Hints for links to places that are not there.
@Suite struct LinkHintTests {
  private func found(_ text: String) throws -> [Diagnostic] {
    let rule = try #require(LintRules.all.first { $0.info.id == "links/anchor" })
    return ExampleRun(rule: rule, example: .bad(text)).diagnostics([
      (Example.lessonPath, Example.File(Example.lessonPath, text), Array(text.utf8))
    ])
  }

  /// A page of thousands of headings and as many broken links was compared link by link.
  @Test func aHundredLinksOfAPageGetAHint() throws {
    let count = 150
    var text = ""
    for i in 0..<count { text += "## Heading \(1000 + i)\n\n[a](#headin-\(1000 + i))\n\n" }
    // What differs in signs alone is certain, however many come before it.
    text += "[a](#Heading-1007)\n"
    let found = try found(text)
    #expect(found.count == count + 1)
    #expect(found[0].help == "write `#heading-1000`, if that is what is meant")
    #expect(found[99].help?.hasPrefix("write `#heading-1099`") == true)
    #expect(found[100].help?.hasPrefix("link to one of its headings") == true)
    #expect(found[count].help == "write `#heading-1007`")
    #expect(found[count].fix?.applicability == .safe)
  }

  /// Of two that differ in signs alone neither is meant for certain.
  @Test func signsMayLeaveADoubt() throws {
    let found = try found("## a-b {#a-b}\n\n## ab {#ab}\n\n[c](#A_B)\n")
    #expect(found.map(\.fix?.applicability) == [.suggestion])
  }
}
