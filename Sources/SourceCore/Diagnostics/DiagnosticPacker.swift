/// Gathers what is found in one file, in whatever order, and packs it in the order of the file.
public struct DiagnosticPacker {
  /// A finding that has not been packed yet.
  private struct Pending {
    var finding: Finding
    let rule: RuleInfo
    let severity: Severity
    var spot: PlaceResolver.Spot?
  }

  private let path: String
  private let text: SourceText
  private let lines: LineIndex
  private let needs: DiagnosticNeeds
  private var pending: [Pending] = []

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

  /// Adds a finding.
  public mutating func add(_ finding: Finding, rule: RuleInfo, severity: Severity) {
    pending.append(Pending(finding: finding, rule: rule, severity: severity))
  }

  /// What was found, in order and each once.
  public consuming func finish() -> [Diagnostic] {
    if pending.isEmpty { return [] }
    resolve()
    let order = order()
    var diagnostics: [Diagnostic] = []
    diagnostics.reserveCapacity(order.count)
    var shown: [String: Int] = [:]
    for start in stride(from: 0, to: order.count, by: Self.perBlock) {
      let part = order[start..<min(start + Self.perBlock, order.count)]
      var packing = DiagnosticPacking(needs: needs)
      packing.reserve(part.count)
      for index in part {
        let item = pending[index]
        var isShown = true
        if needs.excerpts != .max {
          let count = shown[item.rule.id, default: 0]
          isShown = count < needs.excerpts
          shown[item.rule.id] = count + 1
        }
        if let spot = item.spot {
          packing.add(item.finding, RuleName(item.rule), spot, in: text.bytes, isShown: isShown)
        } else {
          packing.add(item.finding, RuleName(item.rule), nil)
        }
      }
      let block = packing.block(path: path)
      for (position, index) in part.enumerated() {
        diagnostics.append(Diagnostic(block, position, pending[index].severity))
      }
    }
    return diagnostics
  }

  /// Columns are counted on from one finding to the next, so they are looked up in their order.
  private mutating func resolve() {
    var resolver = PlaceResolver(text, lines: lines)
    let starts = pending.map { $0.finding.range?.start ?? 0 }
    for i in pending.indices.sorted(by: { (starts[$0], $0) < (starts[$1], $1) }) {
      pending[i].spot = pending[i].finding.range.map { resolver.spot($0) }
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
      let spot = pending[index].spot ?? PlaceResolver.Spot()
      return Key(
        index: index, cell: spot.cell ?? 0,
        start: UInt64(spot.isWhole ? 0 : spot.line) << 32 | UInt64(spot.column),
        end: UInt64(spot.endLine) << 32 | UInt64(spot.endColumn))
    }.sorted { a, b in
      if a.cell != b.cell { return a.cell < b.cell }
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end < b.end }
      let (left, right) = (pending[a.index], pending[b.index])
      if left.rule.id != right.rule.id {
        return left.rule.id.precedesBytewise(right.rule.id)
      }
      return left.finding.message.precedesBytewise(right.finding.message)
    }
    var order: [Int] = []
    order.reserveCapacity(keys.count)
    for (position, key) in keys.enumerated() {
      if position > 0 {
        let last = keys[position - 1]
        if last.cell == key.cell, last.start == key.start, last.end == key.end,
          isSame(pending[last.index], pending[key.index])
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
  private func isSame(_ a: Pending, _ b: Pending) -> Bool {
    if a.rule.id != b.rule.id { return false }
    if a.finding == b.finding { return true }
    let (left, right) = (a.spot ?? PlaceResolver.Spot(), b.spot ?? PlaceResolver.Spot())
    guard left.isWhole == right.isWhole, text.bytes[left.flagged] == text.bytes[right.flagged]
    else { return false }
    var other = b.finding
    other.range = a.finding.range
    return a.finding == other
  }
}
