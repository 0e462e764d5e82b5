/// A finding resolved to a place a person can go to; it needs no source to be shown.
public struct Diagnostic: Sendable {
  let block: DiagnosticBlock
  /// A block holds no more than 16 bits can count: there may be a million diagnostics.
  let index: UInt16
  private let rank: Severity
  /// How many of the same rule, file and flagged text come before it.
  var ordinal: UInt32 = 0

  init(_ block: DiagnosticBlock, _ index: Int, _ severity: Severity) {
    self.block = block
    self.index = UInt16(index)
    rank = severity
  }

  private init(_ other: Diagnostic, _ block: DiagnosticBlock, _ severity: Severity) {
    self.block = block
    index = other.index
    rank = severity
    ordinal = other.ordinal
  }

  var record: DiagnosticBlock.Record { block.records[Int(index)] }
  private var detail: Int { Int(block.records[Int(index)].detail) }

  /// The rule's id.
  public var rule: String { block.details[detail].rule }
  /// Another tool's name for the rule.
  public var alias: String? { block.details[detail].alias }
  /// Severity after lifecycle and settings.
  public var severity: Severity { rank }
  /// Path below the root of what was checked; `.` for the root itself.
  public var path: String { block.path }
  /// The cell, from 1, that lines count from in a notebook; nil elsewhere.
  public var cell: Int? { block.details[detail].cell }
  /// First line, from 1.
  public var line: Int { max(1, Int(record.line)) }
  /// Whether it is about a whole file or course, so that its line says nothing.
  public var isAboutWhole: Bool { record.line == 0 }
  /// First column in Unicode scalars, from 1.
  public var column: Int { Int(record.column) }
  /// Last line, from 1.
  public var endLine: Int { Int(record.endLine) }
  /// Column after the last flagged scalar, from 1.
  public var endColumn: Int { Int(record.endColumn) }
  /// The first flagged line, without its line ending; empty for a finding about a whole file, and
  /// where it was not asked for.
  public var excerpt: String { block.text(block.views[Int(record.view)].excerpt) }
  /// Column of the excerpt's first scalar: 1 but in a very long line.
  public var excerptColumn: Int { block.details[detail].excerptColumn }
  /// The specific fact.
  public var message: String { block.text(record.message) }
  /// What to do about it.
  public var help: String? { block.details[detail].help }
  /// Related places and facts, with their paths below the root of what was checked.
  public var notes: [Finding.Note] { block.details[detail].notes }
  /// A change that answers it; without edits where they were not asked for.
  public var fix: Fix? { block.details[detail].fix }
  /// The flagged text, trimmed; empty where the excerpt is.
  public var flagged: String { block.text(block.views[Int(record.view)].flagged) }

  /// How many findings it stands for: itself and, with the last one kept of a rule in a file, those
  /// behind it that were counted and not kept.
  public var tally: Int { 1 + block.others(behind: index) }

  /// What it is about, wherever it stands: a hash of the rule and the flagged text, or of what is
  /// said where nothing is flagged.
  public var content: UInt64 { record.key }

  /// How many of the same content come before it in its file, once diagnostics are finished.
  public var occurrence: Int { Int(ordinal) }

  /// Stays the same when lines move: rule, path, flagged text and its ordinal.
  public var fingerprint: String {
    var name = Fingerprint()
    name.add(rule)
    name.add(0)
    name.add(path)
    name.add(0)
    for shift in stride(from: 0, to: 64, by: 8) {
      name.add(UInt8(truncatingIfNeeded: record.key >> UInt64(shift)))
    }
    name.add(String(ordinal))
    return name.text
  }

  /// How many findings of one severity some diagnostics stand for.
  public static func tally(_ severity: Severity, in diagnostics: [Diagnostic]) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == severity ? $1.tally : 0) }
  }

  /// Makes a diagnostic of a finding whose place is already resolved.
  ///
  /// - Parameters:
  ///   - path: the path to report, below the root of what was checked.
  ///   - place: nil for a finding about a whole file or course.
  public init(_ finding: Finding, rule: RuleInfo, severity: Severity, path: String, place: Place?) {
    var packing = DiagnosticPacking(needs: .all)
    packing.add(finding, RuleName(rule), place)
    self.init(packing.block(path: path), 0, severity)
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
    var finding = finding
    if let text, let lines {
      place = finding.range.map { Place($0, in: text, lines: lines) }
      if let fix = finding.fix, text.cells == nil {
        var resolver = PlaceResolver(text, lines: lines)
        finding.fix = fix.placed { resolver.point($0) }
      }
    }
    self.init(finding, rule: rule, severity: severity, path: path, place: place)
  }

  /// The same with another severity.
  public func with(_ severity: Severity) -> Diagnostic { Diagnostic(self, block, severity) }

  /// Diagnostics with `prefix` in front of their paths.
  public static func below(_ prefix: String, _ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var moved: [ObjectIdentifier: DiagnosticBlock] = [:]
    return diagnostics.map { diagnostic in
      let block = diagnostic.block
      if let known = moved[ObjectIdentifier(block)] {
        return Diagnostic(diagnostic, known, diagnostic.severity)
      }
      let new = block.moved(to: block.path == "." ? prefix : "\(prefix)/\(block.path)")
      moved[ObjectIdentifier(block)] = new
      return Diagnostic(diagnostic, new, diagnostic.severity)
    }
  }
}

extension Diagnostic: Hashable {
  /// Whether two say the same.
  public static func == (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.rank != b.rank || a.ordinal != b.ordinal { return false }
    if a.block === b.block, a.index == b.index { return true }
    let (left, right) = (a.record, b.record)
    return left.key == right.key && a.hasPlace(of: b) && a.path == b.path
      && a.block.details[a.detail].isSame(as: b.block.details[b.detail]) && a.message == b.message
      && a.excerpt == b.excerpt
  }

  /// Hashes what tells most of them apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(record.line)
    hasher.combine(record.column)
    hasher.combine(record.key)
  }

  private func hasPlace(of other: Diagnostic) -> Bool {
    let (a, b) = (record, other.record)
    return a.line == b.line && a.column == b.column && a.endLine == b.endLine
      && a.endColumn == b.endColumn
  }
}
