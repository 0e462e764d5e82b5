import CourseModel
import Identifiers
import SourceCore

/// Compares two states of a course by the table of what a version number promises.
struct CourseComparison {
  let old: CourseShape
  let new: CourseShape
  let limits: TimeLimits
  let matching: LessonMatching

  init(_ old: CourseShape, _ new: CourseShape, limits: TimeLimits) {
    self.old = old
    self.new = new
    self.limits = limits
    matching = LessonMatching(old.lessons, new.lessons)
  }

  /// All changes, those that weigh most first, and in the course's order among equals.
  func changes() -> [CourseChange] {
    var found: [CourseChange] = []
    found += lessons()
    found += ObjectiveComparison(old, new, matching).changes()
    found += MetadataComparison(old, new).changes()
    found += AnchorComparison(old, new, matching).changes()
    found += assets()
    found += times()
    let told = Set(found.compactMap(\.lesson))
    for pair in matching.pairs {
      found += pages(old.lessons[pair.old], new.lessons[pair.new], told)
    }
    return Bump.allCases.reversed().flatMap { bump in found.filter { $0.bump == bump } }
  }

  // MARK: - Lessons

  private func lessons() -> [CourseChange] {
    var found: [CourseChange] = []
    for index in matching.removed {
      let id = old.lessons[index].id
      found.append(
        CourseChange(
          .lessonRemoved, .major, lesson: id, "lesson `\(id)` was removed",
          help: "keep it and write `lifecycle: deprecated` in its front matter"))
    }
    for pair in matching.pairs {
      let (before, after) = (old.lessons[pair.old], new.lessons[pair.new])
      switch pair.relation {
      case .renamed:
        found.append(
          CourseChange(
            .lessonRenamed, .major, lesson: before.id, previousLesson: before.id,
            "lesson `\(before.id)` was renamed to `\(after.id)` without an alias",
            help: "write `aliases: [\(before.id)]` at `\(after.id)` in the manifest's `lessons`"))
      case .aliased:
        found.append(
          CourseChange(
            .lessonRenamed, .patch, lesson: after.id, previousLesson: before.id,
            "lesson `\(before.id)` is called `\(after.id)` now, and keeps its old id as an alias"))
      case .same where before.path != after.path:
        found.append(
          CourseChange(
            .lessonMoved, .patch, lesson: after.id,
            "lesson `\(after.id)` moved from \(before.path) to \(after.path)"))
      case .same: break
      }
      if after.isDeprecated, !before.isDeprecated {
        found.append(
          CourseChange(
            .lessonDeprecated, .minor, lesson: after.id, "lesson `\(after.id)` is deprecated"))
      }
    }
    for index in matching.added {
      let lesson = new.lessons[index]
      found.append(
        CourseChange(.lessonAdded, .minor, lesson: lesson.id, "lesson `\(lesson.id)` is new"))
    }
    let order = matching.pairs.map(\.new)
    if order != order.sorted() {
      let ids = order.sorted().map { new.lessons[$0].id }
      found.append(
        CourseChange(
          .orderChanged, .minor, "the lessons come in another order: \(WordList.joined(ids))"))
    }
    return found
  }

  // MARK: - Pages

  private func pages(
    _ before: LessonShape, _ after: LessonShape, _ told: Set<String>
  ) -> [CourseChange] {
    var found = exercises(before, after) + durations(before, after) + quizzes(before, after)
    switch LicenceBreadth.change(from: before.license, to: after.license) {
    case .same: break
    case let change:
      found.append(
        MetadataComparison.licence(
          change, "the licence of lesson `\(after.id)`", before.license, after.license,
          lesson: after.id))
    }
    if let change = MetadataComparison.level(
      before.level, after.level, of: "lesson `\(after.id)`", lesson: after.id)
    {
      found.append(change)
    }
    let isToldOf = told.contains(after.id) || told.contains(before.id)
    if before.blob != after.blob, !isToldOf, found.isEmpty {
      found.append(
        CourseChange(
          .lessonText, .patch, lesson: after.id, "the text of lesson `\(after.id)` changed"))
    }
    return found
  }

