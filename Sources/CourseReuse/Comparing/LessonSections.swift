import CourseModel
import Markdown
import SourceCore

/// A lesson cut at its headings.
struct LessonSections {
  struct Section {
    /// The heading's text; empty before the first heading.
    let title: String
    /// 1 to 6; 0 before the first heading.
    let level: Int
    /// Line of the heading in the file, from 1.
    let line: Int
    /// The lines that say something, with links' destinations left out.
    let lines: [ComparableText.Line]
    /// Their hashes.
    let hashes: [UInt64]
  }

  let lesson: Lesson
  let sections: [Section]

  init(_ lesson: Lesson) {
    self.lesson = lesson
    let range = lesson.frontMatter.range
    let start = range.map { $0.isEmpty ? 0 : lesson.lines.line(at: $0.end - 1) + 1 } ?? 0
    let all = ComparableText(lesson, fromLine: start).lines.filter { line in
      line.bytes.contains { $0 > 0x20 }
    }
    var sections: [Section] = []
    var next = 0
    func cut(_ title: String, _ level: Int, _ line: Int, until end: Int) {
      var lines: [ComparableText.Line] = []
      while next < all.count, all[next].number < end {
        lines.append(all[next])
        next += 1
      }
      if title.isEmpty, lines.isEmpty { return }
      sections.append(
        Section(
          title: title, level: level, line: line + 1, lines: lines,
          hashes: lines.map { TextHash.of($0.bytes) }))
    }
    let starts = lesson.headings.map { lesson.lines.line(at: $0.range.start) }
    cut("", 0, start, until: starts.first ?? Int.max)
    for (i, heading) in lesson.headings.enumerated() {
      cut(
        heading.text, heading.level, starts[i],
        until: i + 1 < starts.count ? starts[i + 1] : Int.max)
    }
    self.sections = sections
  }

  /// A line of the file as text.
  func text(_ line: ComparableText.Line) -> String {
    let range = lesson.lines.contentRange(ofLine: line.number, in: lesson.text.bytes)
    return lesson.text.string(ByteRange(range.lowerBound, range.upperBound))
  }
}
