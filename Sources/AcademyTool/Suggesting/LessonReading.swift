import CourseModel
import CourseReuse
import GitStore
import SourceCore

/// Reads lessons of several courses by their number, on any thread.
struct LessonReading: Sendable {
  private struct Place: Sendable {
    let source: EntrySource
    let parser: LessonParser
  }

  private let places: [Place]
  private let pages: [(member: Int, page: CoursePage)]
  private let limit: Int

  /// Prepares to read pages of courses; `courses` are in the order of the members.
  init(_ courses: [LoadedCourse], _ pages: [(member: Int, page: CoursePage)], limit: Int) {
    places = courses.map { Place(source: $0.tree.source, parser: LessonParser($0.course)) }
    self.pages = pages
    self.limit = limit
  }

  /// A reader for the task that calls; it keeps the repository open that it read from last.
  func open() -> CopySearch.Reader {
    var last: (member: Int, reader: EntryReader)?
    return { lesson in
      let (member, page) = pages[lesson]
      let place = places[member]
      if last?.member != member {
        do throws(GitError) {
          last = (member, try place.source.open())
        } catch {
          throw ToolFailure(error.message, help: error.help)
        }
      }
      guard let bytes = try? last?.reader.read(page.entry, limit: limit) else { return nil }
      let text = SourceText(path: page.entry.path, bytes: bytes)
      guard text.firstInvalidUTF8() == nil else { return nil }
      return place.parser.parse(text, path: page.path, kind: page.kind)
    }
  }
}
