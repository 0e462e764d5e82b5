/// Finds what somebody meant who mistyped a name.
public enum NearMatch {
  /// The candidate with the fewest typing errors; nil where none is near enough.
  ///
  /// One error in three letters is near, as in rustc; of equally near ones the first counts. A
  /// difference of case alone is no error.
  public static func best(for word: String, among candidates: some Sequence<String>) -> String? {
    let own = folded(word)
    guard var limit = limit(own) else { return nil }
    var best: String?
    for candidate in candidates {
      // Most are much shorter or longer, which can be seen without taking them apart.
      let length = candidate.utf8.count
      if length < own.count - limit { continue }
      if length > own.count + limit, candidate.utf8.allSatisfy({ $0 < 0x80 }) { continue }
      let other = folded(candidate)
      guard abs(other.count - own.count) <= limit else { continue }
      let errors = distance(own, other, limit: limit)
      guard errors <= limit else { continue }
      best = candidate
      if errors == 0 { break }
      limit = errors - 1
    }
    return best
  }

  /// How many errors are few enough; nil for a word that nothing is near to.
  static func limit(_ word: [Unicode.Scalar]) -> Int? {
    guard !word.isEmpty, word.count <= 64 else { return nil }
    return word.count == 1 ? 0 : max(1, word.count / 3)
  }

  static func folded(_ word: String) -> [Unicode.Scalar] {
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      return word.utf8.map { byte in
        Unicode.Scalar(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    return Array(word.lowercased().unicodeScalars)
  }

  /// Damerau–Levenshtein distance (optimal string alignment): letters inserted, left out, replaced
  /// or swapped with their neighbour.
  public static func distance(_ a: String, _ b: String) -> Int {
    distance(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  /// The distance; where it is above `limit`, some number above it.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int = .max) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = Array(repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
      row[0] = i
      var least = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
        least = min(least, row[j])
      }
      // A swap may start from the row before this one, and costs one.
      if least > limit, (last.min() ?? 0) >= limit { return least }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }
}
