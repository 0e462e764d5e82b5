import SourceCore
import TestSupport
import Testing

/// The lines and columns of fixes' edits.
@Suite struct EditSpanTests {
  private let rule = RuleInfo(
    id: "a/b", summary: "S.", why: "W.", severity: .error, source: "test")

  private func spans(
    _ text: String, _ fixes: [[ByteRange]], needs: DiagnosticNeeds = .all
  ) -> [LineSpan?] {
    let source = SourceText(path: .root, text)
    var packer = DiagnosticPacker(
      source, lines: LineIndex(source.bytes), path: "x.md", needs: needs)
    for (number, ranges) in fixes.enumerated() {
      let fix = Fix(
        title: "mend", edits: ranges.map { Fix.Edit($0, "y") }, applicability: .safe)
      packer.add(
        Finding(nil, "message \(100 + number)", fix: fix), rule: rule, severity: .error)
    }
    return packer.finish().flatMap { $0.fix?.edits.map(\.span) ?? [] }
  }

  private func point(_ line: UInt32, _ column: UInt32, _ byteColumn: UInt32) -> LineSpan.Point {
    LineSpan.Point(line: line, column: column, byteColumn: byteColumn)
  }

  @Test func columnsCountScalarsAndBytes() {
    let found = spans("aé季x\r\n\r\nz", [[ByteRange(3, 6)], [ByteRange(7, 11), ByteRange(12, 12)]])
    #expect(
      found == [
        LineSpan(start: point(1, 3, 4), end: point(1, 4, 7)),
        LineSpan(start: point(1, 5, 8), end: point(3, 1, 1)),
        LineSpan(start: point(3, 2, 2), end: point(3, 2, 2)),
      ])
  }

  @Test func nobodyPaysForWhatNobodyAsked() {
    let needs = DiagnosticNeeds(excerpts: 0, edits: true)
    #expect(spans("abc", [[ByteRange(0, 1)]], needs: needs) == [nil])
  }

  /// Many fixes in one long line, near its start and far ahead by turns, take linear time.
  @Test func oneLongLineIsReadOnce() {
    let text = String(repeating: "x", count: 200_000)
    let fixes = (0..<4_000).map { [ByteRange($0, $0), ByteRange(199_999 - $0, 199_999 - $0)] }
    let time = threadTime { #expect(spans(text, fixes).count == 8_000) }
    #expect(time < .seconds(20))
  }

  @Test func spansAreKeptWithTheirFindings() throws {
    let source = SourceText(path: .root, "é one")
    var packer = DiagnosticPacker(source, lines: LineIndex(source.bytes), path: "x.md")
    let fix = Fix(title: "mend", replacing: ByteRange(3, 6), with: "1", applicability: .safe)
    packer.add(Finding(ByteRange(3, 6), "m", fix: fix), rule: rule, severity: .error)
    let found = packer.finish()
    var writer = FactWriter()
    found[0].write(to: &writer)
    var reader = FactReader(writer.bytes)
    let again = try Diagnostic(from: &reader)
    #expect(again == found[0])
    #expect(again.fix?.edits[0].span?.start == point(1, 3, 4))
  }
}
