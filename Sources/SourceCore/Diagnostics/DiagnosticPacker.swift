/// Gathers what is found in one file, in whatever order, and packs it in the order of the file.
public struct DiagnosticPacker {
  /// A finding that has not been packed yet.
  private struct Pending {
    var finding: Finding
    let rule: RuleInfo
    let severity: Severity
  }

  private let path: String
  private let text: SourceText
  private let lines: LineIndex
  private let needs: DiagnosticNeeds
  private var pending: [Pending] = []
  /// Where those of `pending` are, once all are there; nil for the file as a whole.
  private var spots: [PlaceResolver.Spot?] = []

  private var tallies = FindingTallies()

  /// Findings in one block: its texts stay far below what 32 bits can address.
  private static let perBlock = 1 << 16

  /// Prepares to gather what is found in a text that is reported under `path`.
  public init(
    _ text: SourceText, lines: LineIndex, path: String, needs: DiagnosticNeeds = .all
  ) {
    self.text = text
    self.lines = lines
    self.path = path
    self.needs = needs
  }

  /// Whether what a rule finds at a place is to be added; if not, it has been counted. A rule that asks
  /// finds nothing twice.
  public mutating func isTold(_ range: ByteRange, rule: RuleInfo, severity: Severity) -> Bool {
    needs.findings == .max || tallies.isTold(range, of: rule, severity, first: needs.findings)
  }

  /// Adds a finding.
  public mutating func add(_ finding: Finding, rule: RuleInfo, severity: Severity) {
    if needs.findings != .max, !tallies.keeps(finding, of: rule, severity, first: needs.findings) {
      return
    }
    var finding = finding
    if !needs.edits, let fix = finding.fix {
      finding.fix = Fix(title: fix.title, edits: [], applicability: fix.applicability)
    }
    pending.append(Pending(finding: finding, rule: rule, severity: severity))
  }

  /// What was found, in order and each once.
  public consuming func finish() -> [Diagnostic] {
    if pending.isEmpty { return [] }
    resolve()
    let order = order()
    var diagnostics: [Diagnostic] = []
    diagnostics.reserveCapacity(order.count)
    var shown: [ObjectIdentifier: Int] = [:]
    let others = others(order)
    for start in stride(from: 0, to: order.count, by: Self.perBlock) {
      let part = order[start..<min(start + Self.perBlock, order.count)]
      var packing = DiagnosticPacking(needs: needs)
      packing.reserve(part.count)
      for index in part {
        let rule = pending[index].rule
        guard let spot = spots[index] else {
          packing.add(pending[index].finding, RuleName(rule), nil)
          continue
        }
        var isShown = true
        if needs.excerpts != .max {
          isShown = shown[ObjectIdentifier(rule), default: 0] < needs.excerpts
          if isShown { shown[ObjectIdentifier(rule), default: 0] += 1 }
        }
        packing.add(
          pending[index].finding, RuleName(rule), spot, in: text.bytes, isShown: isShown)
      }
      let block = packing.block(
        path: path,
        others: others.lazy.filter { part.indices.contains($0.place) }.map {
          .init(record: UInt16($0.place - start), count: UInt32(clamping: $0.count))
        })
      for (position, index) in part.enumerated() {
        diagnostics.append(Diagnostic(block, position, pending[index].severity))
      }
    }
    return diagnostics
  }

  /// What is counted and not kept, by the last place of its rule in the order.
  private func others(_ order: [Int]) -> [(place: Int, count: Int)] {
    var left = tallies.others
    var others: [(place: Int, count: Int)] = []
    for place in order.indices.reversed() where !left.isEmpty {
      guard let count = left.removeValue(forKey: ObjectIdentifier(pending[order[place]].rule))
      else { continue }
      others.append((place, count))
    }
    return others.reversed()
  }

  /// Columns are counted on from one finding to the next, so they are looked up in their order.
  private mutating func resolve() {
    var resolver = PlaceResolver(text, lines: lines)
    spots = Array(repeating: nil, count: pending.count)
    // Files and lists have fewer than 2^32 bytes and findings.
    var order = pending.indices.map { i in
      UInt64(pending[i].finding.range?.start ?? 0) << 32 | UInt64(i)
    }
    order.sort()
    for key in order {
      let i = Int(key & 0xFFFF_FFFF)
      if let range = pending[i].finding.range { spots[i] = resolver.spot(range) }
    }
    // The edits of a notebook's findings are places in its JSON, and not in this text.
    if needs.editSpans, text.cells == nil { resolveEdits() }
  }

  /// All edits' ends are looked up in one go through the text: a fix may reach far ahead, and the
  /// next begin far behind.
  private mutating func resolveEdits() {
    var resolver = PlaceResolver(text, lines: lines)
    var offsets: [Int] = []
    for item in pending {
      for edit in item.finding.fix?.edits ?? [] { offsets += [edit.range.start, edit.range.end] }
    }
    offsets.sort()
    var points: [Int: LineSpan.Point] = [:]
    for offset in offsets where points[offset] == nil { points[offset] = resolver.point(offset) }
    for i in pending.indices {
      guard let fix = pending[i].finding.fix, !fix.edits.isEmpty else { continue }
      pending[i].finding.fix = fix.placed { points[$0] }
    }
  }

  /// The order in which diagnostics of one file stand, without what is said twice.
  private func order() -> [Int] {
    struct Key {
      let index: Int
      let cell: Int
      let start: UInt64
      let end: UInt64
    }
    let keys = pending.indices.map { index in
      let spot = spots[index] ?? PlaceResolver.Spot()
      return Key(
        index: index, cell: spot.cell ?? 0,
        start: UInt64(spot.isWhole ? 0 : spot.line) << 32 | UInt64(spot.column),
        end: UInt64(spot.endLine) << 32 | UInt64(spot.endColumn))
    }.sorted { a, b in
      if a.cell != b.cell { return a.cell < b.cell }
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end < b.end }
      let (left, right) = (pending[a.index].rule, pending[b.index].rule)
      if left !== right, left.id != right.id { return left.id.precedesBytewise(right.id) }
      return pending[a.index].finding.message
        .precedesBytewise(pending[b.index].finding.message)
    }
    var order: [Int] = []
    order.reserveCapacity(keys.count)
    for (position, key) in keys.enumerated() {
      if position > 0 {
        let last = keys[position - 1]
        if last.cell == key.cell, last.start == key.start, last.end == key.end,
          isSame(last.index, key.index)
        {
          continue
        }
      }
      order.append(key.index)
    }
    return order
  }

  /// Whether two findings at one place say the same; bytes that are not shown, as a line's end, make
  /// ranges differ that nobody can tell apart.
  private func isSame(_ a: Int, _ b: Int) -> Bool {
    if pending[a].rule.id != pending[b].rule.id { return false }
    if pending[a].finding == pending[b].finding { return true }
    let (left, right) = (spots[a] ?? PlaceResolver.Spot(), spots[b] ?? PlaceResolver.Spot())
    guard left.isWhole == right.isWhole, text.bytes[left.flagged] == text.bytes[right.flagged]
    else { return false }
    var other = pending[b].finding
    other.range = pending[a].finding.range
    return pending[a].finding == other
  }
}
