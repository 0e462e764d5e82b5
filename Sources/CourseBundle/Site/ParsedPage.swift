import CourseModel

/// A page as it was parsed, with what is found out of it by itself before any page is written.
///
/// A class, because a lesson has many parts, and pages are in several lists.
final class ParsedPage: Sendable {
  let lesson: Lesson
  /// The lesson's own.
  let id: String
  let look: PageLook

  init(_ lesson: Lesson, links: CourseLinks, edition: BundleEdition) {
    self.lesson = lesson
    id = lesson.id
    look = PageLook(lesson, links: links, edition: edition)
  }
}
