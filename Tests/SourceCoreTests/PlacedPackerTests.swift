import SourceCore
import TestSupport
import Testing

@Suite struct PlacedPackerTests {
  private let rule = RuleInfo(
    id: "a/one", summary: "S.", why: "W.", severity: .error, source: "test")

  /// Packing is a way to keep findings, not another way to order or to say them.
  @Test func packedFindingsAreThoseMadeOneByOne() {
    var random = SeededGenerator(seed: TestSeed.of("placed findings"))
    let text = SourceText(path: .root, String(repeating: "é x y\n", count: 30))
    let lines = LineIndex(text.bytes)
    for _ in 0..<100 {
      var packer = PlacedPacker(rule, .warning)
      var single: [Diagnostic] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        let start = Int.random(in: 0..<20, using: &random) * 7
        let place =
          Bool.random(using: &random)
          ? Place(ByteRange(start, start + 2), in: text, lines: lines) : nil
        let path = ["a.md", "b.md"][Int.random(in: 0..<2, using: &random)]
        let finding = Finding(nil, "message \(Int.random(in: 0..<2, using: &random))")
        packer.add(finding, path: path, place: place)
        single.append(
          Diagnostic(finding, rule: rule, severity: .warning, path: path, place: place))
      }
      var packed = packer.finish()
      #expect(packed.count == single.count)
      Diagnostic.finish(&packed)
      Diagnostic.finish(&single)
      #expect(packed == single)
      #expect(packed.map(\.fingerprint) == single.map(\.fingerprint))
      #expect(packed.map(\.excerpt) == single.map(\.excerpt))
    }
  }
}
