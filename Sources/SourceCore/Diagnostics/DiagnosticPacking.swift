/// What a rule is called, here and elsewhere.
struct RuleName {
  let id: String
  let alias: String?

  init(id: String, alias: String?) {
    self.id = id
    self.alias = alias
  }

  init(_ rule: RuleInfo) { self.init(id: rule.id, alias: rule.alias) }
}

/// A block of findings in the making, which come in the order of their file.
struct DiagnosticPacking {
  private let needs: DiagnosticNeeds
  private var records: [DiagnosticBlock.Record] = []
  private var details: [DiagnosticBlock.Detail] = []
  private var views = [DiagnosticBlock.View()]
  private var texts: [UInt8] = []
  /// The last detail and the last message of each rule, which the next finding often shares.
  private var latest: [Latest] = []
  /// Where each rule's are in `latest`.
  private var places: [String: Int] = [:]
  /// Where those of the finding before are.
  private var lastPlace = 0
  /// The line that is the last excerpt, by its place in the file, and where it is in `texts`.
  private var lastExcerpt = (range: 0..<0, slice: DiagnosticBlock.Slice())

  private struct Latest {
    let rule: String
    /// What keys begin with.
    let hash: UInt64
    var detail: UInt32
    var text: String
    var message: DiagnosticBlock.Slice
  }

  init(needs: DiagnosticNeeds) { self.needs = needs }

  mutating func reserve(_ count: Int) { records.reserveCapacity(count) }

  /// Adds a finding whose texts are in `bytes`; `isShown` says whether its excerpt is kept.
  mutating func add(
    _ finding: Finding, _ rule: RuleName, _ spot: PlaceResolver.Spot, in bytes: [UInt8],
    isShown: Bool
  ) {
    var view = DiagnosticBlock.View()
    if isShown {
      if lastExcerpt.range != spot.excerpt {
        lastExcerpt = (spot.excerpt, store(bytes[spot.excerpt]))
      }
      view.excerpt = lastExcerpt.slice
      if spot.excerpt.lowerBound <= spot.flagged.lowerBound,
        spot.flagged.upperBound <= spot.excerpt.upperBound
      {
        let offset = spot.flagged.lowerBound - spot.excerpt.lowerBound
        view.flagged = .init(
          start: view.excerpt.start + UInt32(offset), count: UInt32(spot.flagged.count))
      } else {
        view.flagged = store(bytes[spot.flagged])
      }
    }
    add(
      finding, rule, spot, isWhole: spot.isWhole,
      key: key(rule.id, bytes[spot.flagged], else: finding.message),
      view: view)
  }

  /// Adds a finding whose place brings its texts.
  mutating func add(_ finding: Finding, _ rule: RuleName, _ place: Place?) {
    let flagged = Array((place?.flagged ?? "").utf8)
    var spot = PlaceResolver.Spot()
    var view = DiagnosticBlock.View()
    if let place {
      (spot.cell, spot.line, spot.column) = (place.cell, place.line, place.column)
      (spot.endLine, spot.endColumn) = (place.endLine, place.endColumn)
      spot.excerptColumn = place.excerptColumn
      view.excerpt = store(Array(place.excerpt.utf8)[...])
      view.flagged = store(flagged[...])
    }
    add(
      finding, rule, spot, isWhole: spot.isWhole && view.excerpt.count == 0,
      key: key(rule.id, flagged[...], else: finding.message),
      view: view)
  }

  /// The block with what was added.
  consuming func block(path: String, others: [DiagnosticBlock.Others] = []) -> DiagnosticBlock {
    // What grew by doubling is copied to its size: blocks live as long as the run.
    DiagnosticBlock(
      path: path, records: Self.fitted(records), details: Self.fitted(details),
      views: Self.fitted(views), texts: Self.fitted(texts), others: others)
  }

  private static func fitted<T>(_ elements: [T]) -> [T] {
    if elements.capacity <= elements.count + elements.count / 8 { return elements }
    var fitted: [T] = []
    fitted.reserveCapacity(elements.count)
    fitted += elements
    return fitted
  }

  private mutating func add(
    _ finding: Finding, _ rule: RuleName, _ spot: PlaceResolver.Spot, isWhole: Bool, key: UInt64,
    view: DiagnosticBlock.View
  ) {
    let place = place(of: rule.id)
    let known = latest[place].detail
    if known == .max || !details[Int(known)].says(finding, rule, spot) {
      var detail = DiagnosticBlock.Detail(
        rule: rule.id, alias: rule.alias, help: finding.help, notes: finding.notes,
        fix: finding.fix, cell: spot.cell, excerptColumn: spot.excerptColumn)
      // Where an excerpt begins in a very long line, only those of its neighbours do.
      if !needs.edits, spot.excerptColumn == 1 { detail = DetailPool.shared.one(like: detail) }
      latest[place].detail = UInt32(details.count)
      details.append(detail)
    }
    if latest[place].message.count == 0 || latest[place].text != finding.message {
      latest[place].text = finding.message
      latest[place].message = store(finding.message)
    }
    records.append(
      DiagnosticBlock.Record(
        line: isWhole ? 0 : UInt32(clamping: spot.line), column: UInt32(clamping: spot.column),
        endLine: UInt32(clamping: spot.endLine), endColumn: UInt32(clamping: spot.endColumn),
        key: key, detail: latest[place].detail, message: latest[place].message,
        view: index(of: view)))
  }

  /// Where a rule's last detail and message are in `latest`.
  private mutating func place(of rule: String) -> Int {
    if lastPlace < latest.count, latest[lastPlace].rule == rule { return lastPlace }
    lastPlace = places[rule] ?? latest.count
    if lastPlace == latest.count {
      latest.append(
        Latest(
          rule: rule, hash: Self.hash(rule), detail: .max, text: "",
          message: DiagnosticBlock.Slice()))
      places[rule] = lastPlace
    }
    return lastPlace
  }

  private mutating func index(of view: DiagnosticBlock.View) -> UInt32 {
    if view.excerpt.count == 0, view.flagged.count == 0 { return 0 }
    views.append(view)
    return UInt32(views.count - 1)
  }

  private mutating func store(_ bytes: ArraySlice<UInt8>) -> DiagnosticBlock.Slice {
    let start = texts.count
    texts += bytes
    return .init(start: UInt32(clamping: start), count: UInt32(clamping: bytes.count))
  }

  private mutating func store(_ text: String) -> DiagnosticBlock.Slice {
    let start = texts.count
    texts += text.utf8
    return .init(start: UInt32(clamping: start), count: UInt32(clamping: texts.count - start))
  }

  /// FNV-1a of 64 bits over the rule and what is flagged, or said where that is nothing.
  private mutating func key(_ rule: String, _ flagged: ArraySlice<UInt8>, else message: String)
    -> UInt64
  {
    var hash = latest[place(of: rule)].hash
    if flagged.isEmpty {
      for byte in message.utf8 { Self.add(byte, to: &hash) }
    } else {
      for byte in flagged { Self.add(byte, to: &hash) }
    }
    return hash
  }

  private static func hash(_ rule: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in rule.utf8 { add(byte, to: &hash) }
    add(0, to: &hash)
    return hash
  }

  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash ^= UInt64(byte)
    hash &*= 0x0000_0100_0000_01B3
  }
}
