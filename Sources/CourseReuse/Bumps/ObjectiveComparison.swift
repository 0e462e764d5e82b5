import Framework
import SourceCore

/// Compares the objectives of two states of a course, wherever in it they stand.
struct ObjectiveComparison {
  private struct Place {
    let objective: LessonShape.Objective
    /// Index of the lesson; nil for the manifest.
    let lesson: Int?
    /// Its words, in lower case and without punctuation.
    let words: [String]

    init(_ objective: LessonShape.Objective, lesson: Int?) {
      self.objective = objective
      self.lesson = lesson
      words = ObjectiveComparison.words(objective.text)
    }
  }

  private let old: [Place]
  private let new: [Place]
  private let oldLessons: [LessonShape]
  private let newLessons: [LessonShape]
  private let follower: [Int: Int]
  private let removedLessons: Set<Int>

  /// How many of their words two objectives must share to be one that was reworded.
  private static let likeness = 0.5
  /// How many objectives of one lesson, or with one text, are looked at for each other one.
  private static let equalLimit = 200

  init(_ old: CourseShape, _ new: CourseShape, _ matching: LessonMatching) {
    func places(_ course: CourseShape) -> [Place] {
      course.objectives.map { Place($0, lesson: nil) }
        + course.lessons.indices.flatMap { index in
          course.lessons[index].objectives.map { Place($0, lesson: index) }
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
    match(&partner, &taken) { $0.objective.id.map { "#" + $0 } }
    match(&partner, &taken) { $0.words.joined(separator: " ") }
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
    let followers = Set(follower.values)
    for (j, place) in new.enumerated() where !taken.contains(j) {
      let lesson = place.lesson.map { newLessons[$0].id }
      // The objectives of a new lesson come with it.
      if let index = place.lesson, !followers.contains(index) { continue }
      found.append(
        CourseChange(
          .objectiveAdded, .minor, lesson: lesson,
          "objective \(name(place.objective)) is new\(of(lesson, "in"))"))
    }
    return found
  }

  /// Pairs what has one key: first within a lesson and its follower, then anywhere.
  private func match(
    _ partner: inout [Int: Int], _ taken: inout Set<Int>, by key: (Place) -> String?
  ) {
    var candidates: [String: [Int]] = [:]
    for (j, place) in new.enumerated() where !taken.contains(j) {
      if let key = key(place) { candidates[key, default: []].append(j) }
    }
    for inPlace in [true, false] {
      for (i, place) in old.enumerated() where partner[i] == nil {
        guard let key = key(place), let found = candidates[key] else { continue }
        let match = found.prefix(Self.equalLimit).first { j in
          !taken.contains(j) && (!inPlace || stays(place, new[j])) && isSame(place, new[j])
        }
        guard let match else { continue }
        partner[i] = match
        taken.insert(match)
        candidates[key]?.removeAll { $0 == match }
      }
    }
  }

  /// Two objectives with different ids are two, whatever they say.
  private func isSame(_ a: Place, _ b: Place) -> Bool {
    guard let x = a.objective.id, let y = b.objective.id else { return true }
    return x == y
  }

  private func stays(_ a: Place, _ b: Place) -> Bool {
    guard let lesson = a.lesson else { return b.lesson == nil }
    return follower[lesson].map { $0 == b.lesson } ?? false
  }

  /// An objective without an id that shares most of its words with one of the same lesson.
  private func rewordedInPlace(_ partner: inout [Int: Int], _ taken: inout Set<Int>) {
    var scores: [(score: Double, old: Int, new: Int)] = []
    var free: [Int: [Int]] = [:]
    for (j, place) in new.enumerated() where !taken.contains(j) {
      free[place.lesson ?? -1, default: []].append(j)
    }
    for (i, a) in old.enumerated() where partner[i] == nil && a.objective.id == nil {
      guard let lesson = a.lesson.map({ follower[$0] }) ?? -1 else { continue }
      let words = Set(a.words)
      for j in (free[lesson] ?? []).prefix(Self.equalLimit) {
        let others = Set(new[j].words)
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
    } else if a.words != b.words {
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
