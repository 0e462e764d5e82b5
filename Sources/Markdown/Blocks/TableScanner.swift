/// Splits the rows of tables.
enum TableScanner {
  /// A cell's content without the blanks around it, and where to look for the next cell.
  typealias Cell = (lower: Int, upper: Int, next: Int)

  /// Reads one cell of a row that ends at `end`: cells are separated by pipes, an escaped pipe is
  /// content, and a pipe at either end of the row counts for nothing.
  @inline(__always) static func cell(
    _ bytes: ByteView, from start: Int, to end: Int, isFirst: Bool
  ) -> Cell? {
    var index = start
    while index < end, Bytes.isBlank(bytes[index]) { index += 1 }
    if isFirst, index < end, bytes[index] == UInt8(ascii: "|") {
      index += 1
      while index < end, Bytes.isBlank(bytes[index]) { index += 1 }
    }
    guard index < end else { return nil }
    var pipe = index
    while pipe < end,
      bytes[pipe] != UInt8(ascii: "|") || pipe > index && bytes[pipe - 1] == UInt8(ascii: "\\")
    {
      pipe += 1
    }
    var upper = pipe
    while upper > index, Bytes.isBlank(bytes[upper - 1]) { upper -= 1 }
    return (index, upper, pipe + 1)
  }

  /// How many cells a row has.
  static func count(_ bytes: ByteView, from start: Int, to end: Int) -> Int {
    var cells = 0
    var next = start
    while let cell = cell(bytes, from: next, to: end, isFirst: cells == 0) {
      cells += 1
      next = cell.next
    }
    return cells
  }
}
