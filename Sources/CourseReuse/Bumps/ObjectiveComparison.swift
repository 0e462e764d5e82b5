import Framework
import SourceCore

/// Compares the objectives of two states of a course, wherever in it they stand.
struct ObjectiveComparison {
  private struct Place {
    let objective: LessonShape.Objective
    /// Index of the lesson; nil for the manifest.
    let lesson: Int?
  }

  private let old: [Place]
  private let new: [Place]
  private let oldLessons: [LessonShape]
  private let newLessons: [LessonShape]
  private let follower: [Int: Int]
  private let removedLessons: Set<Int>

  /// How many of their words two objectives must share to be one that was reworded.
  private static let likeness = 0.5

  init(_ old: CourseShape, _ new: CourseShape, _ matching: LessonMatching) {
    func places(_ course: CourseShape) -> [Place] {
      course.objectives.map { Place(objective: $0, lesson: nil) }
        + course.lessons.indices.flatMap { index in
          course.lessons[index].objectives.map { Place(objective: $0, lesson: index) }
        }
    }
    self.old = places(old)
    self.new = places(new)
    oldLessons = old.lessons
    newLessons = new.lessons
    follower = Dictionary(matching.pairs.map { ($0.old, $0.new) }) { first, _ in first }
    removedLessons = Set(matching.removed)
  }

  func changes() -> [CourseChange] {
    var found: [CourseChange] = []
    var taken: Set<Int> = []
    var partner: [Int: Int] = [:]
    match(&partner, &taken) { a, b in
      a.objective.id.map { $0 == b.objective.id } ?? false
    }
    match(&partner, &taken) { a, b in
      (a.objective.id == nil || b.objective.id == nil)
        && Self.words(a.objective.text) == Self.words(b.objective.text)
    }
    rewordedInPlace(&partner, &taken)
    for (i, place) in old.enumerated() {
      if let j = partner[i] {
        found += changes(place, new[j])
      } else if place.lesson.map({ !removedLessons.contains($0) }) ?? true {
        let lesson = place.lesson.map { oldLessons[$0].id }
        found.append(
          CourseChange(
            .objectiveRemoved, .major, lesson: lesson,
            "objective \(name(place.objective))\(of(lesson)) was removed"))
      }
    }
    for (j, place) in new.enumerated() where !taken.contains(j) {
      let lesson = place.lesson.map { newLessons[$0].id }
      // The objectives of a new lesson come with it.
      if let index = place.lesson, !follower.values.contains(index) { continue }
      found.append(
        CourseChange(
          .objectiveAdded, .minor, lesson: lesson,
          "objective \(name(place.objective)) is new\(of(lesson, "in"))"))
    }
    return found
  }

  /// Pairs what is equal: first within a lesson and its follower, then anywhere.
  private func match(
    _ partner: inout [Int: Int], _ taken: inout Set<Int>, by isSame: (Place, Place) -> Bool
  ) {
    guard old.count * new.count <= 4_000_000 else { return }
    for inPlace in [true, false] {
      for (i, a) in old.enumerated() where partner[i] == nil {
        for (j, b) in new.enumerated() where !taken.contains(j) {
          if inPlace, !stays(a, b) { continue }
          guard isSame(a, b) else { continue }
          partner[i] = j
          taken.insert(j)
          break
        }
      }
    }
  }

  private func stays(_ a: Place, _ b: Place) -> Bool {
    guard let lesson = a.lesson else { return b.lesson == nil }
    return follower[lesson].map { $0 == b.lesson } ?? false
  }

  /// An objective without an id that shares most of its words with one of the same lesson.
  private func rewordedInPlace(_ partner: inout [Int: Int], _ taken: inout Set<Int>) {
    guard old.count * new.count <= 4_000_000 else { return }
    var scores: [(score: Double, old: Int, new: Int)] = []
    for (i, a) in old.enumerated() where partner[i] == nil && a.objective.id == nil {
      let words = Set(Self.words(a.objective.text))
      for (j, b) in new.enumerated() where !taken.contains(j) && stays(a, b) {
        let others = Set(Self.words(b.objective.text))
        let all = words.union(others).count
        guard all > 0 else { continue }
        let score = Double(words.intersection(others).count) / Double(all)
        if score >= Self.likeness { scores.append((score, i, j)) }
      }
    }
    scores.sort { a, b in
      a.score != b.score ? a.score > b.score : (a.old, a.new) < (b.old, b.new)
    }
    for (_, i, j) in scores where partner[i] == nil && taken.insert(j).inserted { partner[i] = j }
  }

  private func changes(_ a: Place, _ b: Place) -> [CourseChange] {
    var found: [CourseChange] = []
    let lesson = b.lesson.map { newLessons[$0].id }
    let before = a.objective
    let after = b.objective
    if let from = before.bloom, let to = after.bloom, from != to {
      found.append(
        CourseChange(
          .bloomChanged, .major, lesson: lesson,
          "objective \(name(after))\(of(lesson)) asks to \(to.rawValue) instead of to "
            + from.rawValue))
    } else if Self.words(before.text) != Self.words(after.text) {
      let help =
        before.id == nil ? "give objectives an id (`{#id}`), so that they can be told" : nil
      found.append(
        CourseChange(
          .objectiveReworded, .minor, lesson: lesson,
          "objective \(name(before))\(of(lesson)) was reworded: \(after.text)", help: help))
    }
    if !stays(a, b) {
      found.append(
        CourseChange(
          .objectiveMoved, .patch, lesson: lesson,
          "objective \(name(after)) moved to \(lesson.map { "lesson `\($0)`" } ?? "the manifest")"))
    }
    return found
  }

  private func name(_ objective: LessonShape.Objective) -> String {
    objective.id.map { "`\($0)`" } ?? "\"\(WordList.line(objective.text))\""
  }

  private func of(_ lesson: String?, _ word: String = "of") -> String {
    lesson.map { " \(word == "in" ? "in" : "of") lesson `\($0)`" } ?? ""
  }

  /// Letters and digits of a text in lower case, without the punctuation around them.
  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }
}
