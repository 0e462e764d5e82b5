import CourseModel
import Markdown
import SourceCore

/// Flags a fenced div that nothing closes.
struct UnclosedDiv: LessonRule {
  static let info = RuleInfo(
    id: "structure/div-unclosed",
    summary: "A box (`:::`) is opened and never closed.",
    why: "All the rest of the page ends up in the box: in a folded solution it is not even seen.",
    severity: .error, source: "Pandoc User's Guide, fenced_divs; Carpentries Workbench, pegboard")

  static let examples: [Example] = [
    .good("::::: callout\n\nWeights sum to the population.\n\n:::::\n"),
    .good(
      "::: challenge\n\nCalculez.\n\n:::::: solution\n\n42\n\n::::::\n\n:::\n", language: "fr"),
    .good("```markdown\n::::: callout\n```\n\nTexto.\n", language: "es"),
    .bad(
      "Text.\n\n⟦::::: keypoints⟧\n\n- Weights sum to the population.\n",
      fixed: "Text.\n\n::::: keypoints\n\n- Weights sum to the population.\n\n:::::\n"),
    .bad("⟦::: challenge⟧\n\nCalculez.\n\n::: solution\n\n42\n\n:::\n", language: "fr"),
    .bad("⟦:::: {.callout #nota}⟧\n\nTexto.\n\n## Pesos\n\nMás texto.\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for problem in lesson.document.problems where problem.kind == .unclosedDiv {
      let index = lesson.divs.partitionPoint { $0.opening.upper <= problem.range.lower }
      let div = lesson.divs[index...].first.flatMap { div in
        problem.range.contains(div.opening) || div.opening.contains(problem.range) ? div : nil
      }
      let name = div?.name ?? ""
      let what = name.isEmpty ? "the box" : "the box `\(name)`"
      let colons = lesson.text.bytes[problem.range.indices].prefix { $0 == UInt8(ascii: ":") }.count
      let fence = String(repeating: ":", count: max(3, colons))
      report(
        Finding(
          problem.range, "\(what) is never closed",
          help: "add a line `\(fence)` where it ends", fix: div.flatMap { fix($0, fence, lesson) }))
    }
  }

  /// Where a box ends is clear only when nothing but its own text follows.
  private func fix(_ div: Div, _ fence: String, _ lesson: Lesson) -> Fix? {
    if div.parent != nil { return nil }
    // What begins inside is in it.
    let heading = lesson.headings.partitionPoint { $0.range.lower < div.range.lower }
    let inner = lesson.divs.partitionPoint { $0.node <= div.node }
    if heading < lesson.headings.count, div.range.contains(lesson.headings[heading].range) {
      return nil
    }
    if inner < lesson.divs.count, div.range.contains(lesson.divs[inner].range) { return nil }
    let bytes = lesson.text.bytes
    var end = bytes.count
    while end > div.range.start, bytes[end - 1] <= 0x20 { end -= 1 }
    let newline = lesson.lines.lineEnding
    let tail = end == bytes.count ? newline : ""
    return Fix(
      title: "close it at the end of the page", replacing: ByteRange(end, end),
      with: newline + newline + fence + tail, applicability: .suggestion)
  }
}
