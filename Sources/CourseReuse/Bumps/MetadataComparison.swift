import CourseModel
import Identifiers
import SourceCore

/// Compares what two states of a course say of themselves.
struct MetadataComparison {
  private let old: CourseShape
  private let new: CourseShape

  init(_ old: CourseShape, _ new: CourseShape) {
    self.old = old
    self.new = new
  }

  func changes() -> [CourseChange] {
    var found = prerequisites()
    let (before, after) = (old.metadata, new.metadata)
    if let change = Self.level(before.level, after.level, of: "the course", lesson: nil) {
      found.append(change)
    }
    for language in old.languages.subtracting(new.languages).sorted() {
      found.append(
        CourseChange(.languageDropped, .major, "nothing is in the language `\(language)` any more"))
    }
    for language in new.languages.subtracting(old.languages).sorted() {
      found.append(
        CourseChange(.languageAdded, .minor, "there are lessons in the language `\(language)`"))
    }
    for (name, a, b) in [
      ("the licence", before.license?.value, after.license?.value),
      ("the licence of code", before.codeLicense?.value, after.codeLicense?.value),
    ] {
      let change = LicenceBreadth.change(from: a, to: b)
      if change != .same { found.append(Self.licence(change, name, a, b, lesson: nil)) }
    }
    return found
  }

  /// The change of a licence, `change` being another than the same.
  static func licence(
    _ change: LicenceBreadth.Change, _ name: String, _ old: String?, _ new: String?, lesson: String?
  ) -> CourseChange {
    let what =
      switch (old, new) {
      case (let old?, let new?): "\(name) is \(new) instead of \(old)"
      case (nil, let new?): "\(name) is given as \(new)"
      case (let old?, nil): "\(name), \(old), is no longer given"
      case (nil, nil): name
      }
    let caveat = "this compares licences by what they are known for, and is not legal advice"
    switch change {
    case .wider:
      return CourseChange(
        .licenceWidened, .minor, lesson: lesson, "\(what), which permits more", help: caveat)
    case .same, .other:
      return CourseChange(.licenceChanged, .patch, lesson: lesson, what)
    case .narrower:
      return CourseChange(
        .licenceNarrowed, .major, lesson: lesson, "\(what), which permits less", help: caveat)
    case .unknown:
      return CourseChange(
        .licenceNarrowed, .major, lesson: lesson, "\(what), which cannot be compared", help: caveat)
    }
  }

  /// The change of a level; nil where it is the same or one is not given.
  static func level(
    _ old: String?, _ new: String?, of what: String, lesson: String?
  ) -> CourseChange? {
    let levels = ["basic", "intermediate", "advanced"]
    guard let old, let new, let from = levels.firstIndex(of: old),
      let to = levels.firstIndex(of: new), from != to
    else { return nil }
    return CourseChange(
      to > from ? .levelRaised : .levelLowered, to > from ? .major : .patch, lesson: lesson,
      "the level of \(what) is \(new) instead of \(old)")
  }

  // MARK: - Prerequisites

  private func prerequisites() -> [CourseChange] {
    var found: [CourseChange] = []
    let before = old.metadata.prerequisites
    var courses: [String: Prerequisite] = [:]
    for prerequisite in before.reversed() {
      if let course = prerequisite.course?.value { courses[course] = prerequisite }
    }
    let texts = Set(before.compactMap(\.text))
    for prerequisite in new.metadata.prerequisites {
      if let course = prerequisite.course?.value {
        guard let earlier = courses[course] else {
          found.append(
            CourseChange(.prerequisiteAdded, .major, "the course `\(course)` is a new prerequisite")
          )
          continue
        }
        found += range(course, earlier.version?.value ?? "*", prerequisite.version?.value ?? "*")
      } else if let text = prerequisite.text {
        let isKnown =
          texts.contains(text)
          || texts.count <= 100 && texts.contains { Self.isSame($0, text) }
        if isKnown { continue }
        found.append(
          CourseChange(
            .prerequisiteAdded, .major, "a prerequisite is new: \(WordList.line(text))"))
      }
    }
    return found
  }

  private func range(_ course: String, _ old: String, _ new: String) -> [CourseChange] {
    guard old != new, let before = VersionRange(old), let after = VersionRange(new) else {
      return []
    }
    let low = before.lowest ?? SemVer(0, 0, 0)
    let now = after.lowest ?? SemVer(0, 0, 0)
    let order = now.precedence(to: low)
    if order == 0 { return [] }
    return [
      CourseChange(
        order > 0 ? .prerequisiteRaised : .prerequisiteLowered, order > 0 ? .major : .patch,
        "the prerequisite `\(course)` is \(new) instead of \(old)")
    ]
  }

  /// Whether two descriptions share at least half of their words.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    func words(_ text: String) -> Set<String> {
      Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
    }
    let (x, y) = (words(a), words(b))
    let all = x.union(y).count
    return all == 0 || 2 * x.intersection(y).count >= all
  }
}
