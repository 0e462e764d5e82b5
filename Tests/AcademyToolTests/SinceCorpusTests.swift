import TestSupport
import Testing

/// `--since` on real histories: what a change brings, by content, as two full runs have it.
///
/// `scripts/check-since` does the same with a judge of its own, on 40 commits.
@Suite(.enabled(if: SharedData.corpus != nil, "ACADEMY_CORPUS names no folder of clones"))
struct SinceCorpusTests {
  @Test(arguments: ["ModernStats_Git", "ModernStats_Python", "OSS", "git-intro"])
  func findingsAreTheDifferenceOfTwoRuns(_ name: String) throws {
    let tool = ToolRunner(program: "/usr/bin/python3")
    let own = try #require(ToolRunner())
    let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = try #require(SharedData.corpus)
    let outcome = try tool.run(
      [package + "/scripts/check-since", own.program, "\(folder)/\(name)", "6"], in: folder)
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
    #expect(outcome.output.contains(" 0 differ"))
  }
}
