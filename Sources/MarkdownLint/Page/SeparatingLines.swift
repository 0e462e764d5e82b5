import Markdown
import SourceCore

extension MarkdownPage {
  /// Whether a line sets blocks apart: it holds nothing but whitespace, markers of quotes and
  /// comments, which may begin and end in other lines.
  ///
  /// There is nothing before the first line and behind the last, so those do as well.
  func isSeparator(_ line: Int) -> Bool {
    guard line >= firstLine, line < lineCount else { return true }
    let content = content(ofLine: line)
    if Whitespace.isBlank(content, in: cleared) { return true }
    var holdsText = false
    var index = content.start
    while index < content.end {
      let byte = cleared[index]
      if byte == UInt8(ascii: "<"), starts("<!--", at: index, content.end) {
        // The marks may share their dashes, as in `<!-->`.
        var close = index + 2
        while close < content.end, !starts("-->", at: close, content.end) { close += 1 }
        if close == content.end { break }
        index = close + 3
      } else if byte == UInt8(ascii: "-"), starts("-->", at: index, content.end) {
        // A comment that began in a line above ends here.
        holdsText = false
        index += 3
      } else if byte == UInt8(ascii: ">") {
        index += 1
      } else {
        let blank = Whitespace.length(at: index, to: content.end, in: cleared)
        if blank == 0 { holdsText = true }
        index += max(1, blank)
      }
    }
    return !holdsText
  }

  /// What an empty line beside `line` must begin with to stay in the same quotes and items.
  func emptyLine(beside line: Int) -> String {
    guard !flags(ofLine: line).isDisjoint(with: [.quote, .list]) else { return "" }
    let content = content(ofLine: line)
    var prefix: [UInt8] = []
    var isInItem = false
    var index = content.start
    while index < content.end {
      switch source[index] {
      case UInt8(ascii: ">") where isInItem:
        // A quote that begins in the item does not go on above it.
        index = content.end
        continue
      case 0x20, 0x09, UInt8(ascii: ">"):
        prefix.append(source[index])
        index += 1
        continue
      default: break
      }
      // Below a list's marker, its width in blanks keeps what follows in the item.
      guard let end = endOfListMarker(at: index, to: content.end) else { break }
      for _ in index..<end { prefix.append(0x20) }
      isInItem = true
      index = end
    }
    while let last = prefix.last, last == 0x20 || last == 0x09 { prefix.removeLast() }
    return String(decoding: prefix, as: UTF8.self)
  }

  /// The end of the list marker at `index`, with a blank behind it; nil where there is none.
  func endOfListMarker(at index: Int, to end: Int) -> Int? {
    var at = index
    switch source[at] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): at += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while at < end, at - index <= 9, source[at] >= UInt8(ascii: "0"),
        source[at] <= UInt8(ascii: "9")
      {
        at += 1
      }
      guard at < end, source[at] == UInt8(ascii: ".") || source[at] == UInt8(ascii: ")") else {
        return nil
      }
      at += 1
    default: return nil
    }
    return at < end && (source[at] == 0x20 || source[at] == 0x09) ? at : nil
  }

  private func starts(_ text: StaticString, at index: Int, _ end: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where cleared[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }
}
