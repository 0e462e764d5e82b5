extension InlineParser {
  /// Reads math between dollar signs.
  mutating func readMath() {
    let start = position
    var end = start
    while end < view.count, view[end] == UInt8(ascii: "$") { end += 1 }
    position = end
    let close: Int?
    if grammar.contains(.pandocMath) {
      close = pandocMathEnd(end, length: end - start)
    } else if grammar.contains(.dollarRuns) || end - start == 2 {
      close = dollars.find(end - start, in: view, from: end)
    } else {
      close = nil
    }
    guard let close else { return }
    items.append(InlineItem(.leaf, .math, start, close))
    position = close
  }

  /// Pandoc's rules: no blank after the opening dollar sign nor before the closing one, which no
  /// digit follows; between two of them anything.
  private mutating func pandocMathEnd(_ inside: Int, length: Int) -> Int? {
    guard length == 1 else {
      return length == 2 ? dollars.find(2, in: view, from: inside) : nil
    }
    guard inside < view.count, !Bytes.isWhitespace(view[inside]) else { return nil }
    var index = inside
    while index < view.count, view[index] != UInt8(ascii: "$") {
      index += view[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < view.count, !Bytes.isWhitespace(view[index - 1]),
      index + 1 == view.count || !Bytes.isDigit(view[index + 1])
    else { return nil }
    return index + 1
  }
}
