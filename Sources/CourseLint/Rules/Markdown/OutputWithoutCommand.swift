import CourseModel
import Markdown
import SourceCore

/// Flags a block of output that follows no code which could have made it.
struct OutputWithoutCommand: LessonRule {
  static let info = RuleInfo(
    id: "markdown/output-without-command",
    summary: "A block of output follows no command.",
    why: "A learner who types along cannot see what to type to get there.",
    severity: .note, source: "Carpentries Workbench, Component guide, Code blocks with syntax")

  static let examples: [Example] = [
    .good("```bash\nls\n```\n\n```output\na.csv\n```\n"),
    .good("```python\n1 / 0\n```\n\nPython refuse:\n\n```error\nErreur\n```\n", language: "fr"),
    .good("```text\na.csv\n```\n", language: "es"),
    .bad("List the files.\n\n⟦```output⟧\na.csv\n```\n"),
    .bad(
      "```bash\nls\n```\n\n## Suite\n\n⟦```error⟧\nErreur\n```\n", language: "fr"),
    .bad("## Salida\n\n⟦~~~ {.output}⟧\na.csv\n~~~\n", language: "es"),
  ]

  private static let names: Set<String> = ["output", "error", "warning"]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    var heading = 0
    var hasCommand = false
    for node in lesson.codeBlocks {
      while heading < lesson.headings.count, lesson.headings[heading].node < node {
        // The heading of a box begins no section.
        if lesson.headings[heading].div == nil { hasCommand = false }
        heading += 1
      }
      guard let fence = lesson.document.fence(node) else {
        hasCommand = true
        continue
      }
      let name = name(of: node, lesson)
      guard Self.names.contains(name) else {
        hasCommand = true
        continue
      }
      if hasCommand || isInExercise(node, lesson) { continue }
      report(
        Finding(
          fence.opening, "the block of \(name) follows no command in its section",
          help: "show the code that makes it, or call the block `text` if it is none"))
    }
  }

  /// An exercise shows what to arrive at, and its solution has the code in front of the fold.
  private func isInExercise(_ node: NodeID, _ lesson: Lesson) -> Bool {
    var at = lesson.document.parent(node)
    while let parent = at, parent != Document.root {
      if lesson.document.kind(parent) == .div,
        let name = lesson.document.attributes(parent)?.classes.first,
        ["challenge", "solution", "discussion", "hint"].contains(name)
      {
        return true
      }
      at = lesson.document.parent(parent)
    }
    return false
  }

  /// The first word of the info string, or the first class.
  private func name(of node: NodeID, _ lesson: Lesson) -> String {
    if let name = lesson.document.attributes(node)?.classes.first { return name }
    return String(lesson.document.info(node).prefix { $0 != " " && $0 != "," })
  }
}
