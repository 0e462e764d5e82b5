import SourceCore
import StructuredData

/// Joins the cells of a notebook to one text in Markdown.
struct NotebookWriter {
  /// The language of code cells, for the fences.
  let language: String
  private(set) var bytes: [UInt8] = []
  private(set) var spans: [CellMap.Span] = []
  private(set) var pieces: [CellMap.Piece] = []

  private var line = 0
  private var isAfterMarkdown = false

  init(language: String) { self.language = language }

  /// Adds a cell; a raw cell only counts where it is the page's front matter.
  mutating func add(_ strings: [DataNode], kind: String, number: Int) {
    let source = strings.flatMap { Array(($0.string ?? "").utf8) }
    switch kind {
    case "markdown", "heading": addMarkdown(source, strings, number)
    case "code": addCode(source, number)
    case "raw" where bytes.isEmpty && source.starts(with: "---".utf8):
      addMarkdown(source, strings, number)
    default: break
    }
  }

  private mutating func addMarkdown(_ source: [UInt8], _ strings: [DataNode], _ number: Int) {
    // Each cell is rendered alone, so a list or indented code does not go on in the next one.
    if isAfterMarkdown, let first = source.first(where: { $0 != 0x0A && $0 != 0x0D }),
      first == 0x20 || first == 0x09 || "-*+>0123456789".utf8.contains(first)
    {
      append("<!-- -->\n\n".utf8)
    }
    var start = bytes.count
    for string in strings {
      let end = start + (string.string?.utf8.count ?? 0)
      if end > start {
        pieces.append(
          CellMap.Piece(cell: number, text: ByteRange(start, end), literal: string.range))
      }
      start = end
    }
    addSpan(source, number, isMarkdown: true)
    append("\n".utf8)
    isAfterMarkdown = true
  }

  private mutating func addCode(_ source: [UInt8], _ number: Int) {
    var run = 0
    var longest = 2
    for byte in source {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    append("\(fence)\(language)\n".utf8)
    addSpan(source, number, isMarkdown: false)
    append("\(fence)\n\n".utf8)
    isAfterMarkdown = false
  }

  private mutating func addSpan(_ source: [UInt8], _ number: Int, isMarkdown: Bool) {
    let first = line
    append(source)
    if let last = source.last, last != 0x0A { append("\n".utf8) }
    spans.append(CellMap.Span(cell: number, isMarkdown: isMarkdown, lines: first..<line))
  }

  private mutating func append(_ text: some Sequence<UInt8>) {
    var previous: UInt8 = 0
    for byte in text {
      if byte == 0x0A, previous != 0x0D { line += 1 }
      if byte == 0x0D { line += 1 }
      bytes.append(byte)
      previous = byte
    }
  }
}
