/// Finds out once which nodes of a graph lie in a circle, and which lie in one together.
///
/// Looking for a way back from every node would take the square of their number.
public struct Circles: Sendable {
  /// Numbers of the nodes that lie in a circle; those in one together have the same.
  private var groups: [String: Int] = [:]

  /// Follows all edges; the graph may be of any depth.
  public init(_ edges: [String: [String]]) {
    var number: [String: Int] = [:]
    var low: [String: Int] = [:]
    var open: [String] = []
    var isOpen: Set<String> = []
    for start in edges.keys where number[start] == nil {
      var path: [(node: String, next: Int)] = [(start, 0)]
      while let (node, next) = path.last {
        if next == 0 {
          number[node] = number.count
          low[node] = number[node]
          open.append(node)
          isOpen.insert(node)
        }
        let others = edges[node] ?? []
        if next < others.count {
          path[path.count - 1].next += 1
          let other = others[next]
          if number[other] == nil {
            path.append((other, 0))
          } else if isOpen.contains(other) {
            low[node] = min(low[node]!, number[other]!)
          }
          continue
        }
        path.removeLast()
        if let above = path.last?.node { low[above] = min(low[above]!, low[node]!) }
        guard low[node] == number[node] else { continue }
        var group: [String] = []
        while let last = open.popLast() {
          isOpen.remove(last)
          group.append(last)
          if last == node { break }
        }
        if group.count > 1 || others.contains(node) {
          for member in group { groups[member] = number[node] }
        }
      }
    }
  }

  /// Whether two nodes lie in one circle; of a node and itself, whether it lies in any.
  public func join(_ a: String, _ b: String) -> Bool {
    guard let group = groups[a] else { return false }
    return groups[b] == group
  }
}
