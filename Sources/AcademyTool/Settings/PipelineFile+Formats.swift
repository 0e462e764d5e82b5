import CourseBundle
import SourceCore
import StructuredData

extension PipelineFile {
  /// What courses are packaged as: a list of formats; the web site where there is none.
  static func formats(
    _ node: DataNode?, fail: (String, ByteRange?, String?) -> ToolFailure
  ) throws -> [BundleFormat] {
    guard let node else { return [.site] }
    let known = BundleFormat.allCases.map(\.rawValue).joined(separator: ", ")
    guard let items = node.array, !items.isEmpty else {
      throw fail("`formats` must be a list", node.range, "the formats are \(known)")
    }
    var formats: [BundleFormat] = []
    for item in items {
      guard let format = item.string.flatMap(BundleFormat.init(rawValue:)) else {
        throw fail(
          "`\(item.written ?? "")` is not a format", item.range, "the formats are \(known)")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }

  /// Whether SCORM packages hold one lesson each (`lesson`) or the whole course (`course`).
  static func scormPerLesson(
    _ node: DataNode?, fail: (String, ByteRange?, String?) -> ToolFailure
  ) throws -> Bool {
    guard let node else { return false }
    switch node.string {
    case "course": return false
    case "lesson": return true
    default: throw fail("`scorm` must be \"course\" or \"lesson\"", node.range, nil)
    }
  }
}
