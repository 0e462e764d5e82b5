import CourseModel
import SourceCore

/// Changes the destination of a link where it is written as it is read.
enum LinkEdit {
  /// A fix that puts another path, or another place in the page, into a link; nil where the
  /// destination is written elsewhere or with escapes, so that an edit would be a guess.
  static func fix(
    _ link: LessonFacts.LocalLink, path: String? = nil, fragment: String? = nil,
    applicability: Fix.Applicability
  ) -> Fix? {
    let written = link.place.flagged
    guard written == text(link.path, link.fragment) else { return nil }
    let new = text(path.map(encoded) ?? link.path, fragment ?? link.fragment)
    return Fix(
      title: "write `\(new)`", replacing: link.range, with: new, applicability: applicability)
  }

  private static func text(_ path: String, _ fragment: String?) -> String {
    path + (fragment.map { "#" + $0 } ?? "")
  }

  private static func encoded(_ path: String) -> String {
    path.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }
}
