/// Which of several lessons that share their text was there first, and which one each copy is from.
struct CopyFamily {
  /// Two lessons that share their text.
  struct Edge: Hashable {
    let a: Int
    let b: Int
    /// Its place among the search's pairs; nil where the lessons say the same.
    let pair: Int?
  }

  /// Larger groups of equal lessons are only held against the oldest of them.
  private static let mostMembers = 16

  let lessons: ComparedLessons
  let outcome: CopySearch.Outcome
  /// When each lesson came to where it is.
  let since: [Int: Int64]
  /// For each course, how many lessons others declare of it, less how many it declares of others.
  let standing: [Int]
  /// Courses that have releases.
  let released: Set<Int>
  /// For each course, how often it has the older lesson, less how often the younger.
  private(set) var balance: [Int: Int] = [:]
  private(set) var edges: [Edge] = []
  private let groups: [Int: [Int]]

  init(
    _ lessons: ComparedLessons, _ outcome: CopySearch.Outcome, since: [Int: Int64],
    standing: [Int], released: Set<Int>
  ) {
    self.lessons = lessons
    self.outcome = outcome
    self.since = since
    self.standing = standing
    self.released = released
    var groups: [Int: [Int]] = [:]
    for group in outcome.same { groups[group[0]] = group }
    self.groups = groups
    connect()
    weigh()
  }

  /// The lessons that have to do with any other one, ascending.
  static func involved(in outcome: CopySearch.Outcome) -> [Int] {
    var found = Set(outcome.same.joined())
    for pair in outcome.pairs { found.formUnion([pair.a.lesson, pair.b.lesson]) }
    return found.sorted()
  }

  private mutating func connect() {
    for group in outcome.same { connect(group, group, nil) }
    for (i, pair) in outcome.pairs.enumerated() {
      connect(
        groups[pair.a.lesson] ?? [pair.a.lesson], groups[pair.b.lesson] ?? [pair.b.lesson], i)
    }
  }

  private mutating func connect(_ first: [Int], _ second: [Int], _ pair: Int?) {
    if first.count * second.count <= Self.mostMembers * Self.mostMembers {
      for a in first {
        for b in second where pair != nil || a < b {
          if lessons.areComparable(a, b) { edges.append(Edge(a: a, b: b, pair: pair)) }
        }
      }
      return
    }
    // With the oldest of the other group only, so that many copies do not become very many pairs.
    let (x, y) = (oldest(first), oldest(second))
    var made: Set<Edge> = []
    func add(_ a: Int, _ b: Int) {
      let isTurned = pair == nil && a > b
      made.insert(Edge(a: isTurned ? b : a, b: isTurned ? a : b, pair: pair))
    }
    for a in first {
      if let b = y.first(where: { lessons.areComparable(a, $0) }) { add(a, b) }
    }
    for b in second {
      if let a = x.first(where: { lessons.areComparable($0, b) }) { add(a, b) }
    }
    edges += made.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  /// The oldest lesson of a group, and those that stand in for it where that cannot be compared: the
  /// oldest of another course, the oldest of our own, and of ours in another course than that.
  private func oldest(_ group: [Int]) -> [Int] {
    let sorted = group.sorted(by: isOlder)
    let own = sorted.filter(lessons.isOwn)
    var found: [Int] = []
    for list in [sorted, own] {
      guard let first = list.first else { continue }
      found.append(first)
      if let other = list.first(where: { lessons.identity($0) != lessons.identity(first) }) {
        found.append(other)
      }
    }
    return found.sorted(by: isOlder)
  }

  private mutating func weigh() {
    for edge in edges {
      guard let a = since[edge.a], let b = since[edge.b], a != b else { continue }
      balance[Int(lessons.courses[edge.a]), default: 0] += a < b ? 1 : -1
      balance[Int(lessons.courses[edge.b]), default: 0] += b < a ? 1 : -1
    }
  }

  /// Whether a lesson was likely there before another one.
  func isOlder(_ a: Int, _ b: Int) -> Bool {
    for (x, y) in zip(signs(a), signs(b)) where x.value != y.value { return x.value < y.value }
    return a < b
  }

  /// Why a lesson is taken for the older one.
  func evidence(_ original: Int, _ copy: Int) -> CopySuggestion.Evidence {
    for (x, y) in zip(signs(original), signs(copy)) where x.value != y.value { return x.evidence }
    return .order
  }

  /// What speaks for a lesson as the original, the strongest first; the least value wins.
  private func signs(_ lesson: Int) -> [(evidence: CopySuggestion.Evidence, value: Int64)] {
    let course = Int(lessons.courses[lesson])
    return [
      (.older, since[lesson] ?? Int64.max), (.olderCourse, -Int64(balance[course] ?? 0)),
      (.upstream, -Int64(standing[course])), (.released, released.contains(course) ? 0 : 1),
      (.source, lessons.isOwn(lesson) ? 1 : 0),
    ]
  }

  /// For each copy its originals, the likeliest first, each with the edge and the original through
  /// which the copy has it, where there is such a one.
  func origins() -> [(copy: Int, original: Int, edge: Edge, through: Int?)] {
    var neighbours: [Int: [(lesson: Int, edge: Edge)]] = [:]
    for edge in edges {
      let isFirstOlder = isOlder(edge.a, edge.b)
      let (original, copy) = isFirstOlder ? (edge.a, edge.b) : (edge.b, edge.a)
      neighbours[copy, default: []].append((original, edge))
    }
    var related: Set<[Int]> = []
    for edge in edges { related.insert([min(edge.a, edge.b), max(edge.a, edge.b)]) }
    var found: [(copy: Int, original: Int, edge: Edge, through: Int?)] = []
    for copy in neighbours.keys.sorted() {
      let sorted = (neighbours[copy] ?? []).sorted { x, y in
        let (p, q) = (percent(x.edge), percent(y.edge))
        return p != q ? p > q : isOlder(x.lesson, y.lesson)
      }
      var direct: [Int] = []
      for (original, edge) in sorted {
        let through = direct.first {
          related.contains([min($0, original), max($0, original)])
        }
        if through == nil { direct.append(original) }
        found.append((copy, original, edge, through))
      }
    }
    return found
  }

  private func percent(_ edge: Edge) -> Int {
    guard let pair = edge.pair else { return 100 }
    return Int(outcome.pairs[pair].containment * 100)
  }
}
