import CourseModel
import Markdown

/// What of a lesson a translation keeps: the row of its headings, divs and tables, and its programs.
struct LessonStructure {
  private let parts: [UInt64: Int]
  /// How many parts it has.
  let count: Int

  init(_ lesson: Lesson) {
    var parts: [UInt64: Int] = [:]
    var count = 0
    for block in LessonBlocks(lesson).blocks {
      switch block.kind {
      case .heading, .div, .table, .codeBlock: break
      default: continue
      }
      parts[block.program.map { $0 &* 31 } ?? block.shape, default: 0] += 1
      count += 1
    }
    for image in lesson.images.indices { parts[UInt64(image) &+ 1_000_003, default: 0] += 1 }
    self.parts = parts
    self.count = count + lesson.images.count
  }

  /// 0 (nothing in common) to 1 (the same parts).
  func likeness(_ other: LessonStructure) -> Double {
    guard count + other.count > 0 else { return 0 }
    var shared = 0
    for (part, times) in parts { shared += min(times, other.parts[part] ?? 0) }
    return Double(2 * shared) / Double(count + other.count)
  }
}
