import Markdown
import SourceCore

extension MarkdownPage {
  /// Whether a block at the top of a page shows nothing: comments, and what dialects say beside.
  func isSilent(_ block: NodeID) -> Bool {
    switch document.kind(block) {
    case .htmlBlock: isComment(block)
    case .frontMatter, .comment, .target, .attributeLine, .blockBreak, .templateBlock: true
    default: false
    }
  }

  /// Whether a block of HTML is a comment and nothing else.
  private func isComment(_ block: NodeID) -> Bool {
    let range = document.range(block)
    let first = content(ofLine: lines.line(at: range.start)).start
    let last = content(ofLine: lines.line(at: max(range.start, range.end - 1))).end
    let bytes = cleared[first..<last]
    guard bytes.starts(with: "<!--".utf8), bytes.suffix(3).elementsEqual("-->".utf8) else {
      return false
    }
    guard bytes.count > 7 else { return true }
    let text = bytes.dropFirst(4).dropLast(3)
    return text.first != UInt8(ascii: ">") && !text.starts(with: "->".utf8)
      && text.last != UInt8(ascii: "-")
  }
}
