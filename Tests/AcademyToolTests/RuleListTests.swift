import AcademyTool
import CourseLint
import SourceCore
import TestSupport
import Testing

/// The rules of all modules together.
@Suite struct RuleListTests {
  private let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// `docs/rules/` is written from the rules; `UPDATE_DOCS=1` rewrites it and then fails.
  @Test func pagesAreFresh() throws {
    let pages = RulePage.pages(AllRules.list)
    let stale = try GeneratedFolder.update(root + "/docs/rules", with: pages)
    #expect(stale.isEmpty, "run `make docs`, or this test with UPDATE_DOCS=1")
    for group in try Files.names(in: root + "/docs/rules") where !group.hasSuffix(".md") {
      for name in try Files.names(in: "\(root)/docs/rules/\(group)") {
        #expect(pages["\(group)/\(name)"] != nil, "docs/rules/\(group)/\(name) is of no rule")
      }
    }
  }

  /// The table in `docs/linting.md` is written by `make docs`.
  @Test func theTableIsFresh() throws {
    let path = root + "/docs/linting.md"
    let page = String(decoding: try Files.read(path), as: UTF8.self)
    let table = RulePage.table(AllRules.list, folder: "rules")
    let fresh = try #require(RulePage.replacing(page, by: table))
    let stale = try GeneratedFolder.update(root + "/docs", with: ["linting.md": fresh])
    #expect(stale.isEmpty, "run `make docs`, or this test with UPDATE_DOCS=1")
  }

  @Test func idsAreUniqueAndInOrder() {
    let ids = AllRules.list.map(\.info.id)
    #expect(ids == Set(ids).sorted())
    for rule in AllRules.list {
      let info = rule.info
      #expect(info.id.utf8.count { $0 == UInt8(ascii: "/") } == 1)
      #expect(!info.summary.isEmpty && !info.why.isEmpty && !info.source.isEmpty)
    }
  }

  @Test func explainPrintsEachRule() throws {
    for rule in AllRules.list {
      let outcome = try Tool.run("explain", rule.info.id, in: root)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains(rule.info.summary))
    }
  }
}
