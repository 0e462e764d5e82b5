/// Many patterns of paths, of which a path is held only against those that may match it.
///
/// A pattern is found by the names that it begins with, else by the first name in it; one of
/// wildcards alone is held against every path.
struct GlobIndex: Sendable {
  /// The patterns that begin with some names, and those that go on with another name.
  private struct Node: Sendable {
    var patterns: [Int] = []
    var next: [[UInt8]: Int] = [:]
  }

  private let patterns: [GlobPattern]
  private var nodes = [Node()]
  private var byName: [[UInt8]: [Int]] = [:]
  private var others: [Int] = []

  init(_ patterns: [GlobPattern]) {
    self.patterns = patterns
    for (index, pattern) in patterns.enumerated() {
      for parts in pattern.alternatives { add(index, parts) }
    }
  }

  private mutating func add(_ index: Int, _ parts: [[UInt8]]) {
    var node = 0
    for part in parts.prefix(while: GlobPattern.isName) {
      if let next = nodes[node].next[part] {
        node = next
      } else {
        nodes[node].next[part] = nodes.count
        node = nodes.count
        nodes.append(Node())
      }
    }
    if node > 0 {
      nodes[node].patterns.append(index)
    } else if let name = parts.first(where: GlobPattern.isName) {
      byName[name, default: []].append(index)
    } else if others.last != index {
      others.append(index)
    }
  }

  /// The first pattern that matches a path and that `isWanted` takes.
  func first(matching path: [[UInt8]], where isWanted: (Int) -> Bool = { _ in true }) -> Int? {
    var named: [Int] = []
    var node = 0
    for part in path {
      guard let next = nodes[node].next[part] else { break }
      node = next
      named += nodes[node].patterns
    }
    if !byName.isEmpty {
      for part in Set(path) { named += byName[part] ?? [] }
    }
    named.sort()
    var (name, other) = (0, 0)
    var last: Int?
    while name < named.count || other < others.count {
      let index: Int
      if other == others.count || (name < named.count && named[name] < others[other]) {
        index = named[name]
        name += 1
      } else {
        index = others[other]
        other += 1
      }
      // One with braces may come several times.
      if index == last { continue }
      last = index
      if patterns[index].matches(path), isWanted(index) { return index }
    }
    return nil
  }
}
