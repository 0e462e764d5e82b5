import CourseModel
import Framework
import SourceCore

/// What a lesson rule may know besides the page: nothing that differs between two pages of a course.
public struct LessonContext: Sendable {
  /// The framework that the course is held against.
  public let framework: Framework
  /// Required and known sections of the course's layout.
  public let structure: StructureRules
  /// How the course is laid out.
  public let layout: CourseLayout
  /// How finished the course says it is.
  public let lifecycle: Lifecycle

  /// Makes a context for the pages of one course.
  public init(framework: Framework, layout: CourseLayout, lifecycle: Lifecycle) {
    self.framework = framework
    structure = framework.structure(layout: layout.rawValue)
    self.layout = layout
    self.lifecycle = lifecycle
  }
}
