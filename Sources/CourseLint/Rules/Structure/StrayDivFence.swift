import CourseModel
import Markdown
import SourceCore

/// Flags a closing `:::` outside any fenced div.
struct StrayDivFence: LessonRule {
  static let info = RuleInfo(
    id: "structure/div-stray",
    summary: "A line of `:::` closes nothing.",
    why: """
      The colons stand in the page for everybody to see. Often a box above was closed too early, \
      or its name was left out, so that its text is not in the box at all.
      """,
    severity: .error, source: "Pandoc User's Guide, fenced_divs; Carpentries Workbench, pegboard")

  static let examples: [Example] = [
    .good("::::: callout\n\nText.\n\n:::::\n"),
    .good("::: challenge\n\n::: solution\n\n42\n\n:::\n\n:::\n", language: "fr"),
    .good("Cierre la caja con `:::`.\n\n    :::::\n", language: "es"),
    .bad(
      "::::: callout\n\nText.\n\n:::::\n\nMore.\n\n⟦:::::⟧\n",
      fixed: "::::: callout\n\nText.\n\n:::::\n\nMore.\n"),
    .bad("## Poids\n\n⟦:::⟧\n\nTexte.\n", fixed: "## Poids\n\nTexte.\n", language: "fr"),
    .bad(
      "⟦::::::::::⟧\n\n::: keypoints\n\n- Un peso cuenta.\n\n:::\n",
      fixed: "::: keypoints\n\n- Un peso cuenta.\n\n:::\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let problems = lesson.document.problems.filter { $0.kind == .strayDivFence }
    if problems.isEmpty { return }
    var boxes = ClosedDivs(lesson)
    for problem in problems {
      let last = boxes.last(before: problem.range.start).map { lesson.divs[$0] }
      var notes: [Finding.Note] = []
      if let last, let closing = lesson.document.fence(last.node)?.closing {
        let name = last.name.isEmpty ? "" : " `\(last.name)`"
        notes.append(
          .init(
            "the box\(name) before it is closed here", path: lesson.path,
            line: lesson.lines.line(at: closing.start) + 1))
      }
      report(
        Finding(
          problem.range, "this line closes nothing: no box is open here",
          help: "remove it, or open the box above with its name (`::::: callout`)", notes: notes,
          fix: Fix(
            title: "remove the line", replacing: line(of: problem.range, lesson), with: "",
            applicability: .suggestion)))
    }
  }

  /// The fence's line with the blank line that set it off.
  private func line(of range: ByteRange, _ lesson: Lesson) -> ByteRange {
    let bytes = lesson.text.bytes
    let line = lesson.lines.line(at: range.start)
    let whole = lesson.lines.range(ofLine: line)
    var start = max(whole.lowerBound, lesson.text.byteOrderMarkLength)
    var end = whole.upperBound
    // In a quote or a list the line also holds the container's marker.
    if bytes[start..<range.start].contains(where: { $0 != 0x20 }) {
      return range
    }
    if line > 0, lesson.lines.contentRange(ofLine: line - 1, in: bytes).isEmpty {
      start = lesson.lines.start(ofLine: line - 1)
    } else if line + 1 < lesson.lines.count,
      lesson.lines.contentRange(ofLine: line + 1, in: bytes).isEmpty
    {
      end = lesson.lines.range(ofLine: line + 1).upperBound
    }
    return ByteRange(start, end)
  }
}
