/// Decides what a renderer writes where a page is to differ from the specification's HTML.
///
/// Every requirement has a default, which is what the specification says.
public protocol HTMLPolicy {
  /// Called before a node's markup; may write its own opening or the whole node instead.
  mutating func open(
    _ node: NodeID, in document: Document, to out: inout [UInt8]
  ) -> HTMLOpening

  /// Called after the children of a node whose `open` answered `.custom`.
  mutating func close(_ node: NodeID, in document: Document, to out: inout [UInt8])

  /// Adds attributes to a node's own opening tag, each with a blank before it.
  mutating func attributes(_ node: NodeID, in document: Document, to out: inout [UInt8])

  /// Where a link, image or autolink points; nil to leave nothing of it but its text.
  mutating func destination(
    _ written: [UInt8], of node: NodeID, in document: Document
  ) -> [UInt8]?

  /// What to write in place of raw HTML, a block's or an inline's.
  mutating func rawHTML(_ literal: [UInt8], of node: NodeID, in document: Document) -> [UInt8]
}

/// Who writes a node.
public enum HTMLOpening: Sendable, Hashable {
  /// The renderer, as the specification has it.
  case standard
  /// The policy has written the opening; the renderer writes the children, then calls `close`.
  case custom
  /// The policy has written all there is; the children are left out.
  case replaced
}

extension HTMLPolicy {
  /// Leaves the node to the renderer.
  public mutating func open(
    _ node: NodeID, in document: Document, to out: inout [UInt8]
  ) -> HTMLOpening { .standard }

  /// Writes nothing.
  public mutating func close(_ node: NodeID, in document: Document, to out: inout [UInt8]) {}

  /// Writes the pandoc attributes that the author gave.
  public mutating func attributes(
    _ node: NodeID, in document: Document, to out: inout [UInt8]
  ) {
    guard let attributes = document.attributes(node) else { return }
    // What an author wrote as a code block's first class is its language.
    let isLanguage = document.kind(node) == .codeBlock && document.info(node).isEmpty
    HTML.append(attributes, skippingFirstClass: isLanguage, to: &out)
  }

  /// Keeps the destination.
  public mutating func destination(
    _ written: [UInt8], of node: NodeID, in document: Document
  ) -> [UInt8]? { written }

  /// Keeps the HTML.
  public mutating func rawHTML(
    _ literal: [UInt8], of node: NodeID, in document: Document
  ) -> [UInt8] { literal }
}

/// The policy that changes nothing.
public struct StandardHTMLPolicy: HTMLPolicy, Sendable {
  /// Makes the policy.
  public init() {}
}
