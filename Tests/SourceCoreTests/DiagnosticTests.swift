import SourceCore
import TestSupport
import Testing

struct DiagnosticTests {
  private let rule = RuleInfo(
    id: "a/b", alias: "AB1", summary: "S.", why: "W.", severity: .error, source: "test")

  private func diagnostic(
    _ text: String, _ range: ByteRange?, message: String = "m", path: String = "x.md"
  ) -> Diagnostic {
    let source = SourceText(path: .root, text)
    return Diagnostic(
      Finding(range, message), rule: rule, severity: .warning, path: path, text: source,
      lines: LineIndex(source.bytes))
  }

  private func range(of flagged: String, in text: String) -> ByteRange {
    let bytes = Array(text.utf8)
    let wanted = Array(flagged.utf8)
    let start = (0...bytes.count - wanted.count).first {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    return ByteRange(start ?? 0, (start ?? 0) + wanted.count)
  }

  /// Columns count scalars: neither bytes nor UTF-16 units nor the byte-order mark.
  @Test(arguments: [
    ("abc def", "def", 1, 5, 1, 8), ("\u{FEFF}abc", "abc", 1, 1, 1, 4), ("é 統 x", "x", 1, 5, 1, 6),
    ("😀 x", "x", 1, 3, 1, 4), ("e\u{301} x", "x", 1, 4, 1, 5), ("a\r\nb c\r\n", "c", 2, 3, 2, 4),
    ("\u{FEFF}é\r\n\r\nx", "x", 3, 1, 3, 2), ("a b\nc d", "b\nc", 1, 3, 2, 2),
    ("a\rb", "b", 2, 1, 2, 2),
    ("x\ny\n", "x\n", 1, 1, 1, 3),
  ])
  func places(
    _ text: String, _ flagged: String, _ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int
  ) {
    let found = diagnostic(text, range(of: flagged, in: text))
    #expect(
      [found.line, found.column, found.endLine, found.endColumn] == [
        line, column, endLine, endColumn,
      ])
  }

  @Test func excerpts() {
    let text = "\u{FEFF}first\r\n  second line\r\nthird"
    #expect(diagnostic(text, range(of: "first", in: text)).excerpt == "first")
    let second = diagnostic(text, range(of: "  second ", in: text))
    #expect(second.excerpt == "  second line")
    #expect(second.flagged == "second")
    #expect(diagnostic(text, nil).excerpt == "")
    #expect(diagnostic(text, nil).line == 1)
    let long = String(repeating: "x", count: 5000)
    let cut = diagnostic(long, ByteRange(10, 20))
    #expect(cut.excerpt.utf8.count >= 10 + Place.excerptLimit)
    #expect(cut.excerpt.utf8.count < 1_000)
    // Places near to each other show the same, so that it is kept once.
    #expect(diagnostic(long, ByteRange(30, 40)).excerpt == cut.excerpt)
    let end = diagnostic(long, ByteRange(4_990, 5_000))
    #expect(end.excerptColumn + end.excerpt.utf8.count - 1 == 5_000)
  }

  @Test func anExcerptIsCutBetweenScalars() {
    let text = "a" + String(repeating: "日", count: 5_000)
    for start in stride(from: 1, to: 15_000, by: 999) {
      let found = diagnostic(text, ByteRange(start, start + 3))
      #expect(!found.excerpt.unicodeScalars.contains("\u{FFFD}"))
      let skipped = found.column - found.excerptColumn
      #expect(found.excerpt.unicodeScalars.dropFirst(skipped).first == "日")
    }
  }

  @Test func offsetsAtTheEndOfTheFile() {
    let found = diagnostic("ab\n", ByteRange(3, 3))
    #expect([found.line, found.column] == [2, 1])
    let empty = diagnostic("", ByteRange(0, 0))
    #expect([empty.line, empty.column, empty.endLine, empty.endColumn] == [1, 1, 1, 1])
    let mark = diagnostic("\u{FEFF}", ByteRange(0, 3))
    #expect([mark.line, mark.column] == [1, 1])
  }

  /// A finding keeps its fingerprint when text before it changes, and its equals keep theirs.
  @Test func fingerprintsStayWhenLinesMove() {
    func fingerprints(_ text: String) -> [String] {
      var found: [Diagnostic] = []
      var start = 0
      let bytes = Array(text.utf8)
      while start + 5 <= bytes.count {
        if bytes[start..<start + 5].elementsEqual("FIXME".utf8) {
          found.append(diagnostic(text, ByteRange(start, start + 5)))
        }
        start += 1
      }
      Diagnostic.finish(&found)
      return found.map(\.fingerprint)
    }
    let before = fingerprints("a FIXME b\nFIXME\n")
    #expect(before.count == 2)
    #expect(Set(before).count == 2)
    #expect(fingerprints("é\r\n\r\nnew text\n  a FIXME b\nmore\nFIXME\n") == before)
    #expect(fingerprints("FIXME") == [before[0]])
  }

  @Test func fingerprintsTellFindingsApart() {
    var all = [
      diagnostic("x y", ByteRange(0, 1)), diagnostic("x y", ByteRange(2, 3)),
      diagnostic("x y", ByteRange(0, 1), path: "z.md"), diagnostic("x y", nil, message: "one"),
      diagnostic("x y", nil, message: "two"), diagnostic("x y", ByteRange(0, 1)),
    ]
    Diagnostic.finish(&all)
    #expect(Set(all.map(\.fingerprint)).count == all.count)
    #expect(all.allSatisfy { $0.fingerprint.utf8.count == 32 })
  }

  @Test func orderIsTheSameHoweverTheyWereFound() {
    let sorted = [
      diagnostic("x y", nil, path: "a.md"), diagnostic("x y", ByteRange(0, 1)),
      diagnostic("x y", ByteRange(2, 3), message: "a"),
      diagnostic("x y", ByteRange(2, 3), message: "b"),
    ]
    var random = SeededGenerator(seed: TestSeed.of("orders"))
    for _ in 0..<10 {
      var shuffled = sorted.shuffled(using: &random)
      Diagnostic.finish(&shuffled)
      #expect(shuffled.map(\.message) == sorted.map(\.message))
      #expect(shuffled.map(\.column) == [1, 1, 3, 3])
    }
  }
}

@Suite struct PlaceResolverTests {
  @Test func aVeryLongLineIsShownAroundThePlaceAndCountedOnce() {
    let unit = "é[a](b.md) "
    let text = SourceText(path: .root, String(repeating: unit, count: 20_000))
    let lines = LineIndex(text.bytes)
    var resolver = PlaceResolver(text, lines: lines)
    for i in stride(from: 0, to: 20_000, by: 1) {
      // The two bytes of `é` are one column.
      let start = i * unit.utf8.count + 2
      let place = resolver.place(ByteRange(start, start + 9))
      #expect(place.column == i * 11 + 2)
      #expect(place.endColumn == place.column + 9)
      // Behind the first thousand bytes, excerpts begin near to their place.
      #expect(place.excerpt.utf8.count <= 1_100 + Place.excerptLimit)
      let skipped = place.column - place.excerptColumn
      #expect(place.excerpt.unicodeScalars.dropFirst(skipped).starts(with: "[a]".unicodeScalars))
    }
  }
}
