/// Finds the ends of raw HTML, and remembers the searches to the end of a leaf that failed.
struct HTMLMemo {
  private var noComment = false
  private var noInstruction = false
  private var noDeclaration = false
  private var noData = false

  /// The offset after the raw HTML whose `<` stands at `start`.
  mutating func end(_ view: ByteView, at start: Int) -> Int? {
    let limit = view.count
    guard start + 1 < limit else { return nil }
    switch view[start + 1] {
    case UInt8(ascii: "?"):
      return HTMLMemo.find("?>", view, from: start + 2, unless: &noInstruction)
    case UInt8(ascii: "!"):
      if HTMLScanner.has("<!--", view, at: start, limit: limit) {
        if HTMLScanner.has(">", view, at: start + 4, limit: limit) { return start + 5 }
        if HTMLScanner.has("->", view, at: start + 4, limit: limit) { return start + 6 }
        return HTMLMemo.find("-->", view, from: start + 4, unless: &noComment)
      }
      if HTMLScanner.has("<![cdata[", view, at: start, limit: limit),
        view[start + 3] == UInt8(ascii: "C")
      {
        return HTMLMemo.find("]]>", view, from: start + 9, unless: &noData)
      }
      guard start + 2 < limit, Bytes.isLetter(view[start + 2]) else { return nil }
      return HTMLMemo.find(">", view, from: start + 3, unless: &noDeclaration)
    default:
      return HTMLScanner.tagEnd(view, at: start, limit: limit)
    }
  }

  private static func find(
    _ word: StaticString, _ view: ByteView, from start: Int, unless failed: inout Bool
  ) -> Int? {
    if failed { return nil }
    let end = HTMLScanner.find(word, view, from: start, to: view.count)
    failed = end == nil
    return end
  }
}
