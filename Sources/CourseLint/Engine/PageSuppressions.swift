import CourseModel
import Markdown
import MarkdownLint
import SourceCore
import StructuredData

/// What a page's author switches off in it, with this tool's own comments and front matter, and with
/// markdownlint's comments.
public struct PageSuppressions: Sendable {
  /// One name in one comment or in the front matter.
  struct Directive: Sendable {
    /// What is written: a rule, a group or an alias.
    let name: String
    /// Where.
    let range: ByteRange
    /// The lines it holds for, from 0.
    let lines: Range<Int>
  }

  /// A name in a line.
  private struct Key: Hashable {
    let name: String
    let line: Int
  }

  /// All of the page, in order.
  private(set) var directives: [Directive] = []
  private var singles: [Key: Int] = [:]
  /// By name, with ascending and disjoint lines.
  private var spans: [String: [Int]] = [:]
  private let switches: CommentSwitches?
  private let cells: CellMap?

  /// Reads a page; nil where nothing is switched off.
  init?(_ lesson: Lesson, switches: CommentSwitches?) {
    self.switches = switches
    cells = lesson.text.cells
    readFrontMatter(lesson)
    readComments(lesson)
    if directives.isEmpty, switches == nil { return nil }
  }

  /// Whether what a rule finds in a line, counted from 0, is not wanted.
  public func suppresses(_ rule: RuleInfo, line: Int) -> Bool {
    directive(for: rule, line: line) != nil || switches?.switchesOff(rule.alias, line: line) == true
  }

  /// Whether what a rule finds is not wanted, by its place as it is reported.
  public func suppresses(_ rule: RuleInfo, _ diagnostic: Diagnostic) -> Bool {
    guard let cells, let cell = diagnostic.cell else {
      return suppresses(rule, line: diagnostic.line - 1)
    }
    return cells.line(diagnostic.line - 1, ofCell: cell).map { suppresses(rule, line: $0) } ?? false
  }

  /// The directive that suppresses what a rule finds in a line.
  func directive(for rule: RuleInfo, line: Int) -> Int? {
    if directives.isEmpty { return nil }
    for name in Self.names(of: rule) {
      if let index = singles[Key(name: name, line: line)] { return index }
      guard let spans = spans[name] else { continue }
      var low = 0
      var high = spans.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if directives[spans[middle]].lines.lowerBound <= line {
          low = middle
        } else {
          high = middle
        }
      }
      if directives[spans[low]].lines.contains(line) { return spans[low] }
    }
    return nil
  }

  /// The names that switch a rule off, in lower case.
  static func names(of rule: RuleInfo) -> [String] {
    [rule.id, rule.group] + (rule.alias.map { [asciiLowercased($0)] } ?? [])
  }

  /// Whether a text may hold this tool's own comments or fields; where not, no lesson is needed to
  /// know that nothing is switched off.
  static func mayBe(in bytes: [UInt8], frontMatter: ByteRange?) -> Bool {
    if comment(bytes, from: 0) != nil { return true }
    guard let frontMatter else { return false }
    return ByteSearch.first("academy", in: bytes, from: frontMatter.start, to: frontMatter.end)
      != nil
  }

  // MARK: Front matter

  private mutating func readFrontMatter(_ lesson: Lesson) {
    guard let node = lesson.frontMatter["academy"]?["disable"] else { return }
    var names: [(String, ByteRange)] = []
    if let items = node.array {
      names = items.compactMap { item in item.string.map { ($0, item.range) } }
    } else if let members = node.object {
      names = members.map { ($0.key, $0.keyRange) }
    } else if let name = node.string {
      names = [(name, node.range)]
    }
    for (name, range) in names { addSpan(name, range, 0..<Int.max) }
  }

  // MARK: Comments

  private enum Action: String {
    case disable, enable
    case disableNextLine = "disable-next-line"
  }

  private mutating func readComments(_ lesson: Lesson) {
    let bytes = lesson.text.bytes
    var open: [String: (range: ByteRange, line: Int)] = [:]
    var order: [String] = []
    var html: [ByteRange]?
    var at = 0
    while let found = Self.comment(bytes, from: at) {
      at = found.end
      let ranges = html ?? Self.html(lesson.document)
      html = ranges
      guard Self.isInside(found.start, ranges) else { continue }
      let line = lesson.lines.line(at: found.start)
      for (name, range) in Self.names(bytes, found.parameter) {
        let key = asciiLowercased(name)
        switch found.action {
        case .disableNextLine:
          let next = lesson.lines.line(at: found.end - 1) + 1
          directives.append(Directive(name: name, range: range, lines: next..<next + 1))
          if singles[Key(name: key, line: next)] == nil {
            singles[Key(name: key, line: next)] = directives.count - 1
          }
        case .disable:
          if open[key] == nil {
            open[key] = (range, line)
            order.append(key)
          }
        case .enable:
          if let start = open.removeValue(forKey: key) {
            addSpan(name, start.range, start.line..<line)
          }
        }
      }
    }
    for key in order {
      if let start = open.removeValue(forKey: key) {
        addSpan(key, start.range, start.line..<Int.max)
      }
    }
    for (name, indices) in spans {
      spans[name] = indices.sorted {
        directives[$0].lines.lowerBound < directives[$1].lines.lowerBound
      }
    }
  }

  private mutating func addSpan(_ name: String, _ range: ByteRange, _ lines: Range<Int>) {
    directives.append(Directive(name: name, range: range, lines: lines))
    spans[asciiLowercased(name), default: []].append(directives.count - 1)
  }

  private static func comment(_ bytes: [UInt8], from start: Int)
    -> (action: Action, start: Int, parameter: Range<Int>, end: Int)?
  {
    var at = start
    while let open = ByteSearch.first("<!--", in: bytes, from: at) {
      at = open + 4
      var i = open + 4
      while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
      guard ByteSearch.stands("academy-", in: bytes, at: i) else { continue }
      i += 8
      let name = i
      while i < bytes.count, bytes[i] | 0x20 >= UInt8(ascii: "a") || bytes[i] == UInt8(ascii: "-"),
        bytes[i] != UInt8(ascii: ":"), i - name < 20
      {
        if ByteSearch.stands("-->", in: bytes, at: i) { break }
        i += 1
      }
      let text = String(decoding: bytes[name..<i], as: UTF8.self)
      guard let action = Action(rawValue: text) else { continue }
      guard let close = ByteSearch.first("-->", in: bytes, from: i) else { return nil }
      return (action, open, i..<close, close + 3)
    }
    return nil
  }

  /// The names in front of the colon, behind which the reason stands.
  private static func names(_ bytes: [UInt8], _ range: Range<Int>) -> [(String, ByteRange)] {
    var names: [(String, ByteRange)] = []
    var at = range.lowerBound
    while at < range.upperBound, bytes[at] != UInt8(ascii: ":") {
      if bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      let start = at
      while at < range.upperBound, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ","),
        bytes[at] != UInt8(ascii: ":")
      {
        at += 1
      }
      names.append((String(decoding: bytes[start..<at], as: UTF8.self), ByteRange(start, at)))
    }
    return names
  }

  private static func html(_ document: Document) -> [ByteRange] {
    (0..<document.nodeCount).map { NodeID($0) }
      .filter { [.htmlBlock, .htmlInline].contains(document.kind($0)) }
      .map { document.range($0) }
  }

  /// Whether an offset is inside one of some ranges, which come in order.
  private static func isInside(_ offset: Int, _ ranges: [ByteRange]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].start <= offset
  }
}

