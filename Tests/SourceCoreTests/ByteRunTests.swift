import SourceCore
import TestSupport
import Testing

@Suite struct ByteRunTests {
  /// Eight bytes at a time give what one at a time gives, wherever a run begins and ends.
  @Test func sameAsOneByteAtATime() {
    let seed = TestSeed.of("byte runs")
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("aZz{`@[]AM^\\ 0\u{7F}é\0".utf8)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let start = Int.random(in: 0...count, using: &random)
      let end = Int.random(in: start...count, using: &random)
      let letter = (start..<end).first { (bytes[$0] | 0x20) &- 0x61 >= 26 } ?? end
      #expect(ByteRun.endOfLetters(bytes.span, from: start, to: end) == letter)
      let capital = (start..<end).first { bytes[$0] &- 0x41 < 26 } ?? end
      #expect(
        ByteRun.next(bytes.span, from: 0x41, through: 0x5A, at: start, to: end) == capital)
      let bracket = (start..<end).first { (0x5B...0x5E).contains(bytes[$0]) } ?? end
      #expect(
        ByteRun.next(bytes.span, from: 0x5B, through: 0x5E, at: start, to: end) == bracket)
    }
  }

  @Test func everyByte() {
    for byte in UInt8.min...UInt8.max {
      let word = UInt64(byte) | UInt64(byte) << 32
      let isLetter = (byte | 0x20) &- 0x61 < 26
      #expect((ByteRun.letters(word) & 0x80 != 0) == isLetter)
      #expect((ByteRun.letters(word) & 0x80_0000_0000 != 0) == isLetter)
    }
  }
}
