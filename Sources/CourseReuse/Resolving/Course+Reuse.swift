import CourseModel
import SourceCore
import StructuredData

extension Course {
  /// An entry of `reuses` as it is written, for fields that its declaration leaves out.
  func reuse(_ declaration: ReuseDeclaration) -> DataNode? {
    manifest?["reuses"]?.array?.first { $0.range == declaration.range }
  }
}
