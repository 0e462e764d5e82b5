import SourceCore

/// What stands in many courses because a template or the law wants it, and is no teaching.
enum Boilerplate {
  /// Longer sections than this, in words, say something of their own, whatever their heading is.
  static let sectionLimit = 150

  private static let headings: Set<String> = [
    "acknowledgements", "acknowledgments", "code of conduct", "contributing", "contributors",
    "copyright", "how to cite", "how to contribute", "licence", "license", "licensing",
    "agradecimientos", "código de conducta", "licencia", "cómo contribuir",
    "code de conduite", "contribuer", "remerciements",
    "danksagung", "lizenz", "verhaltenskodex",
  ]

  private static let pages: Set<String> = [
    "404", "authors", "changelog", "code_of_conduct", "code-of-conduct", "conduct", "contributing",
    "contributors", "governance", "license", "licence", "licenses", "notice", "readme",
  ]

  /// Whether a section with this heading is boilerplate, where it is short.
  static func isHeading(_ text: String) -> Bool {
    text.utf8.count < 40 && headings.contains(text.lowercased())
  }

  /// Whether a page is boilerplate by its name, though a layout may take it for a lesson.
  static func isPage(_ path: RepoPath) -> Bool { pages.contains(asciiLowercased(path.stem)) }
}
