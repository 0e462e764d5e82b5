import CourseModel
import SourceCore

/// What all pages of a site share.
///
/// A class, because every page holds it.
final class SiteContext: Sendable {
  /// A page in the lists of the site.
  struct Entry: Hashable {
    /// Path inside the site.
    let path: String
    /// The page's id: the lesson's, else what its file is called.
    let id: String
    let title: InlineTitle
    let kind: PageKind
    /// BCP 47 language of the page.
    let language: String
    /// Minutes, where the page says.
    let teaching: Int?
    let exercises: Int?
    /// Place among the lessons, from 0; nil for other pages.
    let number: Int?

    /// All minutes; nil where the page says none.
    var minutes: Int? {
      teaching == nil && exercises == nil ? nil : (teaching ?? 0) + (exercises ?? 0)
    }
  }

  let title: String
  let brand: Brand?
  let metadata: CourseMetadata
  let language: String
  let labels: Labels
  let mark: BundleMark
  /// Lessons in order.
  let lessons: [Entry]
  /// Other pages, in order.
  let others: [Entry]
  /// Path of the page that holds the licence's text.
  let licensePage: String?

  /// All pages in lists, by their path.
  let entriesByPath: [String: Entry]

  init(
    title: String, brand: Brand?, metadata: CourseMetadata, language: String, labels: Labels,
    mark: BundleMark, lessons: [Entry], others: [Entry], licensePage: String?
  ) {
    self.title = title
    self.brand = brand
    self.metadata = metadata
    self.language = language
    self.labels = labels
    self.mark = mark
    self.lessons = lessons
    self.others = others
    self.licensePage = licensePage
    entriesByPath = Dictionary(
      (lessons + others).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `lang` for the site's own texts on a page in `language`.
  func labelLanguage(on language: String) -> String? {
    if language == labels.language { return nil }
    return Labels.primary(language) == labels.language ? nil : labels.language
  }

  /// The version in words, or what stands in its place.
  var edition: String {
    switch mark {
    case .release(let version, _, _, _): "\(labels.version) \(version)"
    case .revision(let commit, _, _): "\(labels.revision) (\(commit.short))"
    case .worktree: labels.worktree
    }
  }

  /// Whether the site was made from a release.
  var isRelease: Bool {
    if case .release = mark { true } else { false }
  }

  /// `rtl` for languages written from right to left.
  static func direction(_ language: String) -> String {
    let primary = Labels.primary(language)
    let isRightToLeft = [
      "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ].contains(primary)
    return isRightToLeft ? "rtl" : "ltr"
  }
}
