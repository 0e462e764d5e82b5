import Markdown
import SourceCore

/// Lists that only pandoc sees, and lists that pandoc joins.
enum PandocLists {
  /// All of them, in document order.
  static func find(in document: Document) -> [PandocDifference] {
    var found: [PandocDifference] = []
    var joined: [PandocDifference] = []
    let isForPandoc = PandocDifference.isWritten(for: document.dialect)
    for (index, kind) in document.kinds.enumerated() {
      let node = NodeID(index)
      switch kind {
      case .paragraph where !isForPandoc:
        if let marker = marker(document, node) {
          found.append(
            PandocDifference(
              range: marker,
              message: "pandoc makes a list of what starts like this",
              help:
                "write a backslash before the bracket or dot, or number the items with 1. and 2. alone"
            ))
        } else if isLineBlock(document, node) {
          found.append(
            PandocDifference(
              range: document.range(node), message: "pandoc keeps the lines of this as verse",
              help: "write a backslash before the bar, or give the table its line of dashes"))
        }
      case .list:
        let next = document.end(node)
        if Int(next.index) < document.nodeCount, joins(document, node, next) {
          joined.append(
            PandocDifference(
              range: markerRange(document, next),
              message: "pandoc joins this list with the one above it",
              help: "use one kind of bullet, or put a line of text or `<!-- -->` between them"))
        }
      default: break
      }
    }
    return (found + joined).sorted { $0.range < $1.range }
  }

  private static func joins(_ document: Document, _ first: NodeID, _ second: NodeID) -> Bool {
    guard document.parent(first) == document.parent(second), let a = document.list(first),
      let b = document.list(second)
    else { return false }
    return !a.isOrdered && !b.isOrdered && a.marker != b.marker
  }

  private static func markerRange(_ document: Document, _ list: NodeID) -> ByteRange {
    let start = document.range(list).start
    return ByteRange(start, start + 1)
  }

  /// Each line begins with a bar and a blank.
  private static func isLineBlock(_ document: Document, _ node: NodeID) -> Bool {
    guard let first = document.firstSegment(node), !first.isEmpty,
      document.source[first.start] == UInt8(ascii: "|")
    else { return false }
    let segments = document.segments(node)
    return !segments.isEmpty
      && segments.allSatisfy { segment in
        segment.count > 2 && document.source[segment.start] == UInt8(ascii: "|")
          && document.source[segment.start + 1] == 0x20
      }
  }

  // MARK: Markers

  /// The marker of one of pandoc's fancy lists at the start of a paragraph: `a)`, `(1)`, `iv.`,
  /// `#.`, `(@)`.
  private static func marker(_ document: Document, _ node: NodeID) -> ByteRange? {
    guard let first = document.firstSegment(node) else { return nil }
    let bytes = document.source
    var at = first.start
    let isBracketed = at < first.end && bytes[at] == UInt8(ascii: "(")
    if isBracketed { at += 1 }
    let start = at
    while at < first.end, isMark(bytes[at]) { at += 1 }
    let word = bytes[start..<at]
    guard !word.isEmpty, at < first.end else { return nil }
    let closing = bytes[at]
    guard closing == UInt8(ascii: ")") || !isBracketed && closing == UInt8(ascii: ".") else {
      return nil
    }
    var blanks = 0
    while at + 1 + blanks < first.end, bytes[at + 1 + blanks] == 0x20 { blanks += 1 }
    guard blanks > 0 else { return nil }
    let isDigits = word.allSatisfy { $0 &- 0x30 < 10 }
    if isDigits { return isBracketed ? ByteRange(first.start, at + 1) : nil }
    if word.elementsEqual([UInt8(ascii: "#")]) {
      return isBracketed ? nil : ByteRange(first.start, at + 1)
    }
    if word.first == UInt8(ascii: "@") {
      return isBracketed && closing == UInt8(ascii: ")") ? ByteRange(first.start, at + 1) : nil
    }
    let isLower = word.allSatisfy { $0 &- 0x61 < 26 }
    let isUpper = word.allSatisfy { $0 &- 0x41 < 26 }
    // A page number.
    if closing == UInt8(ascii: "."), word.elementsEqual("p".utf8), at + 2 < first.end,
      bytes[at + 2] &- 0x30 < 10
    {
      return nil
    }
    guard isLower || isUpper, word.count == 1 || isRoman(word) else { return nil }
    // `A. Smith` is a name.
    if isUpper, closing == UInt8(ascii: "."), blanks < 2 { return nil }
    return ByteRange(first.start, at + 1)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "@")
  }

  /// Whether a word is a Roman number, which to pandoc `mix` is as well.
  private static func isRoman(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word.map { $0 | 0x20 }[...]
    func take(_ text: StaticString) -> Bool {
      guard rest.starts(with: text.description.utf8) else { return false }
      rest = rest.dropFirst(text.utf8CodeUnitCount)
      return true
    }
    while take("m") {}
    for (one, five, ten): (StaticString, StaticString, (StaticString, StaticString)) in [
      ("c", "d", ("cm", "cd")), ("x", "l", ("xc", "xl")), ("i", "v", ("ix", "iv")),
    ] {
      if take(ten.0) || take(ten.1) { continue }
      _ = take(five)
      for _ in 0..<3 where !take(one) { break }
    }
    return rest.isEmpty
  }
}
