/// Names that a mistyped one may stand for.
enum NearNames {
  /// At most three names: those that differ in little, and those that end in the name after a `/`.
  static func of(_ name: String, among names: [String]) -> [String] {
    let wanted = Array(name.utf8)
    let limit = max(1, min(3, wanted.count / 3))
    var near: [(distance: Int, name: String)] = []
    for other in Set(names) {
      if other.hasSuffix("/" + name) {
        near.append((0, other))
        continue
      }
      let bytes = Array(other.utf8)
      guard abs(bytes.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, bytes)
      if distance <= limit { near.append((distance, other)) }
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Bytes to insert, remove, replace or swap with their neighbour.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
