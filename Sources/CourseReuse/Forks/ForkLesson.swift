import CourseModel
import SourceCore

/// A lesson of a fork or of its upstream, with what it is compared by.
struct ForkLesson {
  let id: String
  let page: CoursePage
  let blob: ObjectID
  let lesson: Lesson
  let words: WordShare
  let structure: LessonStructure
  /// The language that its words are in, where they show it.
  let spoken: String?
  /// The digits in front of the file's name.
  let number: String

  init(_ page: CoursePage, in snapshot: CourseSnapshot) throws(ReadFailure) {
    self.page = page
    id = snapshot.id(of: page)
    blob = try snapshot.blob(of: page.path)
    lesson = try snapshot.parse(page)
    // Titles and times are much the same in all lessons of a template.
    let start = lesson.frontMatter.range?.end ?? 0
    words = WordShare(lesson.text.bytes.dropFirst(start))
    structure = LessonStructure(lesson)
    spoken = SpokenLanguage.of(lesson)
    number = String(page.path.stem.prefix { $0.isASCII && $0.isNumber })
  }

  /// Whether the file's name or the title is the other's.
  func isNamed(as other: ForkLesson) -> Bool {
    if id == other.id || page.path == other.page.path { return true }
    guard let title = lesson.frontMatter.title, let theirs = other.lesson.frontMatter.title else {
      return false
    }
    return !title.isEmpty && asciiLowercased(title) == asciiLowercased(theirs)
  }
}
