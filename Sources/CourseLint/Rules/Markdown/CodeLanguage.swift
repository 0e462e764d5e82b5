import CourseModel
import Markdown
import SourceCore

/// Flags a code block that does not say what it holds.
struct CodeLanguage: LessonRule {
  static let info = RuleInfo(
    id: "markdown/code-language",
    summary: "A code block does not say which language it is in.",
    why: """
      Colours help to read code, a screen reader announces the language, and tools run or check \
      only what they know. What is no code says `text` or `output`.
      """,
    severity: .note, source: "Carpentries Workbench, Component guide; markdownlint MD040")

  static let examples: [Example] = [
    .good("```python\nprint(1)\n```\n"),
    .good("```{r, echo = FALSE}\nplot(1)\n```\n", language: "fr"),
    .good("~~~ {.bash}\nls\n~~~\n", language: "es"),
    .bad("⟦```⟧\nprint(1)\n```\n"),
    .bad("Texte.\n\n⟦~~~~⟧\nls\n~~~~\n", language: "fr"),
    .bad("- Texto:\n\n  ⟦```⟧\n  ls\n  ```\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for (index, node) in lesson.codeBlocks.enumerated() {
      // Indented code cannot say it.
      guard let fence = lesson.document.fence(node), fence.info.isEmpty else { continue }
      if index > 0, lesson.codeBlocks[index - 1] == node { continue }
      if isDescribedBelow(node, lesson) { continue }
      report(
        Finding(
          ByteRange(fence.opening.start, fence.opening.end),
          "the code block does not say which language it is in",
          help: "write it behind the fence: `python`, `r`, `bash`, `output`, or `text` for what is "
            + "no code"))
    }
  }

  /// kramdown puts the language into a line below the block.
  private func isDescribedBelow(_ node: NodeID, _ lesson: Lesson) -> Bool {
    let bytes = lesson.text.bytes
    var at = lesson.document.range(node).end
    while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ">") { at += 1 }
    return bytes[at...].starts(with: "{:".utf8)
  }
}
