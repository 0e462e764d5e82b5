import CourseModel
import Framework
import SourceCore
import StructuredData

/// A rule that looks at what the schema finds in a page's front matter, which is found out once for
/// all of these rules.
public protocol FrontMatterRule: Rule {
  /// Reports what the rule makes of the schema's findings in a page.
  func check(
    _ problems: [SchemaProblem], in lesson: Lesson, _ context: LessonContext,
    report: (Finding) -> Void)
}

extension LessonContext {
  /// What the framework's schema finds in a page's front matter; an empty one stands for none,
  /// which an office may ask for.
  func frontMatterProblems(_ lesson: Lesson) -> [SchemaProblem] {
    if let data = lesson.frontMatter.data { return framework.validate(frontMatter: data) }
    guard lesson.kind == .lesson, lesson.frontMatter.range == nil else { return [] }
    return framework.validate(
      frontMatter: DataNode(.object([]), range: ByteRange(0, 0), written: nil, isPlain: false))
  }
}
