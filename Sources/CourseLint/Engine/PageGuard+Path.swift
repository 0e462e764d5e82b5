import CourseModel
import Markdown
import MarkdownLint
import SourceCore

extension PageGuard {
  /// Makes a guard of the page at a path, which may be a notebook.
  public init(_ path: RepoPath, dialect: Dialect) {
    guard Notebook.isNotebook(path) else {
      self.init(ParseOptions(dialect: dialect))
      return
    }
    self.init(ParseOptions(dialect: dialect, hasEnvironments: true)) { file in
      (try? Notebook(file, path: path))?.text.bytes
    }
  }
}
