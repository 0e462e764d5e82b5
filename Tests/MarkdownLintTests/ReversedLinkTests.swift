import Markdown
import MarkdownLint
import SourceCore
import Testing

/// Brackets behind parentheses that are a span and no link.
struct ReversedLinkTests {
  @Test(arguments: [
    ("[a]{.x} (b)[c]{.y} [d]{.z}\n", 0), ("(b)[c] [d]{.z} (e)[f]\n", 2),
    ("[a (b)[c]{.y} (d)[e]]{.z}\n\n(f)[g]{.y} (h)[i]\n", 2),
  ])
  func spansAreNoLinks(_ text: String, _ count: Int) {
    let bytes = Array(text.utf8)
    let rule = "markdown/no-reversed-links"
    let found = MarkdownLinter(configuration: MarkdownConfiguration(base: .course(on: [rule])))
      .lint(
        MarkdownPage(
          Document(bytes, options: ParseOptions(dialect: .workbench)), lines: LineIndex(bytes)))
    #expect(found.filter { $0.rule.id == rule }.count == count)
  }
}
