/// Packs what one rule finds in files whose places are resolved already: what comes in the order of a
/// file is packed together.
public struct PlacedPacker {
  private let rule: RuleInfo
  private let severity: Severity
  private var diagnostics: [Diagnostic] = []
  /// What is being packed, of one file.
  private var packing = DiagnosticPacking(needs: .all)
  private var path = ""
  private var count = 0
  private var last: Place?

  private static let perBlock = 1 << 16

  /// Prepares to pack what a rule finds.
  public init(_ rule: RuleInfo, _ severity: Severity) {
    self.rule = rule
    self.severity = severity
  }

  /// Adds a finding; `place` is nil where it is about the whole file, or the course.
  public mutating func add(_ finding: Finding, path: String, place: Place?) {
    if count > 0, count == Self.perBlock || path != self.path || !isBehind(place) { close() }
    self.path = path
    last = place
    packing.add(finding, RuleName(rule), place)
    count += 1
  }

  /// All that was added.
  public consuming func finish() -> [Diagnostic] {
    close()
    return diagnostics
  }

  /// Whether a place is behind the last one, as diagnostics are ordered.
  private func isBehind(_ place: Place?) -> Bool {
    guard let last, let place, last.cell == place.cell else { return false }
    return (last.line, last.column, last.endLine, last.endColumn)
      < (place.line, place.column, place.endLine, place.endColumn)
  }

  private mutating func close() {
    if count == 0 { return }
    let block = packing.block(path: path)
    for index in 0..<count { diagnostics.append(Diagnostic(block, index, severity)) }
    packing = DiagnosticPacking(needs: .all)
    count = 0
  }
}
