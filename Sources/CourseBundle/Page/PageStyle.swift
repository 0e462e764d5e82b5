/// What differs between formats in the text of one page.
struct PageStyle: Hashable, Sendable {
  /// What becomes of a list of options that a challenge asks to choose from.
  enum Quizzes {
    /// A form that a script makes work.
    case forms
    /// The question as it is written, its answer below.
    case lists
    /// Left to the platform's own quiz, and the answer with it.
    case apart
  }

  /// How a page refers to the files of the course.
  enum Files {
    /// By relative links.
    case relative
    /// Pictures only, of the types that every reading system shows.
    case corePictures
    /// As `$IMS-CC-FILEBASE$/…`, below which platforms put what was in `web_resources/`.
    case cartridgeBase
  }

  /// Ending of pages' names.
  var ending = "html"
  var quizzes = Quizzes.forms
  var files = Files.relative
  /// Whether what a page would unfold stands open, for readers that cannot unfold.
  var isUnfolded = false
  /// What stands between a cartridge's base and a file's place.
  var fileBase = ""
  /// Whether it shows what is written for instructors.
  var showsNotes = false
  /// Whether other pages can be reached.
  var hasPageLinks = true

  static let site = PageStyle()
  static let epub = PageStyle(
    ending: "xhtml", quizzes: .lists, files: .corePictures, isUnfolded: true)
  static let cartridge11 = PageStyle(quizzes: .apart)
  static let cartridge13 = PageStyle(quizzes: .apart, files: .cartridgeBase)

  /// The style of what a cartridge's quizzes ask; they have no place that links could start from.
  static func quiz(fileBase: String) -> PageStyle {
    PageStyle(
      quizzes: .lists, files: .cartridgeBase, isUnfolded: true, fileBase: fileBase,
      hasPageLinks: false)
  }

  /// The place of a page that the site has at `path`.
  func place(_ path: String) -> String {
    ending == "html" || !path.hasSuffix(".html") ? path : path.dropLast(4) + ending
  }
}
