import SourceCore

/// A parsed Markdown document: a flat tree whose nodes know their exact byte range.
///
/// Ids are in pre-order, so a walk over the document is a loop over `0..<nodeCount` and a node's
/// descendants are the ids from it up to `end(_:)`. Children nest in their parents, are ordered and
/// do not overlap. Blocks end without their final line ending.
public struct Document: Sendable {
  /// The bytes parsed.
  public let source: [UInt8]
  /// The dialect they were read in.
  public let dialect: Dialect
  /// What an author should know about the structure, in the order of the text.
  public private(set) var problems: [ParseProblem]

  let arena: Arena

  /// The node that holds all others.
  public static let root = NodeID(0)

  /// Parses a document; any bytes will do.
  ///
  /// `shared` are definitions that count where the document has none of its own.
  public init(_ source: [UInt8], options: ParseOptions, shared: SharedDefinitions? = nil) {
    self.source = source
    self.dialect = options.dialect
    (arena, problems) = Parser.parse(source, options, shared)
    if options.dialect.grammar.isSuperset(of: [.strict, .shortcodes]) {
      problems += ShortcodePairs.problems(self)
      problems.sort { $0.range < $1.range }
    }
  }

  // MARK: Structure

  /// How many nodes there are, the root included.
  public var nodeCount: Int { arena.kinds.count }

  /// What each node is, for loops over all of them.
  public var kinds: [NodeKind] { arena.kinds.array }

  /// What a node is.
  public func kind(_ n: NodeID) -> NodeKind { arena.kinds[Int(n.index)] }

  /// The bytes a node covers.
  public func range(_ n: NodeID) -> ByteRange { arena.ranges[Int(n.index)] }

  /// The node that holds this one; nil for the root.
  public func parent(_ n: NodeID) -> NodeID? {
    n == Document.root ? nil : NodeID(Int(arena.parents[Int(n.index)]))
  }

  /// The id after a node's last descendant.
  public func end(_ n: NodeID) -> NodeID { NodeID(Int(arena.ends[Int(n.index)])) }

  /// The nodes directly below a node, in order.
  public func children(_ n: NodeID) -> Children {
    Children(document: self, next: NodeID(Int(n.index) + 1), last: end(n))
  }

  /// The nodes directly below one.
  public struct Children: Sequence, IteratorProtocol {
    private let document: Document
    private var following: NodeID
    private let last: NodeID

    init(document: Document, next: NodeID, last: NodeID) {
      self.document = document
      following = next
      self.last = last
    }

    /// The next of them.
    public mutating func next() -> NodeID? {
      guard following < last else { return nil }
      defer { following = document.end(following) }
      return following
    }
  }

  // MARK: Storage

  func payload(_ n: NodeID) -> UInt32 { arena.payloads[Int(n.index)] }

  /// What a block carries; nil for inlines.
  func block(_ n: NodeID) -> BlockDetail? {
    kind(n).isInline ? nil : arena.blocks[Int(payload(n))]
  }

  /// What a link, image, autolink or span carries; nil for other kinds.
  func link(_ n: NodeID) -> LinkDetail? {
    switch kind(n) {
    case .link, .image, .autolink, .span: arena.links[Int(payload(n))]
    default: nil
    }
  }

  /// The block that holds an inline, or the block itself.
  func leaf(of n: NodeID) -> NodeID {
    guard kind(n).isInline else { return n }
    // Ids are in pre-order, so it is the last leaf block before the inline, however deep that is.
    var low = 0
    var high = arena.leaves.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if arena.leaves[middle] <= n.index { low = middle } else { high = middle }
    }
    return NodeID(Int(arena.leaves[low]))
  }
}
