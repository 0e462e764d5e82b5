import CourseLint
import SourceCore
import TestSupport
import Testing

/// `docs/rules/` is written from the rules; `UPDATE_DOCS=1` rewrites it and then fails.
struct RulePageTests {
  @Test func pagesAreFresh() throws {
    let folder = RuleListTests.root + "/docs/rules"
    let stale = try GeneratedFolder.update(folder, with: RulePage.pages(LintRules.all))
    #expect(stale.isEmpty, "run `make docs`, or this test with UPDATE_DOCS=1")
  }

  @Test func aPageNamesTheSpan() throws {
    let rule = try #require(LintRules.all.first { $0.info.id == "structure/div-unknown" })
    let page = RulePage.markdown(for: rule)
    #expect(page.hasPrefix("# structure/div-unknown\n\n"))
    #expect(page.contains("Reported: `keypoint` (line 1)."))
    #expect(!page.contains("⟦"))
  }
}
