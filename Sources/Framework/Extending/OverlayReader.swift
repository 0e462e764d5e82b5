import Identifiers
import SourceCore
import StructuredData

/// Reads what an office's document puts upon the framework that it extends, and notes what is wrong
/// with it and what it loosens.
///
/// The document fits its schema already; here its words are held against what there is.
struct OverlayReader {
  let root: DataNode
  let name: String
  let version: String
  let base: Framework
  let names: ToolNames
  private(set) var problems: [FrameworkProblem] = []

  init(root: DataNode, name: String, version: String, base: Framework, names: ToolNames) {
    self.root = root
    self.name = name
    self.version = version
    self.base = base
    self.names = names
  }

  mutating func read() -> Overlay {
    var overlay = Overlay(agreement: base.agreement)
    overlay.agreement.name = name
    overlay.agreement.version = version
    overlay.agreement.placeholders += texts(root["placeholders"]).filter {
      !base.placeholders.contains($0)
    }
    readVocabularies(&overlay)
    readSchemas(&overlay)
    readFields(&overlay)
    readStructure(&overlay)
    readVerbs(&overlay)
    readSeverities(&overlay)
    readLicences(&overlay)
    return overlay
  }

  mutating func fault(
    _ range: ByteRange, _ message: String, help: String? = nil, fix: Fix? = nil
  ) {
    problems.append(FrameworkProblem(range, message, help: help, fix: fix))
  }

  mutating func loosening(_ range: ByteRange, _ message: String, help: String? = nil) {
    problems.append(
      FrameworkProblem(
        range, message,
        help: help ?? "it counts as written; remove it to ask as much as \(base.name)",
        kind: .loosening))
  }

  /// Says that a name is none of those there are, and which one was meant.
  mutating func unknown(
    _ what: String, _ written: String, _ range: ByteRange, among known: [String],
    otherwise help: String
  ) {
    let near = NearMatch.best(for: written, among: known)
    fault(
      range, "there is no \(what) `\(written)`", help: near.map { "did you mean `\($0)`?" } ?? help)
  }

  /// The texts of a list; none where there is no list.
  func texts(_ node: DataNode?) -> [String] { elements(node).map(\.text) }

  /// The texts of a list with their places.
  func elements(_ node: DataNode?) -> [(text: String, range: ByteRange)] {
    (node?.array ?? []).compactMap { element in element.string.map { ($0, element.range) } }
  }

  /// A list in words.
  static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
