import Markdown
import SourceCore

extension SharedDefinition {
  /// Where a reader of a finding finds it; `folder` is that of the course, where paths start above.
  public func note(below folder: RepoPath = .root) -> Finding.Note {
    Finding.Note("`\(label)` is defined here", path: folder.appending(path), line: line)
  }
}
