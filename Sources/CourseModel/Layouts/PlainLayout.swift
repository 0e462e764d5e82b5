import SourceCore

/// Which pages a course without a known layout has: its `.md`, `.qmd` and `.Rmd` files.
enum PlainLayout {
  /// Files that belong to the repository rather than to the course.
  private static let housekeeping: Set<String> = [
    "authors", "changelog", "code_of_conduct", "code-of-conduct", "codeowners", "contributing",
    "contributors", "governance", "history", "license", "licence", "licenses", "notice",
    "pull_request_template", "readme", "security", "support",
  ]

  /// Reads the course: its pages by path, unless the manifest lists them.
  static func read(_ input: inout LayoutInput) -> LayoutReading {
    var reading = LayoutReading()
    reading.pages = pages(input.files.entries, listed: input.declared)
    return reading
  }

  /// Pages in reading order; `entries` are below the course's folder, in bytewise order.
  private static func pages(_ entries: [TreeEntry], listed: [ListedLesson]) -> [CoursePage] {
    var pages: [CoursePage] = []
    var lessons: [TreeEntry] = []
    let candidates = entries.filter {
      isLessonPath($0.path, notebooks: true) || $0.path.parent.isRoot && isPage($0.path)
    }
    let index =
      candidates.first { $0.path.parent.isRoot && asciiLowercased($0.path.stem) == "index" }
      ?? candidates.first { $0.path.parent.isRoot && asciiLowercased($0.path.stem) == "readme" }
    let isListed = Set(listed.compactMap(\.path))
    for entry in candidates {
      if entry == index {
        pages.append(
          CoursePage(path: entry.path, kind: .index, entry: entry, listedID: nil, isListed: true))
      } else if isLessonPath(entry.path, notebooks: true) || isListed.contains(entry.path) {
        lessons.append(entry)
      }
    }
    return pages + LessonOrder.lessons(lessons, listed: listed)
  }

  /// Whether a file is Markdown by its ending.
  static func isPage(_ path: RepoPath) -> Bool {
    switch path.fileExtension {
    case "md", "qmd", "rmd", "markdown": true
    default: false
    }
  }

  /// Whether a file is a page of the course: Markdown, in no hidden or generated folder, and not
  /// one of the repository's own papers.
  ///
  /// - Parameter notebooks: whether the generator makes pages of Jupyter notebooks too.
  static func isLessonPath(_ path: RepoPath, notebooks: Bool = false) -> Bool {
    guard isPage(path) || notebooks && Notebook.isNotebook(path),
      !housekeeping.contains(asciiLowercased(path.stem))
    else { return false }
    return path.components.allSatisfy { part in
      part.utf8.first != UInt8(ascii: ".") && part.utf8.first != UInt8(ascii: "_")
        && part != "node_modules" && part != "renv"
    }
  }
}
