import CourseModel
import SourceCore

/// A lesson's body as lines that can be compared: without line endings, each link's destination
/// replaced by a mark, without blank lines at either end.
struct ComparableText {
  struct Line {
    /// Number in the file, from 0.
    let number: Int
    /// The bytes to compare.
    let bytes: [UInt8]
    /// The destinations that the marks stand for.
    let spots: [LinkSpot]
  }

  let lines: [Line]

  /// Stands for a destination; no text holds it, since it is not allowed in UTF-8.
  private static let mark: UInt8 = 0xFF

  /// Reads the lines from one on, counted from 0.
  init(_ lesson: Lesson, fromLine start: Int) {
    let bytes = lesson.text.bytes
    var spots = LinkSpot.all(in: lesson)[...]
    var lines: [Line] = []
    for number in min(start, lesson.lines.count)..<lesson.lines.count {
      let content = lesson.lines.contentRange(ofLine: number, in: bytes)
      var position = max(content.lowerBound, number == 0 ? lesson.text.byteOrderMarkLength : 0)
      var line: [UInt8] = []
      var own: [LinkSpot] = []
      while let spot = spots.first, spot.range.start < content.upperBound {
        spots.removeFirst()
        // A destination over two lines can only be an attribute of HTML; it is compared as text.
        guard spot.range.start >= position, spot.range.end <= content.upperBound else { continue }
        line += bytes[position..<spot.range.start]
        line.append(Self.mark)
        own.append(spot)
        position = spot.range.end
      }
      line += bytes[min(position, content.upperBound)..<content.upperBound]
      lines.append(Line(number: number, bytes: line, spots: own))
    }
    let isText = { (line: Line) in line.bytes.contains { $0 > 0x20 } }
    guard let first = lines.firstIndex(where: isText), let last = lines.lastIndex(where: isText)
    else {
      self.lines = []
      return
    }
    self.lines = Array(lines[first...last])
  }
}
