import SourceCore
import StructuredData
import TestSupport
import Testing

@Suite struct PlainMappingTests {
  /// Simple maps are read without libyaml, which a comment behind them makes necessary.
  @Test func plainMapsAreReadAsLibyamlReadsThem() {
    let seed = TestSeed.of("plain maps")
    var random = SeededGenerator(seed: seed)
    let keys = ["title", "a", "B-2", "null", "x_y", "a", "1a", "id"]
    let values = [
      "10", "1.10", "yes", "true", "null", "Weights (a, b)", "\"a: b # c\"", "'q'", "2026-01-02",
      "0x1F", "1e3", "a  b", "\"\"", "a:b", "a #b", "- a", "[a]", "é", "\"é\"", "a ", "~", "",
      "a/b+c", "\"a\\tb\"", "1_000", "+1", ".5", "5.", "Infinity", "x-", "a\n  b", "a\tb",
    ]
    let gaps = [": ", ":  ", ":", " : ", ": "]
    let ends = ["\n", "\n\n", "\r\n", "\n \n", "\n"]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        for pieces in [keys, gaps, values, ends] {
          text += pieces.randomElement(using: &random) ?? ""
        }
      }
      if Bool.random(using: &random), text.hasSuffix("\n") { text.removeLast() }
      let bytes = Array(text.utf8)
      let commented = Array((text + "\n# c\n").utf8)
      let (plain, whole) = (YAMLParser.parse(bytes), YAMLParser.parse(commented))
      #expect(plain.root == whole.root, "\(text.debugDescription)")
      #expect(plain.problems.count == whole.problems.count, "\(text.debugDescription)")
    }
  }
}
