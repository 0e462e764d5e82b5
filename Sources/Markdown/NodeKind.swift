/// What a node of a document is.
public enum NodeKind: UInt8, Sendable, Hashable, CaseIterable {
  // Blocks.
  case document, frontMatter, paragraph, heading, thematicBreak, blockQuote, list, listItem
  case codeBlock, htmlBlock, table, tableRow, tableCell, linkDefinition, footnoteDefinition, div
  // Blocks of dialects.
  /// Math between `$$`.
  case mathBlock
  /// A directive or admonition; a container, unless its body is literal.
  case directive
  /// Lines of nothing but templates: Liquid, shortcodes, includes, substitutions.
  case templateBlock
  /// A line of attributes for the block beside it.
  case attributeLine
  /// MyST's `(label)=`.
  case target
  /// MyST's `% …`, kramdown's `{::comment}`.
  case comment
  /// MyST's `+++`.
  case blockBreak
  case definitionList, definitionTerm, definition
  // Inlines.
  case text, escape, entity, softBreak, hardBreak, codeSpan, emphasis, strong, strikethrough
  case link, image, autolink, htmlInline, footnoteReference, span
  // Inlines of dialects.
  /// Math in a line.
  case math
  /// MyST's ``{name}`text` ``.
  case role
  /// A template in a line.
  case template
  /// A citation or cross-reference (`@key`, `[see @key, p. 3]`).
  case citation

  /// Whether the node is an inline.
  public var isInline: Bool { rawValue >= NodeKind.text.rawValue }
}

/// Names a node; ids are in document order, a node before its children.
public struct NodeID: Sendable, Hashable, Comparable {
  /// Position in the arena.
  public let index: UInt32

  /// Makes the id of the node at `index`.
  @inlinable public init(_ index: Int) { self.index = UInt32(index) }

  /// Orders as in the document.
  @inlinable public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}
