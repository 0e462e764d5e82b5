import Markdown
import SourceCore
import StructuredData

/// Reads a page's front matter in any of the formats that site generators know.
enum FrontMatterReader {
  /// Reads what stands between the fences, or the object of JSON with its braces.
  static func read(_ bytes: [UInt8], content: Range<Int>, whole: ByteRange) -> FrontMatter {
    switch bytes[whole.start] {
    case UInt8(ascii: "+"):
      // What our reader of TOML passes over is not known to be wrong.
      return FrontMatter(
        range: whole, data: TOMLTables.parse(bytes, range: content), problems: [])
    case UInt8(ascii: "{"):
      let data = JSONParser.parse(bytes, range: content)
      return FrontMatter(range: whole, data: data.root, problems: data.problems)
    default:
      let data = YAMLParser.parse(bytes, range: content)
      return FrontMatter(range: whole, data: data.root, problems: data.problems)
    }
  }

  /// Reads the front matter of a page that is not parsed otherwise, and tells where it ends.
  static func read(_ bytes: [UInt8]) -> (frontMatter: FrontMatter, end: Int) {
    let start = Array(bytes.prefix(32_768))
    let document = Document(start, options: ParseOptions(dialect: .gfm, frontMatter: true))
    guard document.nodeCount > 1, document.kind(NodeID(1)) == .frontMatter else {
      return (.none, 0)
    }
    let range = document.range(NodeID(1))
    return (read(bytes, content: content(NodeID(1), document), whole: range), range.end)
  }

  /// The bytes of a front matter without its fences.
  static func content(_ node: NodeID, _ document: Document) -> Range<Int> {
    let segments = document.segments(node)
    return (segments.first?.start ?? 0)..<(segments.last?.end ?? 0)
  }
}
