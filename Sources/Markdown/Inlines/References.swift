/// The labels that definitions of a document gave: the block phase fills it, the inline phase asks.
struct References: ~Copyable {
  /// What a label names.
  enum Target {
    /// A link definition by its ordinal; those that are shared follow the document's own.
    case definition(Int)
    /// A heading by the place in the source where it starts.
    case heading(Int)
  }

  /// A heading that links may name by its text.
  struct Named {
    let text: ByteView
    let start: Int
  }

  private var definitions = LabelTable()
  private var footnotes = LabelTable()
  /// Per definition, the length of its destination and title: what each use of it expands to.
  private var sizes = Buffer<UInt32>()
  private var expanded = 0
  private var shared: SharedDefinitions?
  private var named = Buffer<Named>(capacity: 1)
  /// The texts of `named`, read once the first label is looked up that nothing else defines.
  private var headings = LabelTable(capacity: 2)
  /// Per text of `headings`, where the heading starts.
  private var starts = Buffer<Int>(capacity: 1)
  private var areHeadingsRead = false

  var definitionCount: Int { definitions.count }
  var footnoteCount: Int { footnotes.count }
  var hasFootnotes: Bool { !footnotes.isEmpty }
  /// Whether a label may name anything but a footnote.
  var hasTargets: Bool { definitions.count > 0 || shared != nil || !named.isEmpty }

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

  /// Takes the definitions that count where the document has none of its own.
  mutating func share(_ definitions: SharedDefinitions) {
    shared = definitions.all.isEmpty ? nil : definitions
  }

  /// Adds a heading that links may name by its text, where nothing else is called so.
  mutating func name(_ text: ByteView, start: Int) { named.append(Named(text: text, start: start)) }

  /// What a label names.
  ///
  /// What references expand to is limited in sum, as in cmark: a long destination and many short
  /// references to it would otherwise make pages of quadratic size.
  mutating func target(_ label: ByteView, limit: Int) -> Target? {
    if let ordinal = definitions.ordinal(label) {
      return expand(Int(sizes[ordinal]), limit) ? .definition(ordinal) : nil
    }
    // A footnote's label is the document's own affair.
    guard shared != nil || !named.isEmpty, label.first != UInt8(ascii: "^") else { return nil }
    if let shared, let ordinal = shared.ordinal(label) {
      guard expand(shared.all[ordinal].size, limit) else { return nil }
      return .definition(definitionCount + ordinal)
    }
    return heading(label).map { .heading($0) }
  }

  private mutating func expand(_ size: Int, _ limit: Int) -> Bool {
    guard expanded + size <= limit else { return false }
    expanded += size
    return true
  }

  private mutating func heading(_ label: ByteView) -> Int? {
    if !areHeadingsRead {
      areHeadingsRead = true
      for index in 0..<named.count where headings.insert(named[index].text) {
        starts.append(named[index].start)
      }
    }
    return headings.ordinal(label).map { starts[$0] }
  }

  /// The ordinal of the footnote a label names.
  mutating func footnote(_ label: ByteView) -> Int? { footnotes.ordinal(label) }
}
