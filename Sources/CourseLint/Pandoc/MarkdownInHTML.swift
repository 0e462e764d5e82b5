import Markdown
import SourceCore

/// Markdown inside blocks of HTML, which pandoc reads as Markdown and CommonMark as it is.
enum MarkdownInHTML {
  /// The first mark in each such block.
  static func find(in document: Document) -> [PandocDifference] {
    var found: [PandocDifference] = []
    guard ByteSearch.first(UInt8(ascii: "<"), in: document.source) != nil else { return found }
    for (index, kind) in document.kinds.enumerated() where kind == .htmlBlock {
      let node = NodeID(index)
      let range = document.range(node)
      guard !isLiteral(document.source, range), let mark = mark(document.source, range) else {
        continue
      }
      found.append(
        PandocDifference(
          range: mark, message: "pandoc reads this as Markdown, others as it stands in the HTML",
          help: "leave a blank line around it, and both read it as Markdown"))
    }
    return found
  }

  /// What no one reads as Markdown: comments, declarations, scripts, styles, `pre`.
  private static func isLiteral(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let start = bytes[range.start..<min(range.end, range.start + 12)].drop { $0 <= 0x20 }
      .map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return ["<!", "<?", "<script", "<style", "<pre", "<textarea", "<svg", "<math"].contains {
      start.starts(with: $0.utf8)
    }
  }

  /// `**`, a link, or code outside tags and comments.
  private static func mark(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange? {
    var at = range.start
    var isTag = false
    while at < range.end {
      let byte = bytes[at]
      let next = at + 1 < range.end ? bytes[at + 1] : 0
      if isTag {
        if byte == UInt8(ascii: ">") { isTag = false }
      } else if byte == UInt8(ascii: "<"),
        (next | 0x20) &- 0x61 < 26 || next == 0x2F || next == 0x21
      {
        if bytes[at..<range.end].starts(with: "<!--".utf8) { return nil }
        isTag = true
      } else if byte == UInt8(ascii: "*"), next == UInt8(ascii: "*") {
        return ByteRange(at, at + 2)
      } else if byte == UInt8(ascii: "]"), next == UInt8(ascii: "(") {
        return ByteRange(at, at + 2)
      } else if byte == UInt8(ascii: "`") {
        return ByteRange(at, at + 1)
      }
      at += 1
    }
    return nil
  }
}
