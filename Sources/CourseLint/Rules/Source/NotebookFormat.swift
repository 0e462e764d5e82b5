import CourseModel
import SourceCore

/// Flags a Jupyter notebook that cannot be read.
struct NotebookFormat: InputRule {
  static let info = RuleInfo(
    id: "source/notebook",
    summary: "A Jupyter notebook cannot be read.",
    why: """
      Jupyter does not open it, and no site can be made of it. Most often a merge left conflict \
      marks in it, or it was written by a version of Jupyter from before 2014.
      """,
    severity: .error, source: "Jupyter notebook format 4 (nbformat)")

  private static let path = "lessons/01-indices.ipynb"

  static let examples: [Example] = [
    .good(files: [
      Example.File(
        path, #"{"cells": [{"cell_type": "markdown", "source": ["Indices"]}], "nbformat": 4}"#)
    ]),
    .good(files: [
      Example.File(path, #"{"cells": [{"cell_type": "code", "source": "1 + 1"}], "nbformat": 4}"#)
    ]),
    .good(files: [Example.File(path, #"{"cells": [], "metadata": {}, "nbformat": 4}"#)]),
    .bad(files: [Example.File(path, "{\"cells\": [\n⟦<⟧<<<<<< HEAD\n]}")]),
    .bad(files: [Example.File(path, #"{"metadata": {}, "nbformat": 4}"#)], wholeFiles: [path]),
    .bad(files: [Example.File(path, #"[1, 2]"#)], wholeFiles: [path]),
  ]

  func check(_ input: PageInput) -> Finding? {
    guard Notebook.isNotebook(input.page.path), case .success(let bytes) = input.bytes else {
      return nil
    }
    do throws(Notebook.Problem) {
      _ = try Notebook(bytes, path: input.page.path)
      return nil
    } catch {
      return Finding(error.range, error.message, help: error.help)
    }
  }
}
