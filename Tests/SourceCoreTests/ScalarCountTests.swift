import SourceCore
import TestSupport
import Testing

@Suite struct ScalarCountTests {
  /// Columns in a very long line are counted from marks in it; they are those counted from its start.
  @Test func columnsFarOutAreTheSame() {
    var random = SeededGenerator(seed: TestSeed.of("columns far out"))
    let letters = ["a", "é", "日", "😀", " "]
    for length in [8_000, 8_300, 30_000] {
      let line = (0..<length).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }.joined()
      let text = SourceText(path: .root, "short\n" + line + "\nshort")
      let lines = LineIndex(text.bytes)
      let starts = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 }
      for _ in 0..<300 {
        let i = Int.random(in: 0..<starts.count - 1, using: &random)
        let j = min(
          starts.count - 1, i + [1, 3, 5_000, 9_000][Int.random(in: 0..<4, using: &random)])
        let range = ByteRange(starts[i], starts[j])
        let place = Place(range, in: text, lines: lines)
        #expect(place.line == (i < 6 ? 1 : i < 6 + length + 1 ? 2 : 3))
        #expect(place.column == (i < 6 ? i : i < 6 + length + 1 ? i - 6 : i - 6 - length - 1) + 1)
        if place.endLine == place.line { #expect(place.endColumn == place.column + j - i) }
      }
    }
  }
}
