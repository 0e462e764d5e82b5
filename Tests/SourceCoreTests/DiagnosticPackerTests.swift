import SourceCore
import TestSupport
import Testing

@Suite struct DiagnosticPackerTests {
  private let rules = ["b/one", "a/two", "a/three"].map {
    RuleInfo(id: $0, summary: "S.", why: "W.", severity: .error, source: "test")
  }

  /// Some lines, and findings anywhere in them.
  private func findings(
    _ random: inout SeededGenerator, count: Int
  ) -> (SourceText, [(Finding, RuleInfo)]) {
    let lines = (0..<20).map { String(repeating: "é x ", count: $0 % 7) }
    let text = SourceText(path: .root, lines.joined(separator: "\n"))
    // Rules flag whole scalars.
    let starts = (0...text.bytes.count).filter {
      $0 == text.bytes.count || text.bytes[$0] & 0xC0 != 0x80
    }
    let found = (0..<count).map { _ -> (Finding, RuleInfo) in
      let first = Int.random(in: 0..<starts.count - 1, using: &random)
      let last = Int.random(in: first...min(starts.count - 1, first + 9), using: &random)
      let (start, end) = (starts[first], starts[last])
      let range = Int.random(in: 0..<10, using: &random) == 0 ? nil : ByteRange(start, end)
      let fix = Fix(title: "mend", replacing: ByteRange(0, 1), with: "y", applicability: .safe)
      let message = "message \(Int.random(in: 0..<3, using: &random))"
      return (
        Finding(range, message, help: message, fix: start % 2 == 0 ? fix : nil),
        rules[start % rules.count]
      )
    }
    return (text, found)
  }

