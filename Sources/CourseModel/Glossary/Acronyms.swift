import Markdown
import SourceCore

/// Finds acronyms in a page's text, and those that the page explains.
public struct Acronyms: Sendable, Hashable {
  /// An acronym where the page uses it first.
  public struct Use: Sendable, Hashable {
    /// The letters, without a plural `s`.
    public let text: String
    /// Where it stands.
    public let range: ByteRange
  }

  /// Each acronym once, in the order of the text.
  public private(set) var uses: [Use] = []
  /// Those that are explained: in brackets behind words, by words in brackets, in a glossary, in
  /// `<abbr>`, or by a link.
  public private(set) var explained: Set<String> = []

  private var seen: Set<String> = []

  /// Looks through the prose of a page.
  init(_ lesson: Lesson) {
    let document = lesson.document
    let bytes = document.source
    let isGlossary = GlossaryReader.isGlossary(lesson.path)
    var headings = lesson.headings[...]
    // Footnotes hold references, in which capitals are initials of persons.
    var notes = lesson.footnotes[...]
    let span = bytes.span
    // Where the next capitals are, at or behind the range before, which are in hardly any.
    var next = 0
    var last = 0
    for range in lesson.prose {
      if next < range.start || range.start < last {
        next = Self.nextCapitals(span, at: range.start, to: span.count)
      }
      last = range.start
      if next >= range.end { continue }
      while let note = notes.first, note.upper <= range.lower { notes.removeFirst() }
      if let note = notes.first, note.contains(range) { continue }
      while let heading = headings.first, heading.range.upper <= range.lower {
        headings.removeFirst()
      }
      // A heading in capitals is shouted; what it abbreviates is said in the text.
      if let heading = headings.first, heading.range.contains(range) { continue }
      if document.dialect == .jekyll, Self.isContents(bytes, range) { continue }
      scan(bytes, range, isGlossary: isGlossary)
    }
    for link in lesson.links where document.kind(link.node) == .link {
      noteLinked(document, link.node)
    }
    for tag in lesson.tags where tag.name == "abbr" && !tag.isClosing {
      let next = Int(tag.node.index) + 1
      guard document.kind(tag.node) == .htmlInline, next < document.nodeCount else { continue }
      noteAll(bytes, document.range(NodeID(next)))
    }
  }

  // MARK: Scanning

  private mutating func scan(_ bytes: [UInt8], _ range: ByteRange, isGlossary: Bool) {
    let span = bytes.span
    var i = range.start
    while true {
      // Three capitals in a row start an acronym; nearly all text has none.
      i = Self.nextCapitals(span, at: i, to: range.end)
      guard i < range.end else { return }
      let start = i
      while i < range.end, span[i] &- 0x41 < 26 || span[i] &- 0x30 < 10 { i += 1 }
      let end = i
      if i < range.end, span[i] == UInt8(ascii: "s") { i += 1 }
      let isWhole =
        (start == 0 || !Self.isPart(span[start - 1])) && (i >= bytes.count || !Self.isPart(span[i]))
      guard isWhole, Self.isAcronym(bytes[start..<end]) else {
        while i < range.end, Self.isPart(span[i]) { i += 1 }
        continue
      }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      if isGlossary || Self.isExplained(bytes, start, i, range) { explained.insert(text) }
      if seen.insert(text).inserted {
        if !Self.isAmongCapitals(bytes, start, i, range) {
          uses.append(Use(text: text, range: ByteRange(start, end)))
        } else {
          seen.remove(text)
        }
      }
    }
  }

  /// Offset of the first of three capitals at or behind `start`; `end` where there are none.
  private static func nextCapitals(_ span: Span<UInt8>, at start: Int, to end: Int) -> Int {
    var i = start
    while i + 3 <= end {
      if i + 18 <= span.count {
        let first = isCapital(ByteRun.sixteen(span, at: i))
        let second = isCapital(ByteRun.sixteen(span, at: i + 1))
        if !ByteRun.isAny(first .& second .& isCapital(ByteRun.sixteen(span, at: i + 2))) {
          i += 16
          continue
        }
      }
      let stop = min(i + 16, end - 2)
      while i < stop {
        if span[i] &- 0x41 < 26, span[i + 1] &- 0x41 < 26, span[i + 2] &- 0x41 < 26 { return i }
        i += 1
      }
    }
    return end
  }

  /// Other ways to write this comparison are calls for each byte.
  @inline(__always)
  private static func isCapital(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    (bytes &- SIMD16(repeating: 0x41)) .<= SIMD16(repeating: 25)
  }

  /// Whether kramdown puts the table of contents in the place of a text: `* TOC` above `{:toc}`.
  private static func isContents(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let next = bytes[min(range.end, bytes.count)...].prefix(40).drop { $0 <= 0x20 }
    return next.starts(with: "{:toc".utf8) || next.starts(with: "{: toc".utf8)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 || byte == 0x5F || byte == 0x2F
      || byte == 0x2E || byte == 0x40
      || byte == 0x2D
  }

  /// Two to six letters, digits behind them at most, and no Roman number.
  private static func isAcronym(_ word: ArraySlice<UInt8>) -> Bool {
    let letters = word.prefix { $0 >= 0x41 }.count
    guard letters == word.count, (3...6).contains(letters) else { return false }
    return !word.allSatisfy { "IVXLCDM".utf8.contains($0) }
  }

  /// `words (ABC)`, `ABC (words …)`, `ABC: words`, `ABC stands for`.
  private static func isExplained(_ bytes: [UInt8], _ start: Int, _ end: Int, _ range: ByteRange)
    -> Bool
  {
    if start > range.start + 2, bytes[start - 1] == UInt8(ascii: "(") { return true }
    let rest = bytes[end..<max(end, range.end)]
    if rest.starts(with: " (".utf8) {
      // Words, not a number or a link.
      return rest.dropFirst(2).prefix(40).split(separator: 0x20).count >= 2
    }
    for phrase in [" stands for", " means ", " is short for", " signifie", " significa", ": the "] {
      if rest.starts(with: phrase.utf8) { return true }
    }
    return false
  }

  /// Whether both neighbours are in capitals too: such a line is shouted.
  private static func isAmongCapitals(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ range: ByteRange
  ) -> Bool {
    var before = start
    while before > range.start, bytes[before - 1] == 0x20 { before -= 1 }
    var after = end
    while after < range.end, bytes[after] == 0x20 { after += 1 }
    let isBefore =
      before > range.start + 2 && bytes[before - 1] &- 0x41 < 26 && bytes[before - 2] &- 0x41 < 26
    let isAfter =
      after + 2 < range.end && bytes[after] &- 0x41 < 26 && bytes[after + 1] &- 0x41 < 26
    return isBefore || isAfter
  }

  // MARK: Explanations

  /// A link leads to the explanation.
  private mutating func noteLinked(_ document: Document, _ node: NodeID) {
    for index in Int(node.index)..<Int(document.end(node).index)
    where document.kind(NodeID(index)) == .text {
      noteAll(document.source, document.range(NodeID(index)))
    }
  }

  private mutating func noteAll(_ bytes: [UInt8], _ range: ByteRange) {
    for word in bytes[range.indices].split(whereSeparator: { !($0 &- 0x41 < 26) })
    where Self.isAcronym(word) {
      explained.insert(String(decoding: word, as: UTF8.self))
    }
  }
}
