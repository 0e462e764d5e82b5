import SourceCore
import Testing

@testable import Framework

/// What a document asks less is applied, and told.
@Suite struct LooseningTests {
  @Test(
    "Each way to ask less is told at its place",
    arguments: [
      (
        "optional: [level]",
        "4:12 loosened: `level` is required by framework/1 from stable on, not here"
      ),
      (
        "severities: {framework/placeholder: note}",
        "4:14 loosened: `framework/placeholder` weighs less than in framework/1: note instead of "
          + "warning in an alpha, note instead of warning in a beta, note instead of error in a "
          + "stable course"
      ),
      (
        "structure: {workbench: {optional: [keypoints]}}",
        "4:36 loosened: `keypoints` is required by framework/1, not here"
      ),
      (
        "verbs: {en: {measurable: {understand: [understand]}}}",
        "4:40 loosened: `understand` is unmeasurable to framework/1, and a verb here"
      ),
    ])
  func told(lines: String, message: String) throws {
    let document = OfficeDocument(lines + "\n")
    #expect(document.problems.count == 1, "\(document.problems)")
    #expect(document.problems.first?.hasPrefix(message) == true, "\(document.problems)")
    #expect(document.reading.framework != nil)
  }

  @Test("What is loosened counts as it is written")
  func applied() throws {
    let document = OfficeDocument(
      """
      optional: [level]
      severities: {framework/placeholder: {stable: note}}
      structure: {workbench: {optional: [keypoints]}}
      verbs: {en: {measurable: {understand: [understand]}}}

      """)
    let office = try #require(document.reading.framework, "\(document.problems)")
    #expect(!office.requiredFields(.stable).contains("level"))
    let rule = try #require(OfficeDocument.names.rules["framework/placeholder"])
    #expect(office.severity(of: rule, lifecycle: .stable) == .note)
    #expect(office.structure(layout: "workbench").requiredDivs == ["questions", "objectives"])
    #expect(office.verbs(language: "en")?.opening(of: "Understand loops") == nil)
    let changes = FrameworkComparison(.builtin, office, rules: [rule]).changes
    #expect(changes.map(\.effect) == [.looser, .looser, .looser, .looser, .looser])
  }

  @Test("To ask more, or the same, loosens nothing")
  func stricter() {
    let document = OfficeDocument(
      """
      required: {stable: [title]}
      severities: {framework/placeholder: {beta: error, stable: error}, objectives/verb: note}
      verbs: {en: {unmeasurable: [explore]}}

      """)
    #expect(document.problems.isEmpty)
  }
}
