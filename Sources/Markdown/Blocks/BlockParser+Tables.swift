import SourceCore

extension BlockParser {
  /// Short rows are filled up to the header's width; so many cells at most, since a wide header and
  /// many short rows would ask for a quadratic number. cmark-gfm has such a limit too.
  private var filledCellLimit: Int { min(0x80000, 1_000 + bytes.count / 4) }

  /// Makes a table of the open paragraph's last line, where this line is its delimiter row.
  mutating func startTable() -> Bool {
    guard isGFM, isInParagraph else { return false }
    let firstAlignment = alignments.count
    let columns = readDelimiterRow()
    let detail = details[leaf]
    let header = Int(detail.firstSegment + detail.segmentCount) - 1
    let range = segments[header].range
    guard columns > 0, TableScanner.count(bytes, from: range.start, to: range.end) == columns
    else {
      alignments.truncate(to: firstAlignment)
      return false
    }
    if detail.segmentCount > 1 {
      // The lines before the header stay a paragraph.
      details[leaf].segmentCount -= 1
      blocks[leaf].end = segments[header - 1].upper
      closeLeaf()
      startLeaf(.table, at: Int(segments[header].lower))
    }
    leafKind = .table
    blocks[leaf].kind = .table
    details[leaf].firstSegment = UInt32(header)
    details[leaf].segmentCount = 1
    details[leaf].number = UInt32(firstAlignment)
    details[leaf].opening = ByteRange(columns, columns)
    addLine(from: nonspace)
    return true
  }

  /// Adds this line to the open table; false where it has no cell, or too many would be missing.
  mutating func addTableRow() -> Bool {
    let cells = TableScanner.count(bytes, from: nonspace, to: lineEnd)
    filledCells += max(0, Int(details[leaf].opening.lower) - cells)
    guard cells > 0, filledCells <= filledCellLimit else { return false }
    addLine(from: nonspace)
    return true
  }

  /// Reads `| :-- | --: |`; returns the number of columns, 0 where the line is something else.
  private mutating func readDelimiterRow() -> Int {
    var index = nonspace
    var columns = 0
    func skipBlanks() {
      while index < lineEnd, Bytes.isBlank(bytes[index]) { index += 1 }
    }
    func take(_ byte: UInt8) -> Bool {
      guard index < lineEnd, bytes[index] == byte else { return false }
      index += 1
      return true
    }
    _ = take(UInt8(ascii: "|"))
    while true {
      skipBlanks()
      if index == lineEnd { return columns }
      let isLeft = take(UInt8(ascii: ":"))
      let dashes = index
      while take(UInt8(ascii: "-")) {}
      guard index > dashes else { return 0 }
      let isRight = take(UInt8(ascii: ":"))
      alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
      columns += 1
      skipBlanks()
      if index == lineEnd { return columns }
      guard take(UInt8(ascii: "|")) else { return 0 }
    }
  }
}
