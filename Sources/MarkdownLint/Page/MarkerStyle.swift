import Markdown
import SourceCore

/// Which marker a page uses for emphasis, or for strong text.
struct MarkerStyle: Sendable {
  /// `consistent`, `asterisk` or `underscore`.
  let style: String
  /// How many characters the marker has.
  let length: Int

  /// Reports the nodes of a kind that are marked otherwise.
  func check(_ kind: NodeKind, in page: MarkdownPage, report: (Finding) -> Void) {
    var wanted: UInt8? =
      switch style {
      case "asterisk": UInt8(ascii: "*")
      case "underscore": UInt8(ascii: "_")
      default: nil
      }
    for node in page.nodes(kind) {
      let range = page.document.range(node)
      let marker = page.source[range.start]
      guard let wanted, marker != wanted else {
        if wanted == nil { wanted = marker }
        continue
      }
      // Underscores inside a word mark nothing.
      if wanted == UInt8(ascii: "_"), isBesideWord(range, page.source) { continue }
      let opening = ByteRange(range.start, range.start + length)
      let closing = ByteRange(range.end - length, range.end)
      let text = String(repeating: wanted == UInt8(ascii: "*") ? "*" : "_", count: length)
      let edits =
        canChange(node, to: wanted, in: page)
        ? [Fix.Edit(opening, text), Fix.Edit(closing, text)] : []
      let found = page.text(opening)
      if page.lines.line(at: opening.start) == page.lines.line(at: closing.start) {
        report(finding(range, found, text, edits))
      } else {
        report(finding(opening, found, text, edits.isEmpty ? [] : [edits[0]]))
        report(finding(closing, found, text, edits.isEmpty ? [] : [edits[1]]))
      }
    }
  }

  private func finding(
    _ range: ByteRange, _ found: String, _ wanted: String, _ edits: [Fix.Edit]
  ) -> Finding {
    Finding(
      range, "the markers are `\(found)`, and `\(wanted)` is used here",
      help: "use the same markers throughout",
      fix: edits.isEmpty
        ? nil : Fix(title: "write `\(wanted)`", edits: edits, applicability: .safe))
  }

  private func isBesideWord(_ range: ByteRange, _ source: [UInt8]) -> Bool {
    range.start > 0 && isWord(source[range.start - 1])
      || range.end < source.count && isWord(source[range.end])
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
      || byte == UInt8(ascii: "_")
  }

  /// Whether other markers leave the meaning as it is: none of them may stand in the text or beside
  /// it, no letter beside an underscore, and the text must be no label.
  private func canChange(_ node: NodeID, to wanted: UInt8, in page: MarkdownPage) -> Bool {
    let range = page.document.range(node)
    let source = page.source
    let inside = ByteRange(range.start + length, range.end - length)
    // A long text is not searched: deep nesting would make that quadratic.
    guard inside.count <= 2_000, !inside.isEmpty, source[inside.start] != wanted,
      source[inside.end - 1] != wanted, !page.isInLabel(node)
    else { return false }
    if range.start > 0 {
      let before = source[range.start - 1]
      if before == wanted || wanted == UInt8(ascii: "_") && before >= 0x80 { return false }
    }
    if range.end < source.count {
      let after = source[range.end]
      if after == wanted || wanted == UInt8(ascii: "_") && after >= 0x80 { return false }
    }
    for index in Int(node.index) + 1..<Int(page.document.end(node).index)
    where page.document.kind(NodeID(index)) == .text {
      if source[page.document.range(NodeID(index)).indices].contains(wanted) { return false }
    }
    return true
  }
}
