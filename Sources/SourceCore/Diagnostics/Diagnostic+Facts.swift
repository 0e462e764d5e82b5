extension Diagnostic {
  /// Writes all that it says, to be kept in a `FactStore`.
  public func write(to writer: inout FactWriter) {
    writer.text(rule)
    writer.optional(alias) { $0.text($1) }
    writer.integer(severity.code)
    writer.text(path)
    writer.flag(isAboutWhole)
    if !isAboutWhole {
      Place(
        cell: cell, line: line, column: column, endLine: endLine, endColumn: endColumn,
        excerpt: excerpt, excerptColumn: excerptColumn, flagged: flagged
      ).write(to: &writer)
    }
    writer.text(message)
    writer.optional(help) { $0.text($1) }
    writer.list(notes) { $1.write(to: &$0) }
    writer.optional(fix) { $1.write(to: &$0) }
    writer.integer(Int(ordinal))
  }

  /// Reads what `write` has written.
  public init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let rule = try reader.text()
    let alias = try reader.optional { (r) throws(FactReader.Malformed) in try r.text() }
    guard let severity = Severity(code: try reader.integer()) else {
      throw FactReader.Malformed()
    }
    let path = try reader.text()
    let place = try reader.flag() ? nil : try Place(from: &reader)
    let message = try reader.text()
    let help = try reader.optional { (r) throws(FactReader.Malformed) in try r.text() }
    let notes = try reader.list { (r) throws(FactReader.Malformed) in try Finding.Note(from: &r) }
    let fix = try reader.optional { (r) throws(FactReader.Malformed) in try Fix(from: &r) }
    guard let ordinal = UInt32(exactly: try reader.integer()) else { throw FactReader.Malformed() }
    var packing = DiagnosticPacking(needs: .all)
    packing.add(
      Finding(nil, message, help: help, notes: notes, fix: fix), RuleName(id: rule, alias: alias),
      place)
    self.init(packing.block(path: path), 0, severity)
    self.ordinal = ordinal
  }
}

extension Place {
  /// Writes the place, to be kept in a `FactStore`.
  public func write(to writer: inout FactWriter) {
    writer.optional(cell) { $0.integer($1) }
    writer.integer(line)
    writer.integer(column)
    writer.integer(endLine)
    writer.integer(endColumn)
    writer.integer(excerptColumn)
    writer.text(excerpt)
    writer.text(flagged)
  }

  /// Reads what `write` has written.
  public init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let cell = try reader.optional { (r) throws(FactReader.Malformed) in try r.integer() }
    let line = try reader.integer()
    let column = try reader.integer()
    let endLine = try reader.integer()
    let endColumn = try reader.integer()
    let excerptColumn = try reader.integer()
    self.init(
      cell: cell, line: line, column: column, endLine: endLine, endColumn: endColumn,
      excerpt: try reader.text(), excerptColumn: excerptColumn, flagged: try reader.text())
  }
}

extension Finding.Note {
  /// Writes it, to be kept in a `FactStore`.
  public func write(to writer: inout FactWriter) {
    writer.text(text)
    writer.optional(path) { $0.text($1.string) }
    writer.optional(line) { $0.integer($1) }
  }

  /// Reads what `write` has written.
  public init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let text = try reader.text()
    let path = try reader.optional { (r) throws(FactReader.Malformed) in try r.path() }
    let line = try reader.optional { (r) throws(FactReader.Malformed) in try r.integer() }
    self.init(text, path: path, line: line)
  }
}

extension Fix {
  func write(to writer: inout FactWriter) {
    writer.text(title)
    writer.flag(applicability == .safe)
    writer.list(edits) { writer, edit in
      writer.range(edit.range)
      writer.text(edit.replacement)
      writer.optional(edit.span) { $1.write(to: &$0) }
    }
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let title = try reader.text()
    let isSafe = try reader.flag()
    let edits = try reader.list { (r) throws(FactReader.Malformed) in
      let range = try r.range()
      return Fix.Edit(
        range, try r.text(),
        span: try r.optional { (r) throws(FactReader.Malformed) in try LineSpan(from: &r) })
    }
    self.init(title: title, edits: edits, applicability: isSafe ? .safe : .suggestion)
  }
}

extension LineSpan {
  func write(to writer: inout FactWriter) {
    for point in [start, end] {
      for number in [point.line, point.column, point.byteColumn] { writer.integer(Int(number)) }
    }
  }

  init(from reader: inout FactReader) throws(FactReader.Malformed) {
    self.init(start: try Point(from: &reader), end: try Point(from: &reader))
  }
}

extension LineSpan.Point {
  fileprivate init(from reader: inout FactReader) throws(FactReader.Malformed) {
    let line = try reader.integer()
    let column = try reader.integer()
    let byteColumn = try reader.integer()
    self.init(
      line: UInt32(clamping: line), column: UInt32(clamping: column),
      byteColumn: UInt32(clamping: byteColumn))
  }
}

extension FactWriter {
  /// Writes a range of bytes.
  public mutating func range(_ value: ByteRange) {
    integer(value.start)
    integer(value.end)
  }
}

extension FactReader {
  /// Reads a path.
  public mutating func path() throws(Malformed) -> RepoPath {
    guard let path = RepoPath(try text()) else { throw Malformed() }
    return path
  }

  /// Reads a range of bytes.
  public mutating func range() throws(Malformed) -> ByteRange {
    let (start, end) = (try integer(), try integer())
    guard start >= 0, start <= end, end <= Int(UInt32.max) else { throw Malformed() }
    return ByteRange(start, end)
  }
}

extension Severity {
  var code: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  init?(code: Int) {
    switch code {
    case 0: self = .note
    case 1: self = .warning
    case 2: self = .error
    default: return nil
    }
  }
}
