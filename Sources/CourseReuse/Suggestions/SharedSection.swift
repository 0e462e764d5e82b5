import CourseModel
import SourceCore

/// A section of a lesson of which much stands in another lesson.
public struct SharedSection: Sendable, Hashable {
  /// Its heading; empty for what stands before the first one.
  public let title: String
  /// Its first and last line in the file, from 1.
  public let lines: ClosedRange<Int>
  /// Its words, without boilerplate.
  public let words: Int
  /// Those of them that stand in the other lesson.
  public let shared: Int

  /// The share of it that stands in the other lesson, 0 to 1.
  public var containment: Double { words == 0 ? 0 : Double(shared) / Double(words) }

  /// Shortest section that is told of, in words.
  static let shortest = 20

  /// The sections of a lesson of which at least a share stands in the other one.
  static func find(
    in lesson: Lesson, _ words: LessonWords, _ side: LessonOverlap.Side, least: Double
  ) -> [SharedSection] {
    var found: [SharedSection] = []
    var word = 0
    let first = lesson.frontMatter.range?.end ?? 0
    var starts = [(title: "", start: first)]
    starts += lesson.headings.map { ($0.text, $0.range.start) }
    for (i, section) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1].start : lesson.text.bytes.count
      var (count, shared, last) = (0, 0, section.start)
      while word < words.count, Int(words.starts[word]) < end {
        if side.counts[word] { count += 1 }
        if side.isShared[word] { shared += 1 }
        last = Int(words.starts[word])
        word += 1
      }
      guard count >= shortest, Double(shared) >= least * Double(count) else { continue }
      let line = lesson.lines.line(at: section.start) + 1
      found.append(
        SharedSection(
          title: section.title, lines: line...max(line, lesson.lines.line(at: last) + 1),
          words: count, shared: shared))
    }
    return found
  }
}
