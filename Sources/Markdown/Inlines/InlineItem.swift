/// Something in a leaf's content that is not plain text; what lies between items is.
struct InlineItem {
  /// What to do about it when the nodes are written.
  enum Role: UInt8 {
    /// Nothing: it turned out to be text.
    case text
    /// A node without children.
    case leaf
    /// Begins a link, image or span.
    case open
    /// Ends the innermost of these.
    case close
    /// A run of `*`, `_` or `~`, parts of which may begin or end nodes.
    case run
  }

  var role: Role
  var kind: NodeKind
  var start: UInt32
  var end: UInt32
  /// Leaf, open: the node's payload. Run: its delimiter.
  var payload: UInt32

  init(_ role: Role, _ kind: NodeKind, _ start: Int, _ end: Int, _ payload: Int = 0) {
    self.role = role
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.payload = UInt32(truncatingIfNeeded: payload)
  }
}
