import Markdown
import SourceCore

/// The code in which tabs are allowed.
struct TabCode {
  /// The code, in order; a tab right behind one still belongs to it.
  let ranges: [ByteRange]

  init(_ page: MarkdownPage, languages: Set<String>, looksIntoCode: Bool) {
    if looksIntoCode, languages.isEmpty {
      ranges = []
      return
    }
    var ranges: [ByteRange] = []
    for node in looksIntoCode ? Array(page.nodes(.codeBlock)) : page.nodes(.codeBlock, .codeSpan) {
      guard page.document.kind(node) == .codeBlock, let fence = page.document.fence(node) else {
        guard !looksIntoCode else { continue }
        let range = page.document.range(node)
        // The indentation that makes code of a block belongs to it.
        let start =
          page.document.kind(node) == .codeBlock
          ? page.lines.start(ofLine: page.line(of: node)) : range.start
        ranges.append(ByteRange(start, range.end))
        continue
      }
      if !languages.isEmpty, !Self.isOne(of: languages, fence, page) { continue }
      let first = page.line(of: node) + 1
      let last = page.lastLine(of: node) - (fence.closing == nil ? 0 : 1)
      guard first <= last else { continue }
      ranges.append(
        ByteRange(page.lines.start(ofLine: first), page.lines.range(ofLine: last).upperBound))
    }
    self.ranges = ranges
  }

  /// Whether a fence names one of some languages, or none at all.
  private static func isOne(of languages: Set<String>, _ fence: Fence, _ page: MarkdownPage) -> Bool
  {
    let info = page.source[fence.info.indices]
    let word = info.prefix { $0 != 0x20 && $0 != 0x09 }
    return word.isEmpty || languages.contains(String(decoding: word, as: UTF8.self).lowercased())
  }
}
