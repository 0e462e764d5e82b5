import SourceCore

/// A leaf block's content as one run of bytes for the inline phase.
///
/// Where the lines follow one another in the source, this is the source itself; where quotes,
/// indentation or other line endings interrupt them, it is a copy that knows where each line is from.
struct Content: ~Copyable {
  struct Piece {
    var offset: Int
    var source: Int
  }

  private(set) var view = ByteView(start: nil, count: 0)
  private var base = 0
  private var bytes = ByteView(start: nil, count: 0)
  private var isCopied = false
  private var isCell = false
  private var copy = Buffer<UInt8>(capacity: 256)
  private var pieces = Buffer<Piece>()
  private var cursor = 0

  var count: Int { view.count }

  /// Takes lines of a paragraph or heading, joined by line feeds; blanks at the end are dropped.
  mutating func load(
    _ bytes: ByteView, _ segments: UnsafeBufferPointer<Segment>, first: Int, count: Int
  ) {
    self.bytes = bytes
    isCell = false
    let lower = Int(segments[first].lower)
    var upper = Int(segments[first].upper)
    isCopied = false
    for index in first + 1..<first + max(count, 1) {
      let segment = segments[index]
      if Int(segment.lower) != upper + 1 || bytes[upper] != 0x0A {
        isCopied = true
        break
      }
      upper = Int(segment.upper)
    }
    if isCopied {
      join(bytes, segments, first: first, count: count, separated: true)
    } else {
      base = lower
      view = ByteView(rebasing: bytes[lower..<upper])
    }
    var end = view.count
    while end > 0, Bytes.isBlank(view[end - 1]) || view[end - 1] == 0x0A { end -= 1 }
    view = ByteView(rebasing: view[0..<end])
  }

  /// Takes the pieces of a table cell, which an escaped pipe's backslash separates.
  mutating func loadCell(
    _ bytes: ByteView, _ segments: UnsafeBufferPointer<Segment>, first: Int, count: Int
  ) {
    self.bytes = bytes
    isCell = true
    isCopied = count > 1
    if isCopied {
      join(bytes, segments, first: first, count: count, separated: false)
    } else {
      base = Int(segments[first].lower)
      view = ByteView(rebasing: bytes[base..<Int(segments[first].upper)])
    }
  }

  private mutating func join(
    _ bytes: ByteView, _ segments: UnsafeBufferPointer<Segment>, first: Int, count: Int,
    separated: Bool
  ) {
    copy.truncate(to: 0)
    pieces.truncate(to: 0)
    cursor = 0
    for index in first..<first + count {
      let segment = segments[index]
      if separated, index > first { copy.append(0x0A) }
      pieces.append(Piece(offset: copy.count, source: Int(segment.lower)))
      copy.append(ByteView(rebasing: bytes[Int(segment.lower)..<Int(segment.upper)]))
    }
    view = copy.view
  }

  /// Where the byte at an offset comes from; a line feed comes from its line's end.
  @inline(__always) mutating func source(_ offset: Int) -> Int {
    isCopied ? sourceOfCopy(offset) : base &+ offset
  }

  /// The source range of a range of offsets.
  mutating func source(_ range: Range<Int>) -> ByteRange {
    let lower = source(range.lowerBound)
    return ByteRange(lower, range.isEmpty ? lower : source(range.upperBound - 1) + 1)
  }

  /// Offset of the next place after `offset` where a line or a piece of a cell begins.
  @inline(__always) mutating func nextPiece(after offset: Int) -> Int {
    guard isCopied else { return view.count }
    _ = sourceOfCopy(offset)
    return cursor + 1 < pieces.count ? pieces[cursor + 1].offset : view.count
  }

  /// Whether a pipe whose backslash belongs to the table stands at an offset of a cell.
  @inline(__always) mutating func isEscapedPipe(at offset: Int) -> Bool {
    guard isCopied, isCell else { return false }
    _ = sourceOfCopy(offset)
    return cursor > 0 && pieces[cursor].offset == offset
  }

  /// Where the line ending at a source offset ends.
  func lineEndingEnd(_ source: Int) -> Int { LineScanner.next(bytes, after: source) }

  private mutating func sourceOfCopy(_ offset: Int) -> Int {
    // Questions come nearly in order, so the answer is nearly always here or in the next piece.
    while cursor + 1 < pieces.count, pieces[cursor + 1].offset <= offset { cursor += 1 }
    while cursor > 0, pieces[cursor].offset > offset { cursor -= 1 }
    return pieces[cursor].source + offset - pieces[cursor].offset
  }
}
