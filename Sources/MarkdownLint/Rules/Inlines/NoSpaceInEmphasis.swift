import Markdown
import SourceCore

/// Flags blanks between a marker of emphasis and the text it should mark.
struct NoSpaceInEmphasis: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-space-in-emphasis", alias: "MD037",
    summary: "A blank keeps a marker from making emphasis.",
    why: "The text is not emphasised, and readers see the asterisks or underscores.",
    severity: .warning, source: "markdownlint MD037", tags: ["whitespace", "emphasis"])
  static let examples: [Example] = [
    .good("This is *emphasis* and **strong**.\n"),
    .good("Escaped \\* asterisks \\* are text.\n"),
    .good("One * alone is text.\n"),
    .bad("This is *⟦ ⟧no emphasis⟦ ⟧*.\n", fixed: "This is *no emphasis*.\n"),
    .bad("Élevé **⟦  ⟧fort** ici.\n", fixed: "Élevé **fort** ici.\n"),
    .bad("> This _is\n> not⟦ ⟧_ good.\n", fixed: "> This _is\n> not_ good.\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var runs = MarkerRuns(page)
    // What waits for its second half: in the block's own text, and in nodes inside it.
    var waiting: [ByteRange?] = Array(repeating: nil, count: 6)
    var nested = Nested()
    var leafEnd = Document.root
    while let run = runs.next() {
      guard run.range.count <= 3 else { continue }
      if run.node >= leafEnd {
        leafEnd = page.document.end(page.leaf(of: run.node))
        for index in waiting.indices { waiting[index] = nil }
        nested = Nested()
      }
      let isStar = page.source[run.range.start] == UInt8(ascii: "*")
      let kind = (isStar ? 0 : 3) + run.range.count - 1
      if run.isTopLevel {
        if let first = waiting[kind] {
          waiting[kind] = nil
          check(first, run.range, page, report)
        } else {
          waiting[kind] = run.range
        }
      } else if run.isWholeText, let parent = page.document.parent(run.node) {
        // Inside emphasis and links, markers count only where no text is beside them.
        if let first = nested.pair(run.range, kind, in: parent) {
          check(first, run.range, page, report)
        }
      }
    }
  }

  /// The last few runs inside emphasis and links that wait for their second half; more would only
  /// wait in texts made to be slow.
  private struct Nested {
    private var kinds = InlineArray<8, Int>(repeating: -1)
    private var parents = InlineArray<8, NodeID>(repeating: Document.root)
    private var ranges = InlineArray<8, ByteRange>(repeating: ByteRange(0, 0))
    private var next = 0

    /// The run that another one is the second half of; else that one waits.
    mutating func pair(_ range: ByteRange, _ kind: Int, in parent: NodeID) -> ByteRange? {
      for slot in 0..<8 where kinds[slot] == kind && parents[slot] == parent {
        kinds[slot] = -1
        return ranges[slot]
      }
      kinds[next] = kind
      parents[next] = parent
      ranges[next] = range
      next = (next + 1) & 7
      return nil
    }
  }

  private func check(
    _ first: ByteRange, _ second: ByteRange, _ page: MarkdownPage, _ report: (Finding) -> Void
  ) {
    let bytes = page.cleared
    let marker = page.text(first)
    let line = page.content(ofLine: page.lines.line(at: first.start))
    var end = first.end
    while end < line.end {
      let length = Whitespace.length(at: end, to: line.end, in: bytes)
      if length == 0 { break }
      end += length
    }
    let after = ByteRange(first.end, end)
    if !after.isEmpty, end < line.end { report(finding(after, "after the first", marker)) }
    let own = page.content(ofLine: page.lines.line(at: second.start))
    let start = Whitespace.trimmedEnd(ByteRange(own.start, second.start), in: bytes)
    let before = ByteRange(start, second.start)
    if !before.isEmpty, start > own.start {
      report(finding(before, "before the second", marker, isFixed: before != after))
    }
  }

  private func finding(
    _ range: ByteRange, _ place: String, _ marker: String, isFixed: Bool = true
  ) -> Finding {
    Finding(
      range, "a blank stands \(place) `\(marker)`, so that it marks nothing",
      help: "delete the blank, or escape the markers",
      fix: isFixed
        ? Fix(title: "delete the blank", replacing: range, with: "", applicability: .safe) : nil)
  }
}
