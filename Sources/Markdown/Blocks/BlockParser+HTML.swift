import SourceCore

extension BlockParser {
  mutating func startHTML() -> Bool {
    let interrupts = leafKind != .paragraph
    let condition = HTMLScanner.blockCondition(
      bytes, at: nonspace, end: lineEnd, mayBeAnyTag: interrupts)
    guard condition > 0 else { return false }
    startLeaf(.htmlBlock, at: nonspace)
    details[leaf].tag = UInt8(condition)
    addHTMLLine()
    return true
  }

  /// Adds a line to the open HTML block; false where a blank line ends it.
  mutating func continueHTML() -> Bool {
    if isBlank, details[leaf].tag >= 6 {
      closeLeaf()
      return false
    }
    wasBlank = isBlank
    addHTMLLine()
    return true
  }

  private mutating func addHTMLLine() {
    addLine(from: position)
    let condition = Int(details[leaf].tag)
    if HTMLScanner.endsBlock(bytes, from: nonspace, to: lineEnd, condition: condition) {
      closeLeaf()
    }
  }
}
