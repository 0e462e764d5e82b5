import CourseModel
import Markdown
import SourceCore

extension OutsideLink {
  /// Where the address is written, if that is in another file.
  func notes(_ context: LessonContext) -> [Finding.Note] {
    definition.map { [$0.note(below: context.folder)] } ?? []
  }
}

extension Document {
  /// Where the destination of a link is written, if that is in another file.
  func notes(_ link: NodeID, _ context: LessonContext) -> [Finding.Note] {
    sharedDefinition(link).map { [$0.note(below: context.folder)] } ?? []
  }
}
