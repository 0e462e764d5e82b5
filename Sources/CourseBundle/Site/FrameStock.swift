/// What the frames of a site's lessons have in common, written once.
///
/// With the parts of each page's own a long course's pages would take most of their time to say the
/// same again.
final class FrameStock: Sendable {
  private let language: String
  /// The parts of a frame that are the same on all these pages.
  let start: [UInt8]
  let links: [UInt8]
  let header: [UInt8]
  let inCourse: [UInt8]
  let end: [UInt8]
  /// The lessons in lists, one behind the other, and where each begins.
  private let list: [UInt8]
  private let places: [Int]

  /// Where lessons lie.
  private static let folder = "lessons/"

  /// Writes what the site's lessons have in common; most are in the language of the first.
  init(_ site: SiteContext, courseID: String) {
    language = site.lessons.first?.language ?? site.language
    let frame = PageFrame(
      site: site, path: Self.folder, title: nil, language: language, courseID: courseID,
      entries: [])
    func written(_ write: (inout HTMLWriter) -> Void) -> [UInt8] {
      var html = HTMLWriter()
      write(&html)
      return html.bytes
    }
    start = written(frame.start)
    // A line ends before it only where there is something on the line.
    links = [0x0A] + written(frame.links)
    header = written(frame.header)
    inCourse = written(frame.inCourse)
    end = written(frame.end)
    var list = HTMLWriter()
    var places = [0]
    for lesson in site.lessons {
      frame.item(lesson, &list)
      places.append(list.bytes.count)
    }
    self.list = list.bytes
    self.places = places
  }

  /// Whether a page is one of those.
  func fits(_ frame: PageFrame) -> Bool {
    frame.language == language && frame.number != nil && frame.scripts.isEmpty
      && frame.path.utf8.dropFirst(Self.folder.utf8.count).allSatisfy { $0 != 0x2F }
      && frame.path.hasPrefix(Self.folder)
  }

  /// Some of the lessons, none of which is the page's own.
  func items(_ range: Range<Int>) -> ArraySlice<UInt8> {
    list[places[range.lowerBound]..<places[range.upperBound]]
  }
}
