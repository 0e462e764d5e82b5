import SourceCore
import StructuredData

@testable import Framework

/// An office's framework document in YAML, put upon the framework inside the tool.
struct OfficeDocument {
  let text: String
  let reading: FrameworkReading

  static let names = ToolNames(
    rules: [
      RuleInfo(
        id: "framework/placeholder", summary: "", why: "", severity: .error,
        followsLifecycle: true, source: ""),
      RuleInfo(id: "objectives/verb", summary: "", why: "", severity: .note, source: ""),
    ], layouts: ["workbench", "plain"])

  /// A document with the three lines that are always needed, and more.
  init(_ lines: String, on base: Framework = .builtin) {
    self.init(whole: "framework: nso-north/1\nversion: 1.2.0\nextends: framework/1\n" + lines, base)
  }

  init(whole text: String, _ base: Framework = .builtin, path: String = "framework.yml") {
    self.text = text
    reading = Framework.load(Array(text.utf8), path: path, names: Self.names) { _ in base }
  }

  /// What is wrong with it, as `line:column message = help`.
  var problems: [String] {
    let source = SourceText(path: .root, text)
    let lines = LineIndex(source.bytes)
    return reading.problems.map { problem in
      let place = Place(problem.range, in: source, lines: lines)
      let kind = problem.kind == .loosening ? "loosened: " : ""
      return "\(place.line):\(place.column) \(kind)\(problem.message) = \(problem.help ?? "-")"
    }
  }

  /// What the framework finds wrong with a manifest in YAML, as `message = help`.
  func problems(manifest text: String) throws -> [String] {
    guard let root = YAMLParser.parse(Array(text.utf8)).root else { return [] }
    let framework = try reading.framework ?? { throw DocumentProblem("", "\(problems)") }()
    return framework.validate(manifest: root).map { "\($0.message) = \($0.help ?? "-")" }
  }
}
