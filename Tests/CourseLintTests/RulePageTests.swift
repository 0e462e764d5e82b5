import CourseLint
import SourceCore
import Testing

struct RulePageTests {
  @Test func aPageNamesTheSpan() throws {
    let rule = try #require(LintRules.all.first { $0.info.id == "structure/div-unknown" })
    let page = RulePage.markdown(for: rule)
    #expect(page.hasPrefix("# structure/div-unknown\n\n"))
    #expect(page.contains("Reported: `keypoint` (line 1)."))
    #expect(!page.contains("⟦"))
  }
}
