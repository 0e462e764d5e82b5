import Markdown
import SourceCore

/// Labels of links that a course defines in one place for all its pages.
///
/// The Workbench puts `links.md` below each page; pages of Jekyll and Quarto say which file they
/// include, and that file is no page.
enum SharedLabels {
  /// The labels in lower case.
  static func read(_ layout: CourseLayout, _ files: CourseFiles) -> Set<String> {
    var labels: Set<String> = []
    for entry in files.entries where entry.isFile && isShared(entry.path, layout) {
      guard let bytes = files.optionalBytes(entry.path) else { continue }
      let document = Document(bytes, options: ParseOptions(dialect: layout.dialect))
      for index in 0..<document.nodeCount
      where document.kind(NodeID(index)) == .linkDefinition {
        if let label = document.label(NodeID(index)) { labels.insert(label.lowercased()) }
      }
    }
    return labels
  }

  private static func isShared(_ path: RepoPath, _ layout: CourseLayout) -> Bool {
    switch layout {
    case .workbench: path.string == "links.md"
    case .jekyll: path.fileExtension == "md" && path.components.first == "_includes"
    case .quarto:
      (path.fileExtension == "md" || path.fileExtension == "qmd")
        && path.name.utf8.first == UInt8(ascii: "_")
    default: false
    }
  }
}
