import CourseModel
import SourceCore

/// What a lesson made from the Carpentries' template says until somebody changes it.
enum TemplateDefault {
  private static let keywords: Set<String> = ["software", "data", "lesson", "the carpentries"]

  /// Whether a field still has the template's value, so that it is not known.
  static func holds(_ field: String, _ metadata: CourseMetadata) -> Bool {
    switch field {
    case "contact":
      metadata.contact.map { asciiLowercased($0.value).hasSuffix("team@carpentries.org") } ?? false
    case "keywords": Set(metadata.keywords.map { asciiLowercased($0) }) == keywords
    case "title": metadata.title.map { asciiLowercased($0) } == "lesson title"
    default: false
    }
  }
}
