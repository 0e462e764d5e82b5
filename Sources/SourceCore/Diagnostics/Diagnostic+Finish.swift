extension Diagnostic {
  /// Sorts diagnostics, keeps each once and counts those that only their order tells apart; call it
  /// once, on all of a run's diagnostics.
  public static func finish(_ diagnostics: inout [Diagnostic]) {
    var sorted: [Diagnostic] = []
    sorted.reserveCapacity(diagnostics.count)
    for group in groups(diagnostics) {
      let start = sorted.count
      for run in group { sorted += diagnostics[run] }
      if !isSorted(sorted[start...]) { sorted[start...].sort(by: precedes) }
      number(&sorted, from: start)
    }
    diagnostics = sorted
  }

  /// Neighbours that were packed together.
  static func runs(_ diagnostics: [Diagnostic]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for i in diagnostics.indices.dropFirst()
    where diagnostics[i].block !== diagnostics[i - 1].block {
      runs.append(start..<i)
      start = i
    }
    if start < diagnostics.count { runs.append(start..<diagnostics.count) }
    return runs
  }

  /// Neighbours of one file, put together file by file, in the order of paths.
  private static func groups(_ diagnostics: [Diagnostic]) -> [[Range<Int>]] {
    let runs = runs(diagnostics)
    let paths = runs.map { diagnostics[$0.lowerBound].block.path }
    let order = runs.indices.sorted { a, b in
      if paths[a] == paths[b] { return a < b }
      return paths[a].precedesBytewise(paths[b])
    }
    var groups: [[Range<Int>]] = []
    for (position, i) in order.enumerated() {
      if position > 0, paths[order[position - 1]] == paths[i] {
        groups[groups.count - 1].append(runs[i])
      } else {
        groups.append([runs[i]])
      }
    }
    return groups
  }

  private static func isSorted(_ diagnostics: ArraySlice<Diagnostic>) -> Bool {
    diagnostics.indices.dropFirst().allSatisfy { i in
      let (a, b) = (diagnostics[i - 1], diagnostics[i])
      // What was packed together is in order.
      return (a.block === b.block && a.index < b.index) || !precedes(b, a)
    }
  }

  /// Drops what is said twice behind `start`, where all are of one file, and counts the others.
  private static func number(_ diagnostics: inout [Diagnostic], from start: Int) {
    if diagnostics.count == start + 1 {
      diagnostics[start].ordinal = 0
      return
    }
    var seen: [UInt64: UInt32] = [:]
    var kept = start
    for i in start..<diagnostics.count {
      var diagnostic = diagnostics[i]
      diagnostic.ordinal = 0
      let key = diagnostic.record.key
      if kept > start {
        var last = diagnostics[kept - 1]
        last.ordinal = 0
        if last == diagnostic { continue }
      }
      diagnostic.ordinal = seen[key, default: 0]
      seen[key] = diagnostic.ordinal + 1
      diagnostics[kept] = diagnostic
      kept += 1
    }
    diagnostics.removeLast(diagnostics.count - kept)
  }

  /// The order of diagnostics in one file.
  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.cell != b.cell { return (a.cell ?? 0) < (b.cell ?? 0) }
    let (left, right) = (a.record, b.record)
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    if left.endLine != right.endLine { return left.endLine < right.endLine }
    if left.endColumn != right.endColumn { return left.endColumn < right.endColumn }
    if a.rule != b.rule { return a.rule.precedesBytewise(b.rule) }
    return a.message.precedesBytewise(b.message)
  }
}
