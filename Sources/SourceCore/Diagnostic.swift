/// A finding resolved to a place a person can go to; it needs no source to be shown.
public struct Diagnostic: Sendable, Hashable {
  /// The rule's id.
  public var rule: String
  /// Another tool's name for the rule.
  public var alias: String?
  /// Severity after lifecycle and settings.
  public var severity: Severity
  /// Path below the root of what was checked; `.` for the root itself.
  public var path: String
  /// The cell, from 1, that lines count from in a notebook; nil elsewhere.
  public var cell: Int?
  /// First line, from 1.
  public var line: Int
  /// First column in Unicode scalars, from 1.
  public var column: Int
  /// Last line, from 1.
  public var endLine: Int
  /// Column after the last flagged scalar, from 1.
  public var endColumn: Int
  /// The first flagged line, without its line ending; empty for a finding about a whole file.
  public var excerpt: String
  /// Column of the excerpt's first scalar: 1 but in a very long line.
  public var excerptColumn: Int
  /// The specific fact.
  public var message: String
  /// What to do about it.
  public var help: String?
  /// Related places and facts, with their paths below the root of what was checked.
  public var notes: [Finding.Note]
  /// A change that answers it.
  public var fix: Fix?
  /// Stays the same when lines move: rule, path, flagged text and its ordinal.
  public var fingerprint: String
  /// Trimmed flagged text, from which the fingerprint is made.
  public var flagged: String

  /// Makes a diagnostic of a finding whose place is already resolved.
  ///
  /// - Parameters:
  ///   - path: the path to report, below the root of what was checked.
  ///   - place: nil for a finding about a whole file or course.
  public init(_ finding: Finding, rule: RuleInfo, severity: Severity, path: String, place: Place?) {
    self.rule = rule.id
    alias = rule.alias
    self.severity = severity
    self.path = path
    cell = place?.cell
    line = place?.line ?? 1
    column = place?.column ?? 1
    endLine = place?.endLine ?? 1
    endColumn = place?.endColumn ?? 1
    excerpt = place?.excerpt ?? ""
    excerptColumn = place?.excerptColumn ?? 1
    message = finding.message
    help = finding.help
    notes = finding.notes
    fix = finding.fix
    fingerprint = ""
    flagged = place?.flagged ?? ""
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

  /// Sorts diagnostics and gives each its fingerprint; call it once, on all of a run's diagnostics.
  public static func finish(_ diagnostics: inout [Diagnostic]) {
    diagnostics.sort(by: precedes)
    var seen: [String: Int] = [:]
    for i in diagnostics.indices {
      let d = diagnostics[i]
      let about = d.flagged.isEmpty ? d.message : d.flagged
      let key = "\(d.rule)\u{0}\(d.path)\u{0}\(about)"
      let ordinal = seen[key, default: 0]
      seen[key] = ordinal + 1
      diagnostics[i].fingerprint = fnv1a(key + "\u{0}\(ordinal)")
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

  /// FNV-1a of 128 bits: a name, not a security measure.
  private static func fnv1a(_ text: String) -> String {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in text.utf8 {
      hash ^= UInt128(byte)
      hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }
}
