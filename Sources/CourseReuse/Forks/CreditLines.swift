import CourseModel
import Identifiers
import StructuredData

/// The lines under `attribution` that credit a course as its own files do.
enum CreditLines {
  static func of(_ course: Course) -> [String] {
    let metadata = course.metadata
    let authors = metadata.authors.map(\.name).joined(separator: ", ")
    let source =
      course.config?["url"]?.stringValue ?? course.citation?["repository-code"]?.stringValue
      ?? course.citation?["url"]?.stringValue
    let licence = StatedLicence.Found(metadata.license?.value).expression?.description
    let fields: [(String, String?)] = [
      ("title", metadata.title), ("author", authors.isEmpty ? nil : authors), ("source", source),
      ("license", licence),
    ]
    let lines = fields.compactMap { key, value in
      value.map { "  \(key): \(BlockList.scalar($0))" }
    }
    return lines.isEmpty ? [] : ["attribution:"] + lines
  }
}
