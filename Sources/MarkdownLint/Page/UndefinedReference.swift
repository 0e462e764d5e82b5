import Markdown
import SourceCore

/// Text that would be a reference if its label were defined.
struct UndefinedReference: Sendable {
  /// The brackets and what is in them.
  var range: ByteRange
  /// Whether it is a label alone, which may be no reference at all.
  var isShortcut: Bool
  /// The label in lower case, with single blanks.
  let label: String

  /// The references of a page whose label is not defined, as markdownlint finds them.
  ///
  /// Without `shortcuts`, blocks that hold nothing but shortcuts may be left out.
  static func all(_ page: MarkdownPage, shortcuts: Bool) -> [UndefinedReference] {
    var found: [UndefinedReference] = []
    let document = page.document
    let source = page.source
    let texts = page.nodes(.text)
    var cursor = texts.startIndex
    var at = 0
    while let close = ByteSearch.first(UInt8(ascii: "]"), in: source, from: at) {
      at = close + 1
      if !shortcuts {
        guard at < source.count else { break }
        guard source[at] == UInt8(ascii: "[") || source[at] == UInt8(ascii: "!") else { continue }
      }
      while cursor < texts.endIndex, document.range(texts[cursor]).end <= close { cursor += 1 }
      guard cursor < texts.endIndex else { break }
      guard document.range(texts[cursor]).start <= close else { continue }
      let leaf = page.leaf(of: texts[cursor])
      var scanner = BracketScanner(document, leaf)
      scanner.scan(into: &found)
      at = max(at, document.range(leaf).end)
    }
    if shortcuts {
      // What we read as a ticked box is a label to markdownlint.
      for item in page.nodes(.listItem) {
        guard let task = document.task(item), task.isChecked else { continue }
        found.append(UndefinedReference(range: task.range, isShortcut: true, label: "x"))
      }
    }
    return found
  }

  /// A label as markdownlint compares it.
  static func normalised(_ label: some Sequence<UInt8>) -> String {
    String(decoding: Array(label), as: UTF8.self).lowercased()
      .split { $0.isWhitespace }.joined(separator: " ")
  }
}

extension MarkdownPage {
  /// The block that holds an inline.
  func leaf(of node: NodeID) -> NodeID {
    var at = node
    while document.kind(at).isInline, let parent = document.parent(at) { at = parent }
    return at
  }
}
