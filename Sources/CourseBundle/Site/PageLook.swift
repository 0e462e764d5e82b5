import CourseModel
import Markdown
import SourceCore

/// What is found out of a page by itself before any page is written.
struct PageLook: Sendable {
  /// Something that the page refers to, and what that is.
  struct Target: Sendable {
    let reference: Reference
    let destination: CourseLinks.Destination
  }

  /// All that it refers to, in document order.
  let targets: [Target]
  /// Which anchor each name leads to.
  let anchors: PageAnchors
  /// The title as lists show it.
  let title: InlineTitle
  /// The page's language as an attribute has it.
  let language: String
  /// Minutes, where the page says.
  let teaching: Int?
  let exercises: Int?
  /// How many bytes the page has.
  let length: Int

  init(_ lesson: Lesson, links: CourseLinks, edition: BundleEdition) {
    targets = Reference.all(of: lesson, layout: links.layout, edition: edition).map { reference in
      Target(
        reference: reference,
        destination: links.destination(
          reference.target, written: reference.written, in: lesson.path))
    }
    anchors = PageAnchors(lesson, layout: links.layout, edition: edition)
    teaching = lesson.frontMatter.teaching
    exercises = lesson.frontMatter.exercises
    length = lesson.document.source.count
    language = LanguageCode.valid(lesson.language) ?? "und"
    title =
      lesson.frontMatter.title.map { InlineTitle($0) }
      ?? InlineTitle(plain: lesson.headings.first?.text ?? lesson.id)
  }
}
