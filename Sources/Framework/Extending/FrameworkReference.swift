import Identifiers
import SourceCore
import StructuredData

/// Which framework a document extends.
public struct FrameworkReference: Sendable, Hashable {
  /// Its name (`framework/1`).
  public let name: String
  /// The versions that will do; nil where any will.
  public let versions: VersionRange?
  /// Where it is; nil for the framework inside the tool.
  public let source: FrameworkSource?
  /// Where the document says so.
  public let range: ByteRange

  /// Reads `extends`: `NAME`, `NAME RANGE` or a map.
  init(_ node: DataNode) throws(FrameworkProblem) {
    var written = node["version"]?.stringValue
    if let text = node.string {
      let words = text.split(separator: " ", maxSplits: 1)
      name = words.first.map { String($0) } ?? ""
      if words.count > 1 { written = String(words[1]) }
      source = nil
      range = node.range
    } else {
      name = node["framework"]?.string ?? ""
      source = FrameworkSource(node)
      range = node["framework"]?.range ?? node.range
      for key in ["repository", "release", "rev"] where source == nil {
        guard let member = node.member(key) else { continue }
        throw FrameworkProblem(
          member.keyRange, "`\(key)` says nothing without `path`",
          help: "add `path`, the document's path in the repository")
      }
      if let release = node.member("release"), node["rev"] != nil {
        throw FrameworkProblem(
          release.keyRange, "`release` and `rev` exclude each other", help: "keep one of the two")
      }
    }
    do {
      versions = try written.map { text throws(IdentifierError) in
        try VersionRange(parsing: text)
      }
    } catch {
      throw FrameworkProblem(
        range, "`extends` names no range of versions: \(error.message)",
        help: error.help ?? "write it as in `\(name) ^1.0`")
    }
  }
}
