import Markdown
import SourceCore

/// What a line belongs to; a line may be several of these.
public struct LineFlags: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt16

  /// Makes flags of bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Nothing but blanks.
  public static let blank = LineFlags(rawValue: 1)
  /// Part of the front matter, its fences included.
  public static let frontMatter = LineFlags(rawValue: 2)
  /// Part of a fenced code block, its fences included.
  public static let fencedCode = LineFlags(rawValue: 4)
  /// A fence of a code block.
  public static let codeFence = LineFlags(rawValue: 8)
  /// Part of an indented code block.
  public static let indentedCode = LineFlags(rawValue: 16)
  /// Part of a block of HTML.
  public static let html = LineFlags(rawValue: 32)
  /// Part of a table.
  public static let table = LineFlags(rawValue: 64)
  /// Part of a block quote.
  public static let quote = LineFlags(rawValue: 128)
  /// Part of a list.
  public static let list = LineFlags(rawValue: 256)
  /// Part of a link definition.
  public static let definition = LineFlags(rawValue: 512)
  /// Part of a heading.
  public static let heading = LineFlags(rawValue: 1024)

  /// Its first byte is a `#`.
  public static let hash = LineFlags(rawValue: 2048)
  /// A line of a dialect's own that is no text: a fence of a div or directive, attributes, a target,
  /// a template.
  public static let markup = LineFlags(rawValue: 4096)

  /// Part of any code block.
  public static let code: LineFlags = [.fencedCode, .indentedCode]

  static func all(_ document: Document, _ lines: LineIndex, _ frontMatter: ByteRange?)
    -> [LineFlags]
  {
    var flags = firstBytes(document.source, lines)
    var near = 0
    func mark(_ range: ByteRange, _ flag: LineFlags) {
      let first = lines.line(at: range.start, near: near)
      let last = lines.line(at: max(range.start, range.end - 1), near: first)
      near = first
      for line in first...last { flags[line].insert(flag) }
    }
    if let frontMatter { mark(frontMatter, .frontMatter) }
    // Of nested quotes and lists only the outermost are marked, or deep nesting would cost its
    // square.
    var quoteEnd = Document.root
    var listEnd = Document.root
    for (index, kind) in document.kinds.enumerated() where !kind.isInline {
      let node = NodeID(index)
      let range = document.range(node)
      switch kind {
      case .codeBlock:
        guard let fence = document.fence(node) else {
          mark(range, .indentedCode)
          continue
        }
        mark(range, .fencedCode)
        mark(fence.opening, .codeFence)
        if let closing = fence.closing { mark(closing, .codeFence) }
      case .div, .directive:
        guard let fence = document.fence(node) else { continue }
        mark(fence.opening, .markup)
        if let closing = fence.closing { mark(closing, .markup) }
        // A directive without blocks below it may have code in it.
        guard document.end(node) == NodeID(index + 1), !document.segments(node).isEmpty else {
          continue
        }
        mark(range, .fencedCode)
        mark(fence.opening, .codeFence)
        if let closing = fence.closing { mark(closing, .codeFence) }
      case .attributeLine, .templateBlock, .target, .comment, .blockBreak: mark(range, .markup)
      case .htmlBlock: mark(range, .html)
      case .table: mark(range, .table)
      case .linkDefinition: mark(range, .definition)
      case .heading: mark(range, .heading)
      case .blockQuote where node >= quoteEnd:
        mark(range, .quote)
        quoteEnd = document.end(node)
      case .list where node >= listEnd:
        mark(range, .list)
        listEnd = document.end(node)
      default: break
      }
    }
    return flags
  }

  private static func firstBytes(_ source: [UInt8], _ lines: LineIndex) -> [LineFlags] {
    let bytes = source.span
    let mark = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return (0..<lines.count).map { line in
      let range = lines.range(ofLine: line)
      let start = line == 0 ? mark : range.lowerBound
      for offset in start..<range.upperBound {
        switch bytes[offset] {
        case 0x20, 0x09, 0x0A, 0x0D: continue
        case UInt8(ascii: "#"): return offset == start ? .hash : []
        default: return []
        }
      }
      return .blank
    }
  }
}
