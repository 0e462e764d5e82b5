import SourceCore

extension BlockParser {
  /// Starts a line of attributes in braces, `{.class #id}`.
  mutating func startAttributeLine() -> Bool {
    let end = trimmedEnd(from: nonspace, to: lineEnd)
    let comesFirst = grammar.contains(.attributesBefore)
    let isAttached = isBesideBlock
    guard bytes[end - 1] == UInt8(ascii: "}"), comesFirst || isAttached,
      !(comesFirst && leafKind == .paragraph),
      AttributeParser.end(bytes, at: nonspace, limit: end) == end
    else { return false }
    addAttributeLine(.attributeLine, isAttached: isAttached && !comesFirst)
    return true
  }

  /// Starts a line of kramdown's: attributes, or an extension `{::name}`.
  mutating func startKramdownLine() -> Bool {
    let end = trimmedEnd(from: nonspace, to: lineEnd)
    guard end > nonspace + 2 else { return false }
    let third = bytes[nonspace + 2]
    if HTMLScanner.has("{::comment}", bytes, at: nonspace, limit: lineEnd) {
      startComment()
    } else if bytes[end - 1] != UInt8(ascii: "}") {
      return false
    } else if third == UInt8(ascii: ":") || third == UInt8(ascii: "/") {
      addAttributeLine(.templateBlock, isAttached: false)
    } else {
      guard AttributeParser.end(bytes, at: nonspace, limit: end, kramdown: true) == end else {
        return false
      }
      addAttributeLine(.attributeLine, isAttached: isBesideBlock)
    }
    return true
  }

  /// Whether a block ends directly above this line, in the container that this line is in.
  private var isBesideBlock: Bool {
    if hasOpened { return false }
    return leaf != 0 || !wasBlank && blocks[Int(open[matched - 1])].lastChild != 0
  }

  private mutating func addAttributeLine(_ kind: NodeKind, isAttached: Bool) {
    startLeaf(kind, at: nonspace)
    if isAttached { details[leaf].flags.insert(.attached) }
    addLine(from: nonspace)
    blocks[leaf].end = UInt32(trimmedEnd(from: nonspace, to: lineEnd))
    closeLeaf()
  }

  /// Starts a comment from `{::comment}` to `{:/comment}`, or to the end of the text.
  private mutating func startComment() {
    let inside = nonspace + 11
    var end = dialects.commentSearch.result(from: inside)
    if end == nil {
      var index = inside
      while index < bytes.count, !HTMLScanner.has("{:/", bytes, at: index, limit: bytes.count) {
        index += 1
      }
      let found = min(bytes.count, index + 3)
      dialects.commentSearch = .init(lower: inside, upper: index, end: found)
      end = found
    }
    startLeaf(.comment, at: nonspace)
    addLine(from: nonspace)
    dialects.leafEnd = end ?? 0
    if lineEnd >= dialects.leafEnd { closeLeaf() }
  }
}
