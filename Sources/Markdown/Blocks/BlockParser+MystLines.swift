import SourceCore

extension BlockParser {
  /// Starts MyST's `(label)=`.
  mutating func startTarget() -> Bool {
    let end = trimmedEnd(from: nonspace, to: lineEnd)
    guard grammar.contains(.targets), end - nonspace > 3, bytes[end - 1] == UInt8(ascii: "="),
      bytes[end - 2] == UInt8(ascii: ")")
    else { return false }
    let label = ByteRange(nonspace + 1, end - 2)
    for index in label.indices
    where bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: ")") {
      return false
    }
    guard trimmedEnd(from: label.start, to: label.end) > label.start else { return false }
    startLine(.target, end)
    details[leaf].info = label
    closeLeaf()
    return true
  }

  /// Starts MyST's `% comment`, or goes on with it.
  mutating func startLineComment() -> Bool {
    guard grammar.contains(.mystLines) else { return false }
    if leafKind == .comment, isAllMatched {
      addLine(from: nonspace)
    } else {
      startLeaf(.comment, at: nonspace)
      addLine(from: nonspace)
    }
    return true
  }

  /// Starts MyST's `+++`.
  mutating func startBlockBreak() -> Bool {
    guard grammar.contains(.mystLines), lineEnd - nonspace >= 3,
      bytes[nonspace + 1] == UInt8(ascii: "+"), bytes[nonspace + 2] == UInt8(ascii: "+")
    else { return false }
    startLine(.blockBreak, trimmedEnd(from: nonspace, to: lineEnd))
    closeLeaf()
    return true
  }

  private mutating func startLine(_ kind: NodeKind, _ end: Int) {
    startLeaf(kind, at: nonspace)
    addLine(from: nonspace)
    segments.last.upper = UInt32(end)
    blocks[leaf].end = UInt32(end)
  }
}
