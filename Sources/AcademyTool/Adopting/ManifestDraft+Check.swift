import Framework
import SourceCore
import StructuredData

extension ManifestDraft {
  /// Holds a manifest against the schema: an id that the author chose may break its rules.
  static func check(_ bytes: [UInt8]) throws {
    guard let root = YAMLParser.parse(bytes).root else { return }
    let problems = Framework.builtin.validate(manifest: root)
    guard let problem = problems.first else { return }
    throw ToolFailure(
      "\(problem.pointer.dropFirst()): \(problem.finding.message)",
      help: problem.finding.help ?? "an id is office/slug: small letters, digits and hyphens")
  }
}
