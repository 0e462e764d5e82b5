import Identifiers
import SourceCore
import StructuredData

/// Judges the text of a licence field.
enum LicenceExpression {
  /// Whether a JSON pointer names a licence of a manifest or a front matter.
  static func isField(_ pointer: String) -> Bool {
    pointer == "/license" || pointer == "/code_license"
  }

  /// What is wrong with a field, and with each element of a list; other values are the schema's.
  static func findings(_ node: DataNode?, in bytes: [UInt8]) -> [Finding] {
    guard let node else { return [] }
    if let list = node.array { return list.flatMap { findings($0, in: bytes) } }
    guard let text = node.string, !text.isEmpty, let finding = finding(text, node, bytes) else {
      return []
    }
    return [finding]
  }

  private static func finding(_ text: String, _ node: DataNode, _ bytes: [UInt8]) -> Finding? {
    let problem: IdentifierError
    do {
      _ = try SPDXExpression(parsing: text)
      return nil
    } catch { problem = error }
    let message = "`\(Wording.short(text))` is not an SPDX licence expression"
    guard let meant = SPDXSuggestion(for: text) else {
      return Finding(
        node.range, message,
        help: problem.help ?? "take the id from https://spdx.org/licenses, "
          + "or write `LicenseRef-` and a name for a licence that is not listed there")
    }
    return Finding(
      node.range, message,
      help: meant.isCertain
        ? "write `\(meant.id)`" : "write `\(meant.id)`, if that is what is meant",
      fix: Fix(
        title: "write `\(meant.id)`", replacing: node.range,
        with: ScalarEdit.replacement(meant.id, for: node.range, in: bytes),
        applicability: meant.isCertain ? .safe : .suggestion))
  }
}
