import SourceCore

/// Compares the places that links of others may name.
struct AnchorComparison {
  private let old: CourseShape
  private let new: CourseShape
  private let matching: LessonMatching

  init(_ old: CourseShape, _ new: CourseShape, _ matching: LessonMatching) {
    self.old = old
    self.new = new
    self.matching = matching
  }

  func changes() -> [CourseChange] {
    var found: [CourseChange] = []
    var lessonsByAnchor: [String: String] = [:]
    for lesson in new.lessons.reversed() {
      for anchor in lesson.explicitAnchors { lessonsByAnchor[anchor] = lesson.id }
    }
    for pair in matching.pairs {
      let (before, after) = (old.lessons[pair.old], new.lessons[pair.new])
      let there = after.explicitAnchors.union(after.headingAnchors)
      for anchor in before.explicitAnchors.subtracting(there).sorted() {
        if let other = lessonsByAnchor[anchor] {
          found.append(
            CourseChange(
              .anchorMoved, .major, lesson: after.id,
              "anchor `#\(anchor)` moved from lesson `\(after.id)` to `\(other)`",
              help: "leave the anchor where it was, for example as `[]{#\(anchor)}`"))
        } else {
          found.append(
            CourseChange(
              .anchorRemoved, .major, lesson: after.id,
              "anchor `#\(anchor)` of lesson `\(after.id)` was removed",
              help: "put `{#\(anchor)}` at what stands there now"))
        }
      }
      found += headings(before, after, there)
    }
    return found
  }

  private func headings(
    _ before: LessonShape, _ after: LessonShape, _ there: Set<String>
  ) -> [CourseChange] {
    let lost = before.headingAnchors.filter { !there.contains($0) }
    guard !lost.isEmpty else { return [] }
    let earlier = Set(before.headingAnchors)
    let gained = after.headingAnchors.filter { !earlier.contains($0) }
    let list = lost.count == 1 ? "`#\(lost[0])`" : WordList.quoted(lost.map { "#" + $0 })
    let now = lost.count == 1 && gained.count == 1 ? ", now `#\(gained[0])`" : ""
    return [
      CourseChange(
        .anchorChanged, .minor, lesson: after.id,
        "the heading\(lost.count == 1 ? "" : "s") \(list) of lesson `\(after.id)` "
          + "\(lost.count == 1 ? "has" : "have") another anchor or "
          + "\(lost.count == 1 ? "is" : "are") gone\(now)",
        help: lost.count == 1 ? "write `{#\(lost[0])}` behind the heading to keep it" : nil)
    ]
  }
}
