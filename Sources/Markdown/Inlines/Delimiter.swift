/// A run of `*`, `_` or `~` that may begin or end emphasis.
struct Delimiter {
  var marker: UInt8
  var canOpen: Bool
  var canClose: Bool
  /// Length of the run as written, which the rule of three asks for.
  let length: Int
  /// Markers not used yet.
  var left: Int
  /// The nodes it ends, innermost first: how many, and how many markers they take.
  var closed = 0
  var closedMarkers = 0
  /// The nodes it begins: the outermost one's opening, -1 for none, and the markers they take.
  var opening = -1
  var openedMarkers = 0
  /// Neighbours among the delimiters still in play, -1 for none.
  var previous: Int
  var next = -1
}

/// A node that a delimiter begins.
struct Opening {
  var kind: NodeKind
  var markers: Int
  /// The next one further in, -1 for none.
  var inner: Int
}

/// A `[` or `![` that may begin a link or image.
struct Bracket {
  var item: Int
  /// Offset after the bracket.
  var textStart: Int
  var isImage: Bool
  /// The last delimiter before the bracket, -1 for none.
  var delimiter: Int
  /// Whether another bracket came after it, which a shortcut reference must not hold.
  var hasInner = false
}
