import SourceCore

/// A link definition that stands outside the documents whose references name its label.
public struct SharedDefinition: Sendable, Hashable {
  /// The label as labels are compared.
  public let label: String
  /// Where it points, decoded.
  public let destination: String
  /// The title, decoded; nil where there is none.
  public let title: String?
  /// The file that holds it.
  public let path: RepoPath
  /// The line in that file, from 1.
  public let line: Int

  /// What each use of it expands to, in bytes.
  var size: Int { destination.utf8.count + (title?.utf8.count ?? 0) }
}

extension Document {
  /// The link definitions of a document, for other documents to name.
  public func sharedDefinitions(in path: RepoPath) -> [SharedDefinition] {
    var lines: LineIndex?
    return arena.definitions.map { id in
      let node = NodeID(Int(id))
      let known = lines ?? LineIndex(source)
      lines = known
      return SharedDefinition(
        label: label(node) ?? "", destination: destination(node), title: title(node), path: path,
        line: known.line(at: range(node).start) + 1)
    }
  }
}
