import Markdown
import MarkdownLint
import SourceCore
import Testing

/// Quotes whose lines seem to go on without the containers around them, because of tabs.
struct QuoteSpacesTests {
  @Test(arguments: [">6.\n>    \t0. <!-->\n>   \t   `\n>1.\n>", ">  +\t}\n>\t    * a\n>\n> b\n"])
  func tabsTrapNothing(_ text: String) {
    let bytes = Array(text.utf8)
    let found = MarkdownLinter(configuration: .markdownlint).lint(
      MarkdownPage(
        Document(bytes, options: ParseOptions(dialect: .github)), lines: LineIndex(bytes)))
    #expect(!found.isEmpty)
  }
}
