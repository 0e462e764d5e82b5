import SourceCore
import TestSupport
import Testing

@Suite struct LineStartTests {
  /// Lines end at `\n`, `\r\n` and a lone `\r`.
  @Test func linesStartBehindEachKindOfEnding() {
    let seed = TestSeed.of("lines")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...30, using: &random)
      let bytes = (0..<count).map { _ in
        [0x61, 0x0A, 0x0D, 0x20].randomElement(using: &random) ?? UInt8(0x61)
      }
      var starts = [0]
      var endings = ["\n": 0, "\r\n": 0, "\r": 0]
      for i in bytes.indices {
        let isPair = bytes[i] == 0x0A && i > 0 && bytes[i - 1] == 0x0D
        let isLone = bytes[i] == 0x0D && !(i + 1 < count && bytes[i + 1] == 0x0A)
        if bytes[i] == 0x0A || isLone { starts.append(i + 1) }
        if isPair { endings["\r\n", default: 0] += 1 }
        if isLone { endings["\r", default: 0] += 1 }
        if bytes[i] == 0x0A, !isPair { endings["\n", default: 0] += 1 }
      }
      let lines = LineIndex(bytes)
      #expect((0..<lines.count).map(lines.start) == starts)
      let most = endings.values.max() ?? 0
      #expect(endings[lines.lineEnding] == most)
    }
  }
}
