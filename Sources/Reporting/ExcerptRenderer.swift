import SourceCore

/// Draws the flagged line with `^` under what is flagged.
struct ExcerptRenderer {
  let style: TextStyle
  let width: Int

  /// The lines from the bar above the excerpt to the marks below it.
  func lines(_ diagnostic: Diagnostic, gutter: Int) -> [String] {
    let isCut = diagnostic.excerptColumn > 1
    let cells = TerminalText.cells(isCut ? "…" + diagnostic.excerpt : diagnostic.excerpt)
    let isMultiline = diagnostic.endLine > diagnostic.line
    // Columns of the line as positions in what is shown of it.
    let shift = diagnostic.excerptColumn - (isCut ? 1 : 0)
    let first = diagnostic.column - shift
    let end = isMultiline ? Int.max : max(diagnostic.endColumn - shift, first + 1)
    let role = TextStyle.role(diagnostic.severity)

    // Columns of the flagged part; a flagged line ending is one column behind the text.
    var total = 0
    var scalar = 0
    var from: Int?
    var to = 0
    for cell in cells {
      let next = scalar + cell.scalars
      if next > first, scalar < end {
        from = from ?? total
        to = total + cell.columns
      }
      total += cell.columns
      scalar = next
    }
    let start = from ?? total
    let stop = max(to, start + 1)
    let tail = isMultiline ? " … to line \(diagnostic.endLine)" : ""

    let window = window(total: total, start: start, stop: stop, room: width - gutter - 3)
    let (text, cutColumns) = cut(cells, to: window, total: total)
    let marksFrom = min(max(start - cutColumns, 0), window.count)
    let marksTo = min(stop - cutColumns, window.count + 1)
    let marks = String(repeating: "^", count: max(1, marksTo - marksFrom)) + tail
    let bar = String(repeating: " ", count: gutter) + " " + style(.frame, "|")
    let number = String(diagnostic.line)
    let padding = String(repeating: " ", count: gutter - number.utf8.count)
    return [
      bar,
      (padding + style(.frame, number) + " " + style(.frame, "|") + " " + text).trimmingEnd(),
      bar + " " + String(repeating: " ", count: marksFrom) + style(role, marks),
    ]
  }

  /// The columns of a long line that are shown: the flagged part, with some text before it.
  private func window(total: Int, start: Int, stop: Int, room: Int) -> Range<Int> {
    let room = max(room, 20)
    if total <= room { return 0..<total }
    if stop < room { return 0..<room }
    let flagged = min(stop - start, room * 2 / 3)
    let low = min(max(0, start - (room - flagged) / 2), total - room)
    return max(0, low)..<max(0, low) + room
  }

  /// The text of a window, with `…` where something is cut, and the column it begins at.
  private func cut(_ cells: [TerminalText.Cell], to window: Range<Int>, total: Int) -> (String, Int)
  {
    var text = ""
    var column = 0
    var shift: Int?
    for cell in cells {
      defer { column += cell.columns }
      // The first and the last column of a cut line hold the `…`.
      let low = window.lowerBound == 0 ? 0 : window.lowerBound + 1
      let high = window.upperBound >= total ? total : window.upperBound - 1
      guard column >= low, column + cell.columns <= high else { continue }
      shift = shift ?? column
      text += cell.text
    }
    let begin = shift ?? 0
    let isCutBefore = begin > 0
    return (
      (isCutBefore ? "…" : "") + text + (window.upperBound < total ? "…" : ""),
      isCutBefore ? begin - 1 : 0
    )
  }
}

extension String {
  /// The text without blanks at its end, which editors and diffs complain about.
  func trimmingEnd() -> String {
    var text = self
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }
}
