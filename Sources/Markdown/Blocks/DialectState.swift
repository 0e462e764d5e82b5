import SourceCore

/// What the block phase remembers for the constructs of dialects.
struct DialectState {
  /// Where the open template, math block or comment ends, as an offset into the text.
  var leafEnd = 0
  /// What stands after the open math block's end: attributes, or a label.
  var mathAttributes: ByteRange?
  var mathLabel = ByteRange(0, 0)
  /// Whether the lines that follow may be options of the directive just opened.
  var options = Options.none
  /// How many directives are open.
  var directives = 0
  /// The open paragraph that has lines which lack a definition's indentation, and its first one.
  var lazyLeaf = 0
  var lazySegment = 0
  /// The sibling before the block that was added last; 0 where it is the first.
  var previousSibling = 0
  /// Per kind of delimiters: between which offsets a search for the end was made, and what it found.
  var templateSearches = InlineArray<8, Search>(repeating: Search())
  /// The same for what ends verbatim templates.
  var verbatimSearches = InlineArray<32, Search>(repeating: Search())
  var mathSearch = Search()
  /// The same per environment of TeX, for what ends it.
  var environmentSearches = InlineArray<16, Search>(repeating: Search())
  /// The length of what closes the open math block.
  var mathClosing = 2
  var commentSearch = Search()
  var objectSearch = Search()

  enum Options: UInt8 { case none, first, fields, yaml }

  /// The result of looking forward in the text, which holds for all places from where it began to
  /// what was found: so a text is searched once, however many openings it has.
  struct Search {
    var lower = 1
    var upper = 0
    /// Offset after what was found; 0 where nothing was.
    var end = 0

    /// What a search from `start` finds, if that is known; 0 for nothing.
    func result(from start: Int) -> Int? { start >= lower && start <= upper ? end : nil }
  }
}
