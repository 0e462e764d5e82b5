import Markdown
import SourceCore

/// A reference of MyST or Quarto to something that has a label.
public struct CrossReference: Sendable, Hashable {
  /// What is referred to.
  public enum Kind: Sendable, Hashable {
    /// A label anywhere in the course.
    case label
    /// A page, by its path without ending.
    case page
  }

  /// What is referred to.
  public let kind: Kind
  /// The label or path.
  public let name: String
  /// Where it is written.
  public let range: ByteRange

  /// The references of a page, in document order; none in other dialects.
  static func all(in document: Document) -> [CrossReference] {
    guard document.dialect == .myst || document.dialect == .quarto else { return [] }
    var references: [CrossReference] = []
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      switch document.kind(node) {
      case .role:
        if let role = document.role(node), let reference = reference(role, document) {
          references.append(reference)
        }
      case .citation:
        for key in document.citationKeys(node) where key.isCrossReference {
          references.append(CrossReference(kind: .label, name: key.text, range: key.range))
        }
      default: break
      }
    }
    return references
  }

  /// ``{ref}`label` ``, ``{numref}`Figure %s <label>` ``, ``{doc}`path` ``.
  private static func reference(_ role: Role, _ document: Document) -> CrossReference? {
    let kind: Kind
    switch role.name {
    case "ref", "numref", "eq": kind = .label
    case "doc": kind = .page
    default: return nil
    }
    var content = Array(role.content.utf8)[...]
    var range = role.contentRange
    if content.last == UInt8(ascii: ">"), let open = content.lastIndex(of: UInt8(ascii: "<")) {
      content = content[(open + 1)..<(content.endIndex - 1)]
      // Where the content is one line, its bytes are those of the source.
      if range.count == role.content.utf8.count {
        range = ByteRange(range.start + open + 1, range.start + open + 1 + content.count)
      }
    }
    let name = String(decoding: content, as: UTF8.self)
    // A label in another project names it (`python:library`).
    guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: ":")) || kind == .label else {
      return nil
    }
    return CrossReference(kind: kind, name: name, range: range)
  }
}
