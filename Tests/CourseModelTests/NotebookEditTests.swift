import CourseModel
import SourceCore
import Testing

/// Changes of a notebook's text, made in its file.
struct NotebookEditTests {
  private let path = RepoPath.root.appending("a.ipynb")

  private static let listed = #"""
    {"cells": [
      {"cell_type": "markdown", "metadata": {"a": 1.0}, "source": [
        "# \u00dcber\n",
        "A \"word\" \ud83d\ude00 and\\\n",
        "\tthe end."
      ]},
      {"cell_type": "code", "source": ["x = 1\n"], "outputs": []},
      {"cell_type": "markdown", "source": "One string\nof two lines"}],
     "nbformat": 4}
    """#

  private func text(_ file: [UInt8]) throws -> SourceText { try Notebook(file, path: path).text }

  private func fixed(_ file: String, _ wanted: String, with replacement: String) throws -> String? {
    let bytes = Array(file.utf8)
    let text = try text(bytes)
    let at = try #require(ByteRange(of: wanted, in: text.bytes))
    let fix = Fix(title: "t", replacing: at, with: replacement, applicability: .safe)
    var edits = NotebookEdits(try #require(text.cells), file: bytes)
    return edits.fix(fix).map {
      String(decoding: FixApplier.apply([$0], to: bytes).bytes, as: UTF8.self)
    }
  }

  @Test func onlyWhatIsMeantChanges() throws {
    #expect(
      try fixed(Self.listed, "word", with: "\"x\\\t")
        == Self.listed.replacing(#"\"word\""#, with: #"\"\"x\\\t\""#))
    #expect(
      try fixed(Self.listed, "One", with: "1") == Self.listed.replacing("One", with: "1"))
    #expect(
      try fixed(Self.listed, "\tthe", with: "The") == Self.listed.replacing(#"\tthe"#, with: "The"))
  }

  @Test func linesAreStringsOfTheList() throws {
    let line = try #require(try fixed(Self.listed, "# Über\n", with: "# A\n\n"))
    #expect(
      line.contains("\"source\": [\n    \"# A\\n\",\n    \"\\n\",\n    \"A \\\"word"), "\(line)")
    let gone = try #require(try fixed(Self.listed, "# Über\n", with: ""))
    #expect(gone.contains("\"source\": [\n    \"A \\\"word"), "\(gone)")
  }

  @Test func whatIsNoneOfTheCellsIsLeft() throws {
    #expect(try fixed(Self.listed, "x = 1", with: "y") == nil)
    #expect(try fixed(Self.listed, "the end.\n", with: "y") == nil)
    #expect(try fixed(Self.listed, "```", with: "~~~") == nil)
  }

  /// The text of the changed file is the changed text, for every change that is made at all.
  @Test func everyChangeIsExact() throws {
    let file = Array(Self.listed.utf8)
    let before = try text(file)
    let cells = try #require(before.cells)
    var made = 0
    for start in before.bytes.indices {
      for length in [0, 1, 2, 5, 9, 20] where start + length <= before.bytes.count {
        for replacement in ["", "x", "\n", "a\\b\n", "\"\r\n\u{1}"] {
          let fix = Fix(
            title: "t", replacing: ByteRange(start, start + length), with: replacement,
            applicability: .safe)
          var edits = NotebookEdits(cells, file: file)
          guard let mapped = edits.fix(fix) else { continue }
          made += 1
          let after = try text(FixApplier.apply([mapped], to: file).bytes)
          let expected = FixApplier.apply([fix], to: before.bytes).bytes
          // A cell that ends otherwise is joined otherwise to the next.
          let same = { (bytes: [UInt8]) in bytes.filter { $0 != 0x0A } }
          #expect(
            same(after.bytes) == same(expected) || after.bytes == expected,
            "\(start), \(length), \(replacement.debugDescription)")
        }
      }
    }
    #expect(made > 500)
  }
}

extension ByteRange {
  fileprivate init?(of text: String, in bytes: [UInt8]) {
    let wanted = Array(text.utf8)
    guard
      let at = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) })
    else { return nil }
    self.init(at, at + wanted.count)
  }
}
