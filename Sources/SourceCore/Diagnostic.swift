/// A finding resolved to a place a person can go to; it needs no source to be shown.
public struct Diagnostic: Sendable, Hashable {
  /// What is said, kept once however often a diagnostic is copied, sorted and put into sets: a run
  /// may have hundreds of thousands.
  private struct Content: Sendable, Hashable {
    var rule: String
    var alias: String?
    var severity: Severity
    var path: String
    var cell: Int?
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    var excerpt: String
    var excerptColumn: Int
    var message: String
    var help: String?
    var notes: [Finding.Note]
    var fix: Fix?
    var fingerprint: String
    var flagged: String
  }

  private final class Shared: Sendable {
    let content: Content
    init(_ content: Content) { self.content = content }
  }

  private var shared: Shared

  private func changed(_ change: (inout Content) -> Void) -> Shared {
    var content = shared.content
    change(&content)
    return Shared(content)
  }

  /// The rule's id.
  public var rule: String { shared.content.rule }
  /// Another tool's name for the rule.
  public var alias: String? { shared.content.alias }
  /// Severity after lifecycle and settings.
  public var severity: Severity {
    get { shared.content.severity }
    set { shared = changed { $0.severity = newValue } }
  }
  /// Path below the root of what was checked; `.` for the root itself.
  public var path: String {
    get { shared.content.path }
    set { shared = changed { $0.path = newValue } }
  }
  /// The cell, from 1, that lines count from in a notebook; nil elsewhere.
  public var cell: Int? { shared.content.cell }
  /// First line, from 1.
  public var line: Int { shared.content.line }
  /// First column in Unicode scalars, from 1.
  public var column: Int { shared.content.column }
  /// Last line, from 1.
  public var endLine: Int { shared.content.endLine }
  /// Column after the last flagged scalar, from 1.
  public var endColumn: Int { shared.content.endColumn }
  /// The first flagged line, without its line ending; empty for a finding about a whole file.
  public var excerpt: String { shared.content.excerpt }
  /// Column of the excerpt's first scalar: 1 but in a very long line.
  public var excerptColumn: Int { shared.content.excerptColumn }
  /// The specific fact.
  public var message: String { shared.content.message }
  /// What to do about it.
  public var help: String? { shared.content.help }
  /// Related places and facts, with their paths below the root of what was checked.
  public var notes: [Finding.Note] { shared.content.notes }
  /// A change that answers it.
  public var fix: Fix? { shared.content.fix }
  /// Stays the same when lines move: rule, path, flagged text and its ordinal.
  public var fingerprint: String {
    get { shared.content.fingerprint }
    set { shared = changed { $0.fingerprint = newValue } }
  }
  /// Trimmed flagged text, from which the fingerprint is made.
  public var flagged: String { shared.content.flagged }

  /// Makes a diagnostic of a finding whose place is already resolved.
  ///
  /// - Parameters:
  ///   - path: the path to report, below the root of what was checked.
  ///   - place: nil for a finding about a whole file or course.
  public init(_ finding: Finding, rule: RuleInfo, severity: Severity, path: String, place: Place?) {
    shared = Shared(
      Content(
        rule: rule.id, alias: rule.alias, severity: severity, path: path, cell: place?.cell,
        line: place?.line ?? 1, column: place?.column ?? 1, endLine: place?.endLine ?? 1,
        endColumn: place?.endColumn ?? 1, excerpt: place?.excerpt ?? "",
        excerptColumn: place?.excerptColumn ?? 1, message: finding.message, help: finding.help,
        notes: finding.notes, fix: finding.fix, fingerprint: "", flagged: place?.flagged ?? ""))
  }

  /// Resolves a finding against its text.
  ///
  /// - Parameters:
  ///   - path: the path to report, below the root of what was checked.
  ///   - text: the file's text; nil where there is none (a missing file, a course as a whole).
  public init(
    _ finding: Finding, rule: RuleInfo, severity: Severity, path: String, text: SourceText?,
    lines: LineIndex?
  ) {
    var place: Place?
    if let text, let lines, let range = finding.range {
      place = Place(range, in: text, lines: lines)
    }
    self.init(finding, rule: rule, severity: severity, path: path, place: place)
  }

  /// Whether two say the same.
  public static func == (a: Diagnostic, b: Diagnostic) -> Bool {
    a.shared === b.shared || a.shared.content == b.shared.content
  }

  /// Hashes what is said.
  public func hash(into hasher: inout Hasher) { hasher.combine(shared.content) }

  /// Sorts diagnostics, keeps each once and gives it its fingerprint; call it once, on all of a run's
  /// diagnostics.
  public static func finish(_ diagnostics: inout [Diagnostic]) {
    diagnostics.sort(by: precedes)
    var kept = min(1, diagnostics.count)
    for i in diagnostics.indices.dropFirst() where diagnostics[i] != diagnostics[kept - 1] {
      if kept != i { diagnostics[kept] = diagnostics[i] }
      kept += 1
    }
    diagnostics.removeLast(diagnostics.count - kept)
    // Rule, path and text are told apart by 128 bits.
    var seen: [UInt128: Int] = [:]
    for i in diagnostics.indices {
      let d = diagnostics[i]
      var key = Fingerprint()
      key.add(d.rule)
      key.add(0)
      key.add(d.path)
      key.add(0)
      key.add(d.flagged.isEmpty ? d.message : d.flagged)
      let ordinal = seen[key.hash, default: 0]
      seen[key.hash] = ordinal + 1
      key.add(0)
      key.add(String(ordinal))
      diagnostics[i].fingerprint = key.text
    }
  }

  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    if a.cell != b.cell { return (a.cell ?? 0) < (b.cell ?? 0) }
    if (a.line, a.column, a.endLine, a.endColumn) != (b.line, b.column, b.endLine, b.endColumn) {
      return (a.line, a.column, a.endLine, a.endColumn)
        < (b.line, b.column, b.endLine, b.endColumn)
    }
    if a.rule != b.rule { return a.rule.utf8.lexicographicallyPrecedes(b.rule.utf8) }
    return a.message.utf8.lexicographicallyPrecedes(b.message.utf8)
  }
}
