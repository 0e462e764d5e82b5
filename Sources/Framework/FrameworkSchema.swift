/// The schemas of the files that people write, for editors.
public enum FrameworkSchema: String, Sendable, CaseIterable {
  /// Of `course.yml`.
  case course
  /// Of a lesson's front matter.
  case lesson
  /// Of `pipeline.json`.
  case pipeline
  /// Of an office's framework document.
  case framework

  /// The schema, a JSON document.
  public var text: String {
    switch self {
    case .course: Framework1.courseSchema
    case .lesson: Framework1.frontMatterSchema
    case .pipeline: Framework1.pipelineSchema
    case .framework: Framework1.documentSchema
    }
  }
}
