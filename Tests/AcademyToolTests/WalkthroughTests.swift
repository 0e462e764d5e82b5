import SourceCore
import TestSupport
import Testing

/// Pages of docs/ that record a terminal are what their scripts write today.
@Suite struct WalkthroughTests {
  private static let package =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test(
    .enabled(if: (try? Files.read("/usr/bin/git")) != nil, "there is no /usr/bin/git"),
    arguments: ["first-steps", "first-steps-existing", "reuse-walkthrough"])
  func thePageIsWhatTheToolSays(_ name: String) throws {
    let tool = try #require(ToolRunner(), "the tool was not built with the tests")
    let outcome = try ToolRunner(program: "/bin/bash").run(
      ["\(Self.package)/scripts/\(name)", tool.program], in: Self.package)
    #expect(outcome.status == 0, "\(outcome.errors)")
    if let complaint = try GoldenFile.complaint(
      outcome.output, "\(Self.package)/docs/\(name).md")
    {
      Issue.record("\(complaint)\n`make docs` writes it anew")
    }
  }

  @Test func thePageAboutReuseLeadsThroughIt() throws {
    func text(_ path: String) throws -> String {
      String(decoding: try Files.read("\(Self.package)/docs/\(path)"), as: UTF8.self)
    }
    let page = try text("reuse.md")
    var isOutput = false
    var sections: [Substring] = []
    for line in try text("reuse-walkthrough.md").split(separator: "\n") {
      if line.hasPrefix("```") { isOutput = line != "```" }
      if !isOutput, line.hasPrefix("## ") { sections.append(line) }
    }
    #expect(sections.count == 6)
    for section in sections {
      let anchor = section.dropFirst(3).lowercased().replacing(" ", with: "-")
      #expect(page.contains("(reuse-walkthrough.md#\(anchor))"), "\(section)")
    }
  }
}
