import Markdown
import SourceCore

/// The insides of blocks of HTML, read as text: markdownlint's rules look at the tags, code and
/// names in them.
struct HTMLFragment: Sendable {
  /// The blocks' lines as a document of their own, with blank lines between blocks.
  let document: Document

  /// Where each block starts, in that document and in the page.
  private let blocks: [(own: Int, page: Int)]

  private init(_ ranges: [Range<Int>], in source: [UInt8], dialect: Dialect) {
    var bytes: [UInt8] = []
    var blocks: [(own: Int, page: Int)] = []
    for range in ranges {
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      blocks.append((bytes.count, range.lowerBound))
      bytes += source[range]
    }
    self.blocks = blocks
    let options = ParseOptions(dialect: dialect, frontMatter: false, isInsideHTML: true)
    document = Document(bytes, options: options)
  }

  /// The fragments of a page's blocks of HTML, but for those that are comments.
  ///
  /// A document for each block would be slow where there are many, so that only those which may hold
  /// something that a blank line does not end stand apart.
  static func all(_ document: Document, lines: LineIndex, blocks: ArraySlice<NodeID>)
    -> [HTMLFragment]
  {
    var fragments: [HTMLFragment] = []
    var joined: [Range<Int>] = []
    for block in blocks where !isComment(block, in: document) {
      let range = document.range(block)
      let start = lines.start(ofLine: lines.line(at: range.start))
      if mayStayOpen(start..<range.end, in: document.source) {
        fragments.append(
          HTMLFragment([start..<range.end], in: document.source, dialect: document.dialect))
      } else {
        joined.append(start..<range.end)
      }
    }
    if !joined.isEmpty {
      fragments.append(HTMLFragment(joined, in: document.source, dialect: document.dialect))
    }
    return fragments
  }

  /// Whether a fence of code, math or a div may begin in some bytes.
  private static func mayStayOpen(_ range: Range<Int>, in source: [UInt8]) -> Bool {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      let byte = source[index]
      if byte == source[index + 1] {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: ":"): return true
        default: break
        }
      }
      index += 1
    }
    return false
  }

  /// Whether a block of HTML is nothing but a comment.
  static func isComment(_ block: NodeID, in document: Document) -> Bool {
    let text = document.source[document.range(block).indices]
    guard text.count >= 7, text.starts(with: "<!--".utf8), text.suffix(3).elementsEqual("-->".utf8)
    else { return false }
    let inner = text.dropFirst(4).dropLast(3)
    return inner.first != UInt8(ascii: ">") && !inner.starts(with: "->".utf8)
      && inner.last != UInt8(ascii: "-")
  }

  /// A range of the fragment as a range of the page.
  func inPage(_ range: ByteRange) -> ByteRange {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].own <= range.start { low = middle } else { high = middle }
    }
    let offset = blocks[low].page - blocks[low].own
    return ByteRange(range.start + offset, range.end + offset)
  }
}