  /// Packing is a way to keep findings, not another way to order or to say them.
  ///
  /// The first seed has two ranges at one place.
  @Test(arguments: [10_375_469_934_566_166_575, TestSeed.of("packed findings")])
  func packedFindingsAreThoseMadeOneByOne(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let (text, found) = findings(&random, count: 60)
      let lines = LineIndex(text.bytes)
      var packer = DiagnosticPacker(text, lines: lines, path: "x.md")
      var single: [Diagnostic] = []
      for (finding, rule) in found {
        packer.add(finding, rule: rule, severity: .warning)
        single.append(
          Diagnostic(
            finding, rule: rule, severity: .warning, path: "x.md", text: text, lines: lines))
      }
      var packed = packer.finish()
      let inOrder = packed.map(\.message)
      Diagnostic.finish(&packed)
      Diagnostic.finish(&single)
      #expect(packed.map(\.message) == inOrder)
      #expect(packed == single)
      #expect(packed.map(\.fingerprint) == single.map(\.fingerprint))
      #expect(packed.map(\.excerpt) == single.map(\.excerpt))
      #expect(packed.map(\.flagged) == single.map(\.flagged))
      #expect(packed.map(\.help) == single.map(\.help))
      #expect(packed.map(\.fix) == single.map(\.fix))
    }
  }

  @Test func onlyWhatIsAskedForIsKept() {
    let text = SourceText(path: .root, "one two three four")
    var packer = DiagnosticPacker(
      text, lines: LineIndex(text.bytes), path: "x.md",
      needs: DiagnosticNeeds(excerpts: 2, edits: false))
    for start in [8, 0, 4] {
      let range = ByteRange(start, start + 3)
      let fix = Fix(title: "mend", replacing: range, with: "", applicability: .suggestion)
      packer.add(Finding(range, "m", fix: fix), rule: rules[0], severity: .note)
    }
    packer.add(Finding(ByteRange(14, 18), "m"), rule: rules[1], severity: .note)
    let found = packer.finish()
    #expect(found.map(\.column) == [1, 5, 9, 15])
    #expect(found.map(\.excerpt.isEmpty) == [false, false, true, false])
    #expect(found.map(\.isAboutWhole) == [false, false, false, false])
    #expect(found[0].fix?.title == "mend")
    #expect(found[0].fix?.applicability == .suggestion)
    #expect(found[0].fix?.edits == [])
    var whole = found
    Diagnostic.finish(&whole)
    #expect(Set(whole.map(\.fingerprint)).count == 4)
  }

  /// Of what a rule finds the first in the file are kept, in whatever order they come.
  @Test func theOthersAreCounted() {
    let text = SourceText(path: .root, String(repeating: "ab\n", count: 40))
    var packer = DiagnosticPacker(
      text, lines: LineIndex(text.bytes), path: "x.md",
      needs: DiagnosticNeeds(excerpts: 0, edits: false, findings: 3))
    func add(_ line: Int, _ rule: Int, _ message: String = "m") {
      packer.add(
        Finding(ByteRange(line * 3, line * 3 + 2), message), rule: rules[rule], severity: .warning)
    }
    for line in [9, 20, 10, 30, 11, 2, 15, 31, 31] { add(line, 0) }
    packer.add(Finding(nil, "whole"), rule: rules[0], severity: .warning)
    for line in [5, 6, 7] { add(line, 1) }
    var told: [Bool] = []
    told.append(packer.isTold(ByteRange(60, 61), rule: rules[2], severity: .warning))
    for line in [0, 1, 2] { add(line, 2) }
    told.append(packer.isTold(ByteRange(60, 61), rule: rules[2], severity: .warning))
    told.append(packer.isTold(ByteRange(0, 1), rule: rules[2], severity: .warning))
    #expect(told == [true, false, true])
    var found = packer.finish()
    Diagnostic.finish(&found)
    let first = found.filter { $0.rule == rules[0].id && !$0.isAboutWhole }
    // 30 and the first 31 stand behind the farthest of the first three; the second one is the same.
    #expect(first.map(\.line) == [3, 10, 11, 12, 16, 21])
    #expect(first.map(\.tally) == [1, 1, 1, 1, 1, 3])
    #expect(found.filter { $0.rule == rules[1].id }.map(\.tally) == [1, 1, 1])
    #expect(found.filter { $0.rule == rules[2].id }.map(\.tally) == [1, 1, 2])
    #expect(found.reduce(0) { $0 + $1.tally } == 1 + 8 + 3 + 4)
    var writer = FactWriter()
    Diagnostic.write(found, to: &writer)
    var reader = FactReader(writer.bytes)
    #expect((try? Diagnostic.readAll(from: &reader))?.map(\.tally) == found.map(\.tally))
    #expect(Diagnostic.below("a", found).map(\.tally) == found.map(\.tally))
  }

  /// More than one block holds.
  @Test func manyFindingsOfOneFile() {
    let count = 70_000
    let text = SourceText(path: .root, String(repeating: "ab\n", count: count))
    var packer = DiagnosticPacker(text, lines: LineIndex(text.bytes), path: "x.md")
    for line in 0..<count {
      packer.add(
        Finding(ByteRange(line * 3, line * 3 + 2), "line \(line)"), rule: rules[0],
        severity: .warning)
    }
    var found = packer.finish()
    Diagnostic.finish(&found)
    #expect(found.map(\.line) == Array(1...count))
    #expect(found.last?.message == "line \(count - 1)")
    #expect(Set(found.map(\.fingerprint)).count == count)
  }

  @Test func aFolderInFrontOfThePathStaysWithTheRest() {
    let text = SourceText(path: .root, "ab")
    var packer = DiagnosticPacker(text, lines: LineIndex(text.bytes), path: "x.md")
    packer.add(Finding(ByteRange(0, 1), "m"), rule: rules[0], severity: .error)
    packer.add(Finding(nil, "whole"), rule: rules[0], severity: .note)
    let root = Diagnostic(
      Finding(nil, "root"), rule: rules[0], severity: .note, path: ".", place: nil)
    let moved = Diagnostic.below("office", packer.finish() + [root])
    #expect(moved.map(\.path) == ["office/x.md", "office/x.md", "office"])
    #expect(moved.map(\.severity) == [.note, .error, .note])
    #expect(moved.map(\.isAboutWhole) == [true, false, true])
  }
}
