import SourceCore

/// Which lesson of a course's new state is which one of the old.
struct LessonMatching {
  enum Relation {
    /// The id is the same.
    case same
    /// The new lesson names the old id among its aliases.
    case aliased
    /// Only the content says that it is the same lesson.
    case renamed
  }

  struct Pair {
    let old: Int
    let new: Int
    let relation: Relation
  }

  /// Pairs in the order of the old lessons.
  let pairs: [Pair]
  /// Old lessons that nothing follows.
  let removed: [Int]
  /// New lessons that follow nothing.
  let added: [Int]

  /// How similar texts must be to count as one lesson that was renamed.
  private static let likeness = 0.6

  init(_ old: [LessonShape], _ new: [LessonShape]) {
    var byID: [String: Int] = [:]
    for (i, lesson) in new.enumerated().reversed() { byID[lesson.id] = i }
    var byAlias: [String: Int] = [:]
    for (i, lesson) in new.enumerated().reversed() {
      for alias in lesson.aliases { byAlias[alias] = i }
    }
    var found: [Int: Pair] = [:]
    var taken: Set<Int> = []
    for (i, lesson) in old.enumerated() {
      if let same = byID[lesson.id], taken.insert(same).inserted {
        found[i] = Pair(old: i, new: same, relation: .same)
      }
    }
    for (i, lesson) in old.enumerated() where found[i] == nil {
      if let alias = byAlias[lesson.id], taken.insert(alias).inserted {
        found[i] = Pair(old: i, new: alias, relation: .aliased)
      }
    }
    var byBlob: [ObjectID: Int] = [:]
    for (i, lesson) in new.enumerated().reversed() where !taken.contains(i) {
      byBlob[lesson.blob] = i
    }
    for (i, lesson) in old.enumerated() where found[i] == nil {
      if let moved = byBlob[lesson.blob], taken.insert(moved).inserted {
        found[i] = Pair(old: i, new: moved, relation: .renamed)
      }
    }
    Self.findSimilar(old, new, &found, &taken)
    pairs = old.indices.compactMap { found[$0] }
    removed = old.indices.filter { found[$0] == nil }
    added = new.indices.filter { !taken.contains($0) }
  }

  /// Most similar first; only lessons that are new are looked at, so the work stays small.
  private static func findSimilar(
    _ old: [LessonShape], _ new: [LessonShape], _ found: inout [Int: Pair], _ taken: inout Set<Int>
  ) {
    let lost = old.indices.filter { found[$0] == nil }
    let fresh = new.indices.filter { !taken.contains($0) }
    guard !lost.isEmpty, lost.count * fresh.count <= 10_000 else { return }
    let texts = fresh.map { Similarity(new[$0].bytes) }
    var scores: [(score: Double, old: Int, new: Int)] = []
    for i in lost {
      let text = Similarity(old[i].bytes)
      for (k, j) in fresh.enumerated() {
        let score = text.score(texts[k])
        if score >= likeness { scores.append((score, i, j)) }
      }
    }
    scores.sort { a, b in
      a.score != b.score ? a.score > b.score : (a.old, a.new) < (b.old, b.new)
    }
    for (_, i, j) in scores where found[i] == nil && !taken.contains(j) {
      found[i] = Pair(old: i, new: j, relation: .renamed)
      taken.insert(j)
    }
  }
}
