extension Diagnostic {
  /// Writes all that it says, to be kept in a `FactStore`.
  public func write(to writer: inout FactWriter) {
    writer.text(rule)
    writer.optional(alias) { $0.text($1) }
    writer.integer(severity.code)
    writer.text(path)
    writer.flag(isAboutWhole)
    if !isAboutWhole {
      writer.optional(cell) { $0.integer($1) }
      for number in [line, column, endLine, endColumn, excerptColumn] { writer.integer(number) }
      writer.text(excerpt)
      writer.text(flagged)
    }
    writer.text(message)
    writer.optional(help) { $0.text($1) }
    writer.list(notes) { writer, note in
      writer.text(note.text)
      writer.optional(note.path) { $0.text($1.string) }
      writer.optional(note.line) { $0.integer($1) }
    }
    writer.optional(fix) { writer, fix in
      writer.text(fix.title)
      writer.flag(fix.applicability == .safe)
      writer.list(fix.edits) { writer, edit in
        writer.integer(edit.range.start)
        writer.integer(edit.range.end)
        writer.text(edit.replacement)
        writer.optional(edit.span) { writer, span in
          for point in [span.start, span.end] {
            for number in [point.line, point.column, point.byteColumn] {
              writer.integer(Int(number))
            }
          }
        }
      }
    }
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
    let place = try reader.flag() ? nil : try Self.place(&reader)
    let message = try reader.text()
    let help = try reader.optional { (r) throws(FactReader.Malformed) in try r.text() }
    let notes = try reader.list { (r) throws(FactReader.Malformed) in try Self.note(&r) }
    let fix = try reader.optional { (r) throws(FactReader.Malformed) in try Self.fix(&r) }
    guard let ordinal = UInt32(exactly: try reader.integer()) else { throw FactReader.Malformed() }
    var packing = DiagnosticPacking(needs: .all)
    packing.add(
      Finding(nil, message, help: help, notes: notes, fix: fix), RuleName(id: rule, alias: alias),
      place)
    self.init(packing.block(path: path), 0, severity)
    self.ordinal = ordinal
  }

  private static func place(_ reader: inout FactReader) throws(FactReader.Malformed) -> Place {
    let cell = try reader.optional { (r) throws(FactReader.Malformed) in try r.integer() }
    let line = try reader.integer()
    let column = try reader.integer()
    let endLine = try reader.integer()
    let endColumn = try reader.integer()
    let excerptColumn = try reader.integer()
    return Place(
      cell: cell, line: line, column: column, endLine: endLine, endColumn: endColumn,
      excerpt: try reader.text(), excerptColumn: excerptColumn, flagged: try reader.text())
  }

  private static func note(
    _ reader: inout FactReader
  ) throws(FactReader.Malformed) -> Finding.Note {
    let text = try reader.text()
    let path = try reader.optional { (r) throws(FactReader.Malformed) in try r.path() }
    let line = try reader.optional { (r) throws(FactReader.Malformed) in try r.integer() }
    return Finding.Note(text, path: path, line: line)
  }

  private static func span(
    _ reader: inout FactReader
  ) throws(FactReader.Malformed) -> LineSpan {
    LineSpan(start: try point(&reader), end: try point(&reader))
  }

  private static func point(
    _ reader: inout FactReader
  ) throws(FactReader.Malformed) -> LineSpan.Point {
    let line = try reader.integer()
    let column = try reader.integer()
    let byteColumn = try reader.integer()
    return LineSpan.Point(
      line: UInt32(clamping: line), column: UInt32(clamping: column),
      byteColumn: UInt32(clamping: byteColumn))
  }

  private static func fix(_ reader: inout FactReader) throws(FactReader.Malformed) -> Fix {
    let title = try reader.text()
    let isSafe = try reader.flag()
    let edits = try reader.list { (r) throws(FactReader.Malformed) in
      let (start, end) = (try r.integer(), try r.integer())
      guard start >= 0, start <= end, end <= Int(UInt32.max) else { throw FactReader.Malformed() }
      return Fix.Edit(
        ByteRange(start, end), try r.text(),
        span: try r.optional { (r) throws(FactReader.Malformed) in try Self.span(&r) })
    }
    return Fix(title: title, edits: edits, applicability: isSafe ? .safe : .suggestion)
  }
}

extension FactReader {
  /// Reads a path.
  public mutating func path() throws(Malformed) -> RepoPath {
    guard let path = RepoPath(try text()) else { throw Malformed() }
    return path
  }
}

extension Severity {
  fileprivate var code: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  fileprivate init?(code: Int) {
    switch code {
    case 0: self = .note
    case 1: self = .warning
    case 2: self = .error
    default: return nil
    }
  }
}
