/// The labels that definitions of a document gave: the block phase fills it, the inline phase asks.
struct References: ~Copyable {
  private var definitions = LabelTable()
  private var footnotes = LabelTable()
  /// Per definition, the length of its destination and title: what each use of it expands to.
  private var sizes = Buffer<UInt32>()
  private var expanded = 0

  var definitionCount: Int { definitions.count }
  var footnoteCount: Int { footnotes.count }
  var hasFootnotes: Bool { !footnotes.isEmpty }

  /// Adds a link definition; its ordinal, or `UInt32.max` where the label is taken.
  mutating func define(_ label: ByteView, size: Int) -> UInt32 {
    guard definitions.insert(label) else { return .max }
    sizes.append(UInt32(size))
    return UInt32(definitions.count - 1)
  }

  /// Adds a footnote definition; its ordinal, or `UInt32.max` where the label is taken.
  mutating func defineFootnote(_ label: ByteView) -> UInt32 {
    footnotes.insert(label) ? UInt32(footnotes.count - 1) : .max
  }

  /// The ordinal of the definition a label names.
  ///
  /// What references expand to is limited in sum, as in cmark: a long destination and many short
  /// references to it would otherwise make pages of quadratic size.
  mutating func definition(_ label: ByteView, limit: Int) -> Int? {
    guard let ordinal = definitions.ordinal(label) else { return nil }
    let size = Int(sizes[ordinal])
    guard expanded + size <= limit else { return nil }
    expanded += size
    return ordinal
  }

  /// The ordinal of the footnote a label names.
  mutating func footnote(_ label: ByteView) -> Int? { footnotes.ordinal(label) }
}
