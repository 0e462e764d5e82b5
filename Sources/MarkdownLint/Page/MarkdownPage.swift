import Markdown
import SourceCore

/// A page as the rules of `markdown/` see it: the document, its nodes by kind and its lines.
///
/// Lines are counted from 0 and nodes come in document order. Positions are byte offsets into
/// `source`.
public final class MarkdownPage: Sendable {
  /// The parsed document.
  public let document: Document
  /// The file's lines; an empty last line after a final line ending counts.
  public let lines: LineIndex
  /// The file's bytes.
  public let source: [UInt8]
  /// The same number of bytes, with dots for the text of HTML comments, which no rule judges.
  public let cleared: [UInt8]
  /// The front matter with its fences; nil where there is none.
  public let frontMatter: ByteRange?
  /// The first line behind the front matter and the blank lines that follow it.
  public let firstLine: Int
  /// Labels of links that are defined elsewhere for this page, in lower case.
  public let labels: Set<String>
  /// The headings, in document order.
  public let headings: [Heading]

  /// The blocks of HTML that are no comments, read as text.
  let htmlFragments: [HTMLFragment]

  private let flags: [LineFlags]
  private let byKind: [NodeID]
  private let kindStarts: [Int]

  /// Prepares a parsed document for the rules; `labels` are those of links that another file defines
  /// for it.
  public init(_ document: Document, lines: LineIndex, labels: Set<String> = []) {
    self.document = document
    self.labels = labels
    self.lines = lines
    source = document.source
    cleared = CommentMask.cleared(document.source)
    (byKind, kindStarts) = Self.sorted(document)
    let frontMatter = kindStarts[Int(NodeKind.frontMatter.rawValue)]
    let hasFrontMatter = kindStarts[Int(NodeKind.frontMatter.rawValue) + 1] > frontMatter
    self.frontMatter = hasFrontMatter ? document.range(byKind[frontMatter]) : nil
    flags = LineFlags.all(document, lines, self.frontMatter)
    var line = self.frontMatter.map { lines.line(at: max($0.start, $0.end - 1)) + 1 } ?? 0
    if self.frontMatter != nil {
      while line < lines.count - 1, flags[line].contains(.blank) { line += 1 }
    }
    firstLine = min(line, lines.count - 1)
    let headings = byKind[
      kindStarts[Int(NodeKind.heading.rawValue)]..<kindStarts[Int(NodeKind.heading.rawValue) + 1]]
    var last = 0
    self.headings = headings.map { node in
      let heading = Heading(node, in: document, lines: lines, near: last)
      last = heading.lastLine
      return heading
    }
    let html = NodeKind.htmlBlock.rawValue
    htmlFragments = HTMLFragment.all(
      document, lines: lines,
      blocks: byKind[kindStarts[Int(html)]..<kindStarts[Int(html) + 1]])
  }

  /// Counting sort of the nodes by kind, which keeps them in document order.
  private static func sorted(_ document: Document) -> ([NodeID], [Int]) {
    let kinds = document.kinds
    let count = NodeKind.allCases.count
    var starts = Array(repeating: 0, count: count + 1)
    for kind in kinds { starts[Int(kind.rawValue) + 1] += 1 }
    for kind in 0..<count { starts[kind + 1] += starts[kind] }
    var next = starts
    var nodes = Array(repeating: Document.root, count: kinds.count)
    for (index, kind) in kinds.enumerated() {
      let place = next[Int(kind.rawValue)]
      nodes[place] = NodeID(index)
      next[Int(kind.rawValue)] = place + 1
    }
    return (nodes, starts)
  }

  // MARK: Nodes

  /// The nodes of a kind, in document order.
  public func nodes(_ kind: NodeKind) -> ArraySlice<NodeID> {
    byKind[kindStarts[Int(kind.rawValue)]..<kindStarts[Int(kind.rawValue) + 1]]
  }

  /// The nodes of several kinds, in document order.
  public func nodes(_ kinds: NodeKind...) -> [NodeID] {
    kinds.flatMap { nodes($0) }.sorted()
  }

  /// The nearest node above `node` of one of some kinds.
  public func ancestor(of node: NodeID, _ kinds: NodeKind...) -> NodeID? {
    var at = document.parent(node)
    while let parent = at, parent != Document.root {
      if kinds.contains(document.kind(parent)) { return parent }
      at = document.parent(parent)
    }
    return nil
  }

  /// The bytes of a node as text; invalid UTF-8 is replaced by U+FFFD.
  public func text(_ range: ByteRange) -> String {
    String(decoding: source[range.indices], as: UTF8.self)
  }

  // MARK: Lines

  /// How many lines there are.
  public var lineCount: Int { lines.count }

  /// The line that a node starts in.
  public func line(of node: NodeID) -> Int { lines.line(at: document.range(node).start) }

  /// The line that a node's last byte is in.
  public func lastLine(of node: NodeID) -> Int {
    let range = document.range(node)
    return lines.line(at: max(range.start, range.end - 1))
  }

  /// A line's bytes without its line ending; the first line without its byte-order mark.
  public func content(ofLine line: Int) -> ByteRange {
    let range = lines.contentRange(ofLine: line, in: source)
    let mark = line == 0 && source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return ByteRange(min(range.lowerBound + mark, range.upperBound), range.upperBound)
  }

  /// What is known of a line.
  public func flags(ofLine line: Int) -> LineFlags { flags[line] }

  /// Whether a line holds nothing but blanks.
  public func isBlank(_ line: Int) -> Bool { flags[line].contains(.blank) }
}
