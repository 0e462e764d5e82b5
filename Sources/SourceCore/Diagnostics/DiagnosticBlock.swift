/// Findings of one file, packed: a run may have hundreds of thousands, which are sorted, counted and
/// mostly never shown.
final class DiagnosticBlock: Sendable {
  /// One finding's own part.
  struct Record: Sendable {
    /// From 1; 0 for a finding about the file as a whole.
    var line: UInt32
    var column: UInt32
    var endLine: UInt32
    var endColumn: UInt32
    /// Tells the rule and the flagged text from others in the file.
    var key: UInt64
    /// Where in `details` the rest is.
    var detail: UInt32
    var message: Slice
    /// Where in `views` its texts are, behind an empty one.
    var view: UInt32
  }

  /// What is shown of the file.
  struct View: Sendable {
    var excerpt = Slice()
    var flagged = Slice()
  }

  /// A part of `texts`.
  struct Slice: Sendable {
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  /// What several findings often have in common, in other files too.
  final class Detail: Sendable {
    let rule: String
    let alias: String?
    let help: String?
    let notes: [Finding.Note]
    let fix: Fix?
    let cell: Int?
    let excerptColumn: Int

    init(
      rule: String, alias: String?, help: String?, notes: [Finding.Note], fix: Fix?, cell: Int?,
      excerptColumn: Int
    ) {
      self.rule = rule
      self.alias = alias
      self.help = help
      self.notes = notes
      self.fix = fix
      self.cell = cell
      self.excerptColumn = excerptColumn
    }

    /// Whether it is what a finding of a rule at a place needs.
    func says(_ finding: Finding, _ name: RuleName, _ spot: PlaceResolver.Spot) -> Bool {
      rule == name.id && alias == name.alias && cell == spot.cell
        && excerptColumn == spot.excerptColumn && help == finding.help && fix == finding.fix
        && notes == finding.notes
    }

    func isSame(as other: Detail) -> Bool {
      self === other
        || (rule == other.rule && alias == other.alias && help == other.help && notes == other.notes
          && fix == other.fix && cell == other.cell && excerptColumn == other.excerptColumn)
    }
  }

  /// Path below the root of what was checked; `.` for the root itself.
  let path: String
  let records: [Record]
  let details: [Detail]
  /// The first is empty; most findings are never shown.
  let views: [View]
  let texts: [UInt8]
  /// Findings that are counted and not kept, by the last record of their rule; ascending.
  let others: [Others]

  /// How many more findings of a record's rule there are.
  struct Others: Sendable {
    let record: UInt16
    let count: UInt32
  }

  init(
    path: String, records: [Record], details: [Detail], views: [View], texts: [UInt8],
    others: [Others]
  ) {
    self.others = others
    self.views = views
    self.path = path
    self.records = records
    self.details = details
    self.texts = texts
  }

  /// The same findings under another path.
  func moved(to path: String) -> DiagnosticBlock {
    DiagnosticBlock(
      path: path, records: records, details: details, views: views, texts: texts, others: others)
  }

  /// How many findings are counted and not kept behind a record.
  func others(behind record: UInt16) -> Int {
    if others.isEmpty { return 0 }
    let place = others.partitionPoint { $0.record < record }
    return place < others.count && others[place].record == record ? Int(others[place].count) : 0
  }

  func text(_ slice: Slice) -> String {
    let start = Int(slice.start)
    return String(decoding: texts[start..<start + Int(slice.count)], as: UTF8.self)
  }
}
