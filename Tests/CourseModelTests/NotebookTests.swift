import CourseModel
import SourceCore
import Testing

/// Notebooks read as Markdown, with each line's cell.
struct NotebookTests {
  private let path = RepoPath.root.appending("a.ipynb")

  private func notebook(_ json: String) throws -> SourceText {
    try Notebook(Array(json.utf8), path: path).text
  }

  @Test func markdownStaysAndCodeIsFenced() throws {
    let text = try notebook(
      #"""
      {"cells": [
        {"cell_type": "markdown", "source": ["# Indices\n", "\n", "Prices [rise](a.md)."]},
        {"cell_type": "code", "source": "x = 1\nx", "outputs": [{"text": "![](a)"}]},
        {"cell_type": "raw", "source": ["not shown"]},
        {"cell_type": "markdown", "source": "- one"},
        {"cell_type": "markdown", "source": "- two"}],
       "metadata": {"language_info": {"name": "python"}}, "nbformat": 4}
      """#)
    #expect(
      text.string(text.fullRange) == """
        # Indices

        Prices [rise](a.md).

        ```python
        x = 1
        x
        ```

        - one

        <!-- -->

        - two


        """)
    let cells = try #require(text.cells)
    #expect(cells.spans.map(\.cell) == [1, 2, 4, 5])
    #expect(cells.spans.map(\.isMarkdown) == [true, false, true, true])
  }

  @Test func placesCountWithinTheCell() throws {
    let text = try notebook(
      #"""
      {"cells": [{"cell_type": "code", "source": ["1\n", "2"]},
       {"cell_type": "markdown", "source": ["one\n", "two FIXME"]}], "nbformat": 4}
      """#)
    let at = try #require(text.bytes.firstIndex(of: UInt8(ascii: "F")))
    let place = Place(ByteRange(at, at + 5), in: text, lines: LineIndex(text.bytes))
    #expect(place.cell == 2)
    #expect((place.line, place.column, place.endLine, place.endColumn) == (2, 5, 2, 10))
    #expect(place.excerpt == "two FIXME")
    // The fence in front of the code stands in no cell.
    #expect(Place(ByteRange(0, 3), in: text, lines: LineIndex(text.bytes)).cell == nil)
  }

  @Test func aRawCellAtTheStartIsTheFrontMatter() throws {
    let text = try notebook(
      #"{"cells": [{"cell_type": "raw", "source": "---\ntitle: A\n---"}], "nbformat": 4}"#)
    #expect(text.string(text.fullRange) == "---\ntitle: A\n---\n\n")
  }

  @Test(arguments: [
    "", "{", "[]", #"{"nbformat": 4}"#, #"{"worksheets": [], "nbformat": 3}"#,
    "{\"cells\": [\n<<<<<<< HEAD\n]}",
  ]) func whatIsNoNotebookIsSaid(_ json: String) {
    #expect(throws: Notebook.Problem.self) { try notebook(json) }
  }
}
