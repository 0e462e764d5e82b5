import CourseModel
import Markdown
import SourceCore

/// Flags a table whose columns have no headings.
struct TableHeader: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/table-header",
    summary: "A table has no header cells.",
    why: """
      A screen reader says the column's heading with each number. Without one a listener hears \
      "104.2" and has to remember which column that was.
      """,
    severity: .warning,
    source: "WCAG 2.2, technique H51 (https://www.w3.org/WAI/WCAG22/Techniques/html/H51)")

  static let examples: [Example] = [
    .good("| Year | Index |\n|---|---|\n| 2024 | 104.2 |\n"),
    .good("|  | Index |\n|---|---|\n| 2024 | 104.2 |\n"),
    .good(
      "<table><tr><th>Année</th><th>Indice</th></tr><tr><td>2024</td><td>104,2</td></tr></table>\n",
      language: "fr"),
    .good(
      "<table role=\"presentation\"><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>\n",
      language: "es"),
    .bad("⟦|  |  |⟧\n|---|---|\n| 2024 | 104.2 |\n| 2025 | 106.0 |\n"),
    .bad(
      "⟦<table>⟧\n<tr><td>2024</td><td>104,2</td></tr>\n<tr><td>2025</td><td>106,0</td></tr>\n</table>\n",
      language: "fr"),
    .bad("Los índices:\n\n⟦| | |⟧\n|---:|:---|\n| 2024 | 104,2 |\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let document = lesson.document
    for table in lesson.tables {
      var rows = document.children(table).makeIterator()
      guard let header = rows.next(), document.isHeaderRow(header), rows.next() != nil else {
        continue
      }
      var cells = 0
      var isEmpty = true
      for cell in document.children(header) {
        cells += 1
        for _ in document.children(cell) { isEmpty = false }
      }
      guard isEmpty, cells > 1 else { continue }
      report(
        Finding(
          document.range(header), "the table's header row is empty",
          help: "say in it what each column holds"))
    }
    checkHTML(lesson.tags, report: report)
  }

  private func checkHTML(_ tags: [HTMLTag], report: (Finding) -> Void) {
    for (i, table) in tags.enumerated() where table.name == "table" && !table.isClosing {
      if let role = table.value("role"), role == "presentation" || role == "none" { continue }
      var rows = 0
      var cells = 0
      scan: for tag in tags[(i + 1)...] {
        if tag.isClosing {
          if tag.name == "table" { break }
          continue
        }
        switch tag.name {
        case "tr": rows += 1
        case "td": cells += 1
        // With header cells it is fine; with pictures or another table it serves the layout.
        case "th", "table", "img", "iframe", "video":
          cells = 0
          break scan
        default: break
        }
      }
      guard rows > 1, cells > rows else { continue }
      report(
        Finding(
          table.range, "the table has no header cells (`<th>`)",
          help: "write the cells that name columns or rows as `<th>`; "
            + "write `role=\"presentation\"` where it only arranges things"))
    }
  }
}
