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
    for entry in shared(files.entries, layout) where entry.isFile {
      guard let bytes = files.optionalBytes(entry.path) else { continue }
      let document = Document(bytes, options: ParseOptions(dialect: layout.dialect))
      for index in 0..<document.nodeCount
      where document.kind(NodeID(index)) == .linkDefinition {
        if let label = document.label(NodeID(index)) { labels.insert(label.lowercased()) }
      }
    }
    return labels
  }

  /// The files that may define some, of entries in bytewise order.
  private static func shared(_ entries: [TreeEntry], _ layout: CourseLayout) -> [TreeEntry] {
    switch layout {
    case .workbench: entries.place(of: .root.appending("links.md")).map { [entries[$0]] } ?? []
    case .jekyll:
      entries.below(.root.appending("_includes")).filter { $0.path.fileExtension == "md" }
    case .quarto:
      entries.filter {
        $0.path.nameStarts(with: "_") && ["md", "qmd"].contains($0.path.fileExtension)
      }
    default: []
    }
  }
}
