import Markdown
import SourceCore

/// Follows the `toctree` directives of Sphinx from page to page.
struct Toctree {
  /// The lessons in the order of the directives.
  private(set) var lessons: [ListedLesson] = []

  private let pages: ListedPages
  private var seen: Set<RepoPath> = []

  /// Prepares to follow the directives of a course.
  init(_ pages: ListedPages) { self.pages = pages }

  /// Adds what a page lists, and what those pages list, each behind the page that lists it.
  mutating func add(_ page: CourseFile, _ files: inout CourseFiles) {
    // Pages are taken from the end of this list, so that a long chain needs no stack.
    seen.insert(page.path)
    var waiting = Array(listed(in: page).reversed())
    while let lesson = waiting.popLast() {
      guard let path = lesson.path, seen.insert(path).inserted else { continue }
      lessons.append(lesson)
      if let next = files.file(path.name, in: path.parent) {
        waiting += listed(in: next).reversed().map { lesson in
          var lesson = lesson
          lesson.place = next.place(lesson.field.range)
          return lesson
        }
      }
    }
  }

  /// The entries of a page's own directives.
  private func listed(in page: CourseFile) -> [ListedLesson] {
    let bytes = page.text.bytes
    let document = Document(bytes, options: ParseOptions(dialect: .myst))
    let paths = ListedPath(from: page.path.parent, pages, endings: ["md"])
    var found: [ListedLesson] = []
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      guard document.kind(node) == .directive, document.directive(node)?.name == "toctree" else {
        continue
      }
      for line in document.directiveBody(node) {
        guard let entry = Self.entry(bytes, Self.trimmed(line.indices, bytes)) else { continue }
        found += paths.lessons(
          String(decoding: bytes[entry], as: UTF8.self),
          at: ByteRange(entry.lowerBound, entry.upperBound), in: page.path)
      }
    }
    return found
  }

  /// The document that a line names: all of it, or what stands in `Title <document>`.
  private static func entry(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first, bytes[first] != UInt8(ascii: ":"),
      bytes[first] != UInt8(ascii: "#"), !bytes[range].elementsEqual("self".utf8)
    else { return nil }
    if bytes[range.upperBound - 1] == UInt8(ascii: ">"),
      let open = bytes[range].lastIndex(of: UInt8(ascii: "<"))
    {
      return trimmed(open + 1..<range.upperBound - 1, bytes)
    }
    return range
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
