import SourceCore
import StructuredData

/// A Jupyter notebook read as one page of Markdown: its Markdown as it is, its code in fences.
public struct Notebook: Sendable {
  /// The page's text, and which cell each line is from.
  public let text: SourceText

  /// Why a file cannot be read as a notebook.
  public struct Problem: Error, Sendable, Hashable {
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let help: String
    /// Where in the file; nil where it is about the file as a whole.
    public let range: ByteRange?
  }

  /// Whether a file is a notebook by its ending.
  public static func isNotebook(_ path: RepoPath) -> Bool { path.fileExtension == "ipynb" }

  /// Reads a notebook of format 4; `path` is what the text is reported under.
  public init(_ bytes: [UInt8], path: RepoPath) throws(Problem) {
    let mark = SourceText(path: path, bytes: bytes).byteOrderMarkLength
    let parsed = JSONParser.parse(bytes, range: mark..<bytes.count)
    if let problem = parsed.problems.first {
      throw Problem(
        message: "the notebook is no JSON: \(problem.message)",
        help: problem.help ?? "open it in Jupyter and save it again, or restore it from Git",
        range: problem.range)
    }
    guard let root = parsed.root, root.object != nil else {
      throw Problem(
        message: "the notebook is not an object of JSON",
        help: "open it in Jupyter and save it again, or restore it from Git", range: nil)
    }
    guard let cells = root["cells"]?.array else {
      throw Problem(
        message: root["worksheets"] == nil
          ? "the notebook has no `cells`" : "the notebook is of format 3, and 4 is read",
        help: "convert it: `jupyter nbconvert --to notebook --nbformat 4 \(path.name)`",
        range: root["worksheets"].map { ByteRange($0.range.lower, $0.range.lower) })
    }
    let metadata = root["metadata"]
    let language =
      metadata?["language_info"]?["name"]?.string ?? metadata?["kernelspec"]?["language"]?.string
      ?? ""
    var writer = NotebookWriter(language: language)
    for (index, cell) in cells.enumerated() {
      writer.add(
        Self.source(of: cell), kind: cell["cell_type"]?.string ?? "", number: index + 1)
    }
    text = SourceText(
      path: path, bytes: writer.bytes, cells: CellMap(writer.spans, pieces: writer.pieces))
  }

  /// The strings of a cell's text: one, or a list of lines with their line endings.
  private static func source(of cell: DataNode) -> [DataNode] {
    guard let source = cell["source"] else { return [] }
    return (source.array ?? [source]).filter { $0.string != nil }
  }
}
