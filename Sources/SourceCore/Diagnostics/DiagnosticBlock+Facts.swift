extension Diagnostic {
  /// Writes findings block by block, to be kept in a `FactStore`; those of one file that stand
  /// together take little more than their texts.
  ///
  /// Ordinals are not written: they are counted when all of a run's findings are known.
  public static func write(_ diagnostics: [Diagnostic], to writer: inout FactWriter) {
    writer.list(runs(diagnostics)) { writer, run in
      let block = diagnostics[run.lowerBound].block
      writer.text(block.path)
      block.write(to: &writer)
      writer.list(Array(run)) { writer, i in
        writer.integer(Int(diagnostics[i].index) << 2 | diagnostics[i].severity.code)
      }
    }
  }

  /// Reads what `write` has written.
  public static func readAll(
    from reader: inout FactReader
  ) throws(FactReader.Malformed) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let runs = try reader.count()
    var last = DiagnosticBlock.Detail.none
    for _ in 0..<runs {
      let path = try reader.text()
      let block = try DiagnosticBlock(path: path, from: &reader, last)
      last = block.details.last ?? last
      let count = try reader.count()
      for _ in 0..<count {
        let packed = try reader.integer()
        guard packed >= 0, packed >> 2 < block.records.count, packed >> 2 <= Int(UInt16.max),
          let severity = Severity(code: packed & 3)
        else { throw FactReader.Malformed() }
        diagnostics.append(Diagnostic(block, packed >> 2, severity))
      }
    }
    return diagnostics
  }
}

extension DiagnosticBlock {
  /// Writes all but the path.
  fileprivate func write(to writer: inout FactWriter) {
    writer.data(texts)
    writer.list(details) { $1.write(to: &$0) }
    // The first one is always empty.
    writer.list(Array(views.dropFirst())) { writer, view in
      writer.slice(view.excerpt)
      writer.slice(view.flagged)
    }
    writer.list(records) { writer, record in
      for number in [record.line, record.column, record.endLine, record.endColumn] {
        writer.integer(Int(number))
      }
      writer.integer(Int(bitPattern: UInt(record.key)))
      writer.integer(Int(record.detail))
      writer.slice(record.message)
      writer.integer(Int(record.view))
    }
    writer.list(others) { writer, others in
      writer.integer(Int(others.record))
      writer.integer(Int(others.count))
    }
  }

  fileprivate convenience init(
    path: String, from reader: inout FactReader, _ last: Detail
  ) throws(FactReader.Malformed) {
    let texts = try reader.data()
    var last = last
    let details = try reader.list { (r) throws(FactReader.Malformed) in
      last = try Detail(from: &r, like: last)
      return last
    }
    let shown = try reader.list { (r) throws(FactReader.Malformed) in
      View(excerpt: try r.slice(of: texts), flagged: try r.slice(of: texts))
    }
    let views = [View()] + shown
    let records = try reader.list { (r) throws(FactReader.Malformed) in
      let (line, column) = (try r.small(), try r.small())
      let (endLine, endColumn) = (try r.small(), try r.small())
      let key = UInt64(UInt(bitPattern: try r.integer()))
      let detail = try r.small()
      guard Int(detail) < details.count else { throw FactReader.Malformed() }
      let message = try r.slice(of: texts)
      let view = try r.small()
      guard Int(view) < views.count else { throw FactReader.Malformed() }
      return Record(
        line: line, column: column, endLine: endLine, endColumn: endColumn, key: key,
        detail: detail, message: message, view: view)
    }
    let others = try reader.list { (r) throws(FactReader.Malformed) in
      let (record, count) = (try r.small(), try r.small())
      guard record < records.count, let place = UInt16(exactly: record) else {
        throw FactReader.Malformed()
      }
      return Others(record: place, count: count)
    }
    self.init(
      path: path, records: records, details: details, views: views, texts: texts, others: others)
  }
}

extension DiagnosticBlock.Detail {
  fileprivate func write(to writer: inout FactWriter) {
    writer.text(rule)
    writer.optional(alias) { $0.text($1) }
    writer.optional(help) { $0.text($1) }
    writer.list(notes) { $1.write(to: &$0) }
    writer.optional(fix) { $1.write(to: &$0) }
    writer.optional(cell) { $0.integer($1) }
    writer.integer(excerptColumn)
  }

  fileprivate static let none = DiagnosticBlock.Detail(
    rule: "", alias: nil, help: nil, notes: [], fix: nil, cell: nil, excerptColumn: 1)

  /// - Parameter other: one that mostly has some of the same texts.
  fileprivate convenience init(
    from reader: inout FactReader, like other: DiagnosticBlock.Detail
  ) throws(FactReader.Malformed) {
    let rule = try reader.text(like: other.rule)
    let alias = try reader.optional { (r) throws(FactReader.Malformed) in
      try r.text(like: other.alias ?? "")
    }
    let help = try reader.optional { (r) throws(FactReader.Malformed) in
      try r.text(like: other.help ?? "")
    }
    let notes = try reader.list { (r) throws(FactReader.Malformed) in try Finding.Note(from: &r) }
    let fix = try reader.optional { (r) throws(FactReader.Malformed) in try Fix(from: &r) }
    let cell = try reader.optional { (r) throws(FactReader.Malformed) in try r.integer() }
    self.init(
      rule: rule, alias: alias, help: help, notes: notes, fix: fix, cell: cell,
      excerptColumn: try reader.integer())
  }
}

extension FactWriter {
  fileprivate mutating func slice(_ slice: DiagnosticBlock.Slice) {
    integer(Int(slice.start))
    integer(Int(slice.count))
  }
}

extension FactReader {
  fileprivate mutating func small() throws(Malformed) -> UInt32 {
    guard let value = UInt32(exactly: try integer()) else { throw Malformed() }
    return value
  }

  fileprivate mutating func slice(of texts: [UInt8]) throws(Malformed) -> DiagnosticBlock.Slice {
    let (start, count) = (try small(), try small())
    guard Int(start) + Int(count) <= texts.count else { throw Malformed() }
    return DiagnosticBlock.Slice(start: start, count: count)
  }
}
