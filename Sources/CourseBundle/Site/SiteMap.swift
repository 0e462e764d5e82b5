import CourseModel
import Markdown
import SourceCore

/// Where everything of a course is in its site.
struct SiteMap {
  /// A page of the site.
  struct Page {
    /// Path inside the bundle.
    let path: String
    /// Which anchor each name leads to.
    let anchors: PageAnchors
  }

  /// Pages by their path below the course's folder.
  var pages: [RepoPath: Page] = [:]
  /// Other files by their path below the course's folder, with their path inside the bundle.
  var files: [RepoPath: String] = [:]

  /// The first page.
  static let index = "index.html"
  /// The stylesheet.
  static let stylesheet = "assets/style.css"
  /// The script of all pages.
  static let script = "assets/course.js"
  /// All pages in one.
  static let whole = "all.html"
  /// The search page, its script and what it searches.
  static let search = "search.html"
  static let searchScript = "assets/search.js"
  static let searchIndex = "assets/search-index.js"
  /// How to cite the course.
  static let citation = "CITATION.cff"
}

/// Which anchors a page has; where the generator is not known, a heading goes by several.
struct PageAnchors {
  private let names: AnchorSet
  private let other: [String: String]
  /// Of headings that the page does not show.
  private let hidden: Set<String>

  init(_ lesson: Lesson, layout: CourseLayout, edition: BundleEdition) {
    names = lesson.anchors
    var notes = InstructorNotes(leftOutOf: edition, in: lesson)
    let anchors = lesson.anchorsOfHeadings
    hidden = Set(zip(lesson.headings, anchors).filter { notes.hold($0.0.node) }.map(\.1))
    var other: [String: String] = [:]
    for style in layout.anchorStyles.dropFirst() {
      var numbers = AnchorNumbering()
      for (heading, anchor) in zip(lesson.headings, anchors) {
        let name = numbers.next(style.anchor(heading.text))
        if !name.isEmpty, name != anchor { other[name] = anchor }
      }
    }
    self.other = other
  }

  /// The id that a fragment leads to; nil where there is none.
  func id(_ fragment: String) -> String? {
    let id = other[fragment] ?? (names.contains(fragment) ? fragment : nil)
    return id.flatMap { hidden.contains($0) ? nil : $0 }
  }
}
