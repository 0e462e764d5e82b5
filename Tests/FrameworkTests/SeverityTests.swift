import SourceCore
import StructuredData
import Testing

@testable import Framework

@Suite struct SeverityTests {
  private func rule(_ severity: Severity, follows: Bool) -> RuleInfo {
    RuleInfo(
      id: "structure/keypoints", summary: "", why: "", severity: severity,
      followsLifecycle: follows, source: "")
  }

  @Test(
    "A gap weighs more as a course grows up",
    arguments: [
      (Lifecycle.preAlpha, Severity.note), (.alpha, .warning), (.beta, .warning), (.stable, .error),
      (.deprecated, .error),
    ])
  func gap(lifecycle: Lifecycle, severity: Severity) {
    let framework = Framework.builtin
    #expect(framework.severity(of: rule(.error, follows: true), lifecycle: lifecycle) == severity)
    #expect(framework.severity(of: rule(.note, follows: true), lifecycle: lifecycle) == .note)
    #expect(framework.severity(of: rule(.error, follows: false), lifecycle: lifecycle) == .error)
  }

  @Test("A document can say otherwise for one rule")
  func override() throws {
    let text = Framework.builtinText.split(separator: "\"rules\": {}").joined(
      separator: "\"rules\": {\"structure/keypoints\": {\"beta\": \"error\", \"stable\": \"note\"}}"
    )
    let document = try #require(JSONParser.parse(Array(text.utf8)).root)
    let framework = try Framework(document: document)
    let keypoints = rule(.warning, follows: true)
    #expect(framework.severity(of: keypoints, lifecycle: .beta) == .error)
    #expect(framework.severity(of: keypoints, lifecycle: .alpha) == .warning)
    #expect(framework.severity(of: keypoints, lifecycle: .deprecated) == .note)
  }

  @Test("Fields are needed from a lifecycle on")
  func required() {
    let framework = Framework.builtin
    #expect(framework.requiredFields(.preAlpha) == ["schema", "id", "version"])
    #expect(framework.requiredFields(.alpha) == ["schema", "id", "version"])
    #expect(
      framework.requiredFields(.beta) == [
        "schema", "id", "version", "title", "description", "keywords", "topics", "language",
        "license", "code_license", "authors", "contact",
      ])
    #expect(framework.requiredFields(.stable).suffix(3) == ["provider", "level", "audience"])
    #expect(framework.requiredFields(.deprecated) == framework.requiredFields(.stable))
  }

  @Test("Lifecycles are ordered")
  func order() {
    #expect(Lifecycle.allCases.sorted() == Lifecycle.allCases)
    #expect(Lifecycle(rawValue: "pre-alpha") == .preAlpha)
  }
}
