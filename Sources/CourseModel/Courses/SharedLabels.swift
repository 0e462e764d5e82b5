import Markdown
import SourceCore

/// Definitions of links that a course has in one place for all its pages.
///
/// The Workbench puts `links.md` below each page; pages of Jekyll and Quarto say which file they
/// include, and that file is no page.
enum SharedLabels {
  /// More of them are not read.
  private static let limit = 100_000

  /// The definitions in the order in which they win.
  static func read(_ layout: CourseLayout, _ files: CourseFiles) -> SharedDefinitions {
    var definitions: [SharedDefinition] = []
    for entry in shared(files.entries, layout) where entry.isFile {
      guard definitions.count < limit, let bytes = files.optionalBytes(entry.path) else { continue }
      let document = Document(bytes, options: ParseOptions(dialect: layout.dialect))
      definitions += document.sharedDefinitions(in: entry.path).prefix(limit - definitions.count)
    }
    return SharedDefinitions(definitions)
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