  private func exercises(_ before: LessonShape, _ after: LessonShape) -> [CourseChange] {
    var counts: [String: Int] = [:]
    for name in before.exercises { counts[name, default: 0] += 1 }
    var added: [String] = []
    for name in after.exercises {
      if let left = counts[name], left > 0 { counts[name] = left - 1 } else { added.append(name) }
    }
    let removed = counts.values.reduce(0, +)
    // As many more as there are; the others were rewritten.
    let more = after.exercises.count - before.exercises.count
    if more > 0 {
      let names = added.suffix(more).filter { $0.utf8.count < 80 && !$0.contains("\n") }
      let which = names.isEmpty ? "" : ": \(WordList.joined(names))"
      return [
        CourseChange(
          .exerciseAdded, .minor, lesson: after.id,
          "lesson `\(after.id)` has \(more) more exercise\(more == 1 ? "" : "s")\(which)")
      ]
    }
    guard removed > added.count else { return [] }
    let fewer = removed - added.count
    return [
      CourseChange(
        .exerciseRemoved, .patch, lesson: after.id,
        "lesson `\(after.id)` has \(fewer) exercise\(fewer == 1 ? "" : "s") less")
    ]
  }

  private func durations(_ before: LessonShape, _ after: LessonShape) -> [CourseChange] {
    guard before.minutes != after.minutes else { return [] }
    return [
      CourseChange(
        .durationChanged, .patch, lesson: after.id,
        "lesson `\(after.id)` takes \(after.time) minutes instead of \(before.time)")
    ]
  }

  private func quizzes(_ before: LessonShape, _ after: LessonShape) -> [CourseChange] {
    var byOptions: [[String]: [[String]]] = [:]
    for question in before.questions.reversed() {
      byOptions[question.options.sorted(), default: []].append(question.right)
    }
    var rewritten = 0
    var corrected = 0
    for question in after.questions {
      let key = question.options.sorted()
      guard var known = byOptions[key], !known.isEmpty else {
        rewritten += 1
        continue
      }
      if known.removeLast() != question.right { corrected += 1 }
      byOptions[key] = known
    }
    var found: [CourseChange] = []
    if corrected > 0 {
      found.append(
        CourseChange(
          .quizChanged, .patch, lesson: after.id,
          "the right answer of \(corrected) quiz question\(corrected == 1 ? "" : "s") in lesson "
            + "`\(after.id)` changed"))
    }
    // Questions that are more than there were came with new exercises.
    rewritten -= max(0, after.questions.count - before.questions.count)
    if rewritten > 0 {
      found.append(
        CourseChange(
          .quizChanged, .patch, lesson: after.id,
          "\(rewritten) quiz question\(rewritten == 1 ? "" : "s") in lesson `\(after.id)` "
            + "\(rewritten == 1 ? "has" : "have") other options"))
    }
    return found
  }

  // MARK: - Assets

  private func assets() -> [CourseChange] {
    var found: [CourseChange] = []
    for (path, blob) in old.assets.sorted(by: { $0.key < $1.key }) {
      if let now = new.assets[path] {
        if now != blob {
          found.append(CourseChange(.assetChanged, .patch, "the file \(path) changed"))
        }
        continue
      }
      if new.files.contains(path) { continue }
      if let moved = new.filesByContent[blob] {
        found.append(
          CourseChange(
            .assetMoved, .major,
            "the file \(path), which others can reach, moved to \(moved)",
            help: "keep a copy at the old place"))
      } else {
        found.append(
          CourseChange(
            .assetRemoved, .major, "the file \(path), which others can reach, was removed",
            help: "keep it, even where no lesson shows it any more"))
      }
    }
    let before = Set(old.files)
    for path in new.assets.keys.sorted() where !before.contains(path) {
      found.append(CourseChange(.assetAdded, .patch, "the file \(path) is new"))
    }
    return found
  }

  // MARK: - Time

  private func times() -> [CourseChange] {
    let (before, after) = (old.time, new.time)
    guard before > 0, after > before else { return [] }
    let (percent, overflow) = (after - before).multipliedReportingOverflow(by: 100)
    let growth = overflow ? Int.max : percent / before
    let bump: Bump = growth >= limits.major ? .major : growth >= limits.minor ? .minor : .patch
    if bump == .patch { return [] }
    return [
      CourseChange(
        .timeChanged, bump,
        "the course takes \(after) minutes instead of \(before), \(growth) % more")
    ]
  }
}
