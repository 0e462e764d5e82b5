import CourseModel
import CourseReuse
import SourceCore

/// What one course seems to have from another one.
struct SuggestionBlock {
  /// The suggestions, in the order of the copy's lessons.
  var suggestions: [CopySuggestion]

  /// The course of the copies, as a place among members and sources.
  var copy: Int { suggestions[0].copy.member }
  /// The course of the originals.
  var original: Int { suggestions[0].original.member }

  /// The suggestions by the pair of courses, in their order.
  static func all(_ suggestions: [CopySuggestion]) -> [SuggestionBlock] {
    var blocks: [SuggestionBlock] = []
    for suggestion in suggestions {
      if let last = blocks.last, last.copy == suggestion.copy.member,
        last.original == suggestion.original.member
      {
        blocks[blocks.count - 1].suggestions.append(suggestion)
      } else {
        blocks.append(SuggestionBlock(suggestions: [suggestion]))
      }
    }
    return blocks
  }

  /// Whether so many lessons are from there that the course looks like a fork.
  func isFork(ofLessons count: Int) -> Bool {
    suggestions.count >= 3 && suggestions.count * 2 >= count
  }

  /// The entries that would declare them, apart from what others explain: one for each kind, and
  /// more where a lesson was copied more than once, because it can be named only once in an entry.
  func entries(course: String) -> [[String]] {
    var entries: [[String]] = []
    for kind in ReuseDeclaration.Kind.allCases {
      var left = suggestions.filter { $0.kind == kind && $0.through == nil }
      while !left.isEmpty {
        var taken: Set<String> = []
        let own = left.filter { taken.insert($0.original.lesson).inserted }
        taken = []
        left = left.filter { !taken.insert($0.original.lesson).inserted }
        entries.append(
          ReuseEntry.lines(
            course: course, release: own.compactMap(\.release).max(), kind: kind,
            lessons: own.map { ($0.original.lesson, $0.copy.lesson) }))
      }
    }
    return entries
  }
}
