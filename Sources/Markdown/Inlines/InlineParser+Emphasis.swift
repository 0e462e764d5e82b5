extension InlineParser {
  /// Reads a run of delimiters, and keeps it where it can begin or end something.
  mutating func readRun() {
    let start = position
    let marker = view[start]
    var end = start
    while end < view.count, view[end] == marker { end += 1 }
    position = end
    // As in cmark-gfm, tildes are looked past: `a**~~b~~**` is strong.
    var left = start
    var right = end
    if isGFM {
      while left > 0, view[left - 1] == UInt8(ascii: "~") { left -= 1 }
      while right < view.count, view[right] == UInt8(ascii: "~") { right += 1 }
    }
    let before = ScalarClass.before(left, in: view)
    let after = ScalarClass.after(right, in: view)
    let isLeft = after != .whitespace && (after != .punctuation || before != .other)
    let isRight = before != .whitespace && (before != .punctuation || after != .other)
    var canOpen = isLeft
    var canClose = isRight
    if marker == UInt8(ascii: "_") {
      canOpen = isLeft && (!isRight || before == .punctuation)
      canClose = isRight && (!isLeft || after == .punctuation)
    }
    guard canOpen || canClose else { return }
    if marker == UInt8(ascii: "~"), end - start > 2 { return }
    let index = delimiters.count
    delimiters.append(
      Delimiter(
        marker: marker, canOpen: canOpen, canClose: canClose, length: end - start,
        left: end - start, previous: lastDelimiter))
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = index }
    lastDelimiter = index
    items.append(InlineItem(.run, .emphasis, start, end, index))
  }

  /// Pairs the delimiters above one, and takes them all out of play.
  mutating func processEmphasis(above bottom: Int) {
    guard lastDelimiter > bottom else { return }
    var closer = lastDelimiter
    while delimiters[closer].previous > bottom { closer = delimiters[closer].previous }
    // Where searches for an opener ended in vain, by the closer's marker, ability and length: no
    // later one looks below, which keeps the whole linear.
    var bottoms = InlineArray<18, Int>(repeating: bottom)
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let key = bottomKey(delimiters[closer])
      var opener = delimiters[closer].previous
      while opener > bottoms[key], !matches(opener, closer) { opener = delimiters[opener].previous }
      if opener > bottoms[key] {
        closer = pair(opener, closer)
      } else {
        bottoms[key] = delimiters[closer].previous
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { remove(closer) }
        closer = next
      }
    }
    lastDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
  }

  private func bottomKey(_ closer: Delimiter) -> Int {
    let kind =
      switch closer.marker {
      case UInt8(ascii: "*"): 0
      case UInt8(ascii: "_"): 6
      default: 12
      }
    return kind + closer.length % 3 + (closer.canOpen ? 3 : 0)
  }

  private func matches(_ opener: Int, _ closer: Int) -> Bool {
    let open = delimiters[opener]
    let close = delimiters[closer]
    guard open.canOpen, open.marker == close.marker else { return false }
    // Where one of the two could do both, the lengths must not add up to a multiple of three,
    // unless both are one.
    return !(close.canOpen || open.canClose) || close.length % 3 == 0
      || (open.length + close.length) % 3 != 0
  }

  /// Makes a node between two delimiters; returns the closer to go on with.
  private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    let isStrike = delimiters[closer].marker == UInt8(ascii: "~")
    if isStrike, delimiters[opener].length != delimiters[closer].length {
      // As in cmark-gfm, `~` after `~~` is text, and what is between can no longer begin anything.
      let next = delimiters[closer].next
      remove(closer)
      return next
    }
    let isDouble = delimiters[opener].left >= 2 && delimiters[closer].left >= 2
    let markers = isDouble ? 2 : 1
    let kind: NodeKind = isStrike ? .strikethrough : isDouble ? .strong : .emphasis
    openings.append(Opening(kind: kind, markers: markers, inner: delimiters[opener].opening))
    delimiters[opener].opening = openings.count - 1
    delimiters[opener].left -= markers
    delimiters[opener].openedMarkers += markers
    delimiters[closer].left -= markers
    delimiters[closer].closed += 1
    delimiters[closer].closedMarkers += markers
    if delimiters[opener].left == 0 { remove(opener) }
    guard delimiters[closer].left == 0 else { return closer }
    let next = delimiters[closer].next
    remove(closer)
    return next
  }

  private mutating func remove(_ index: Int) {
    let previous = delimiters[index].previous
    let next = delimiters[index].next
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
  }
}