// MARK: - Keeping

extension PageSuppressions {
  /// Writes what a page switches off, to be kept in a `FactStore`.
  public func write(to writer: inout FactWriter) {
    writer.list(directives) { writer, directive in
      writer.text(directive.name)
      writer.range(directive.range)
      writer.integer(directive.lines.lowerBound)
      writer.integer(directive.lines.upperBound)
    }
    let singles = singles.sorted { ($0.key.line, $0.key.name) < ($1.key.line, $1.key.name) }
    writer.list(singles) { writer, single in
      writer.text(single.key.name)
      writer.integer(single.key.line)
      writer.integer(single.value)
    }
    writer.list(spans.sorted { $0.key < $1.key }) { writer, span in
      writer.text(span.key)
      writer.list(span.value) { $0.integer($1) }
    }
    writer.optional(switches) { $1.write(to: &$0) }
    writer.optional(cells) { writer, cells in
      writer.list(cells.spans) { writer, span in
        writer.integer(span.cell)
        writer.flag(span.isMarkdown)
        writer.integer(span.lines.lowerBound)
        writer.integer(span.lines.upperBound)
      }
    }
  }

  /// Reads what `write` has written.
  public init(from reader: inout FactReader) throws(FactReader.Malformed) {
    func lines(_ r: inout FactReader) throws(FactReader.Malformed) -> Range<Int> {
      let (start, end) = (try r.integer(), try r.integer())
      guard start >= 0, start <= end else { throw FactReader.Malformed() }
      return start..<end
    }
    let directives = try reader.list { (r) throws(FactReader.Malformed) in
      Directive(name: try r.text(), range: try r.range(), lines: try lines(&r))
    }
    func place(_ r: inout FactReader) throws(FactReader.Malformed) -> Int {
      let place = try r.integer()
      guard directives.indices.contains(place) else { throw FactReader.Malformed() }
      return place
    }
    let singles = try reader.list { (r) throws(FactReader.Malformed) in
      (Key(name: try r.text(), line: try r.integer()), try place(&r))
    }
    let spans = try reader.list { (r) throws(FactReader.Malformed) in
      let name = try r.text()
      let places = try r.list { (r) throws(FactReader.Malformed) in try place(&r) }
      if places.isEmpty { throw FactReader.Malformed() }
      return (name, places)
    }
    self.directives = directives
    self.singles = Dictionary(singles) { $1 }
    self.spans = Dictionary(spans) { $1 }
    switches = try reader.optional { (r) throws(FactReader.Malformed) in
      try CommentSwitches(from: &r)
    }
    cells = try reader.optional { (r) throws(FactReader.Malformed) in
      CellMap(
        try r.list { (r) throws(FactReader.Malformed) in
          CellMap.Span(cell: try r.integer(), isMarkdown: try r.flag(), lines: try lines(&r))
        })
    }
  }
}
