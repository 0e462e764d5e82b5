/// How one sequence becomes another, by their elements' hashes.
enum LineDifference {
  enum Step: Hashable {
    /// Element `old` stays as element `new`.
    case same(old: Int, new: Int)
    case removed(Int)
    case added(Int)
  }

  /// More cells than this are not filled; what is left is then anchored at elements that are unique.
  private static let cellLimit = 4_000_000

  /// The steps, in order; removals before additions.
  static func steps(from old: [UInt64], to new: [UInt64]) -> [Step] {
    var steps: [Step] = []
    run(old, 0..<old.count, new, 0..<new.count, &steps, mayAnchor: true)
    return steps
  }

  private static func run(
    _ a: [UInt64], _ whole: Range<Int>, _ b: [UInt64], _ other: Range<Int>, _ steps: inout [Step],
    mayAnchor: Bool
  ) {
    var (i, j) = (whole.lowerBound, other.lowerBound)
    while i < whole.upperBound, j < other.upperBound, a[i] == b[j] {
      steps.append(.same(old: i, new: j))
      (i, j) = (i + 1, j + 1)
    }
    var (endA, endB) = (whole.upperBound, other.upperBound)
    while endA > i, endB > j, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
    let (n, m) = (endA - i, endB - j)
    if n == 0 || m == 0 || n <= cellLimit / m {
      fill(a, i..<endA, b, j..<endB, &steps)
    } else if mayAnchor {
      anchored(a, i..<endA, b, j..<endB, &steps)
    } else {
      steps += (i..<endA).map { .removed($0) } + (j..<endB).map { .added($0) }
    }
    for k in 0..<(whole.upperBound - endA) { steps.append(.same(old: endA + k, new: endB + k)) }
  }

  /// The longest common subsequence, by a table.
  private static func fill(
    _ a: [UInt64], _ x: Range<Int>, _ b: [UInt64], _ y: Range<Int>, _ steps: inout [Step]
  ) {
    let (n, m) = (x.count, y.count)
    if n == 0 || m == 0 {
      steps += x.map { .removed($0) } + y.map { .added($0) }
      return
    }
    let width = m + 1
    var table = [Int32](repeating: 0, count: (n + 1) * width)
    var i = n - 1
    while i >= 0 {
      var j = m - 1
      while j >= 0 {
        table[i * width + j] =
          a[x.lowerBound + i] == b[y.lowerBound + j]
          ? table[(i + 1) * width + j + 1] + 1
          : max(table[(i + 1) * width + j], table[i * width + j + 1])
        j -= 1
      }
      i -= 1
    }
    var (p, q) = (0, 0)
    var added: [Step] = []
    while p < n || q < m {
      if p < n, q < m, a[x.lowerBound + p] == b[y.lowerBound + q] {
        steps += added
        added = []
        steps.append(.same(old: x.lowerBound + p, new: y.lowerBound + q))
        (p, q) = (p + 1, q + 1)
      } else if q == m || p < n && table[(p + 1) * width + q] >= table[p * width + q + 1] {
        steps.append(.removed(x.lowerBound + p))
        p += 1
      } else {
        added.append(.added(y.lowerBound + q))
        q += 1
      }
    }
    steps += added
  }

  /// Divides at elements that occur once on either side and keep their order.
  private static func anchored(
    _ a: [UInt64], _ x: Range<Int>, _ b: [UInt64], _ y: Range<Int>, _ steps: inout [Step]
  ) {
    func unique(_ list: [UInt64], _ range: Range<Int>) -> [UInt64: Int] {
      var places: [UInt64: Int] = [:]
      for k in range { places[list[k]] = places[list[k]] == nil ? k : -1 }
      return places.filter { $0.value >= 0 }
    }
    let there = unique(b, y)
    let pairs = unique(a, x).compactMap { key, i in there[key].map { (i, $0) } }
      .sorted { $0.0 < $1.0 }
    var (i, j) = (x.lowerBound, y.lowerBound)
    for (p, q) in rising(pairs) {
      run(a, i..<p, b, j..<q, &steps, mayAnchor: false)
      steps.append(.same(old: p, new: q))
      (i, j) = (p + 1, q + 1)
    }
    run(a, i..<x.upperBound, b, j..<y.upperBound, &steps, mayAnchor: false)
  }

  /// The longest part of the pairs whose second numbers rise.
  private static func rising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for k in pairs.indices {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].1 < pairs[k].1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[k] = tails[low - 1] }
      if low == tails.count { tails.append(k) } else { tails[low] = k }
    }
    var result: [(Int, Int)] = []
    var k = tails.last ?? -1
    while k >= 0 {
      result.append(pairs[k])
      k = before[k]
    }
    return result.reversed()
  }
}
