import SourceCore
import Testing

struct LineIndexTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]),
    ("a\r\nb\r\n", ["a", "b", ""]),
    ("a\rb", ["a", "b"]), ("a\n\rb", ["a", "", "b"]), ("\n\n", ["", "", ""]),
    ("é\u{2028}x\n", ["é\u{2028}x", ""]),
  ])
  func lines(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    #expect(index.count == expected.count)
    let lines = (0..<index.count).map {
      String(decoding: bytes[index.contentRange(ofLine: $0, in: bytes)], as: UTF8.self)
    }
    #expect(lines == expected)
  }

  @Test func everyOffsetIsInItsLine() {
    let bytes = Array("one\r\ntwo\n\nfour\rfive".utf8)
    let index = LineIndex(bytes)
    for offset in bytes.indices {
      let line = index.line(at: offset)
      #expect(index.range(ofLine: line).contains(offset))
    }
    #expect(index.line(at: bytes.count) == index.count - 1)
    let whole = (0..<index.count).flatMap { bytes[index.range(ofLine: $0)] }
    #expect(whole == bytes)
  }

  @Test(arguments: [
    ("", "\n"), ("a", "\n"), ("a\nb\r\n", "\n"), ("a\r\nb", "\r\n"), ("a\rb\r\r\n", "\r"),
    ("a\r\n\r\nb\n", "\r\n"), ("a\rb\n", "\n"),
  ])
  func mostLinesTellTheLineEnding(_ text: String, _ expected: String) {
    #expect(LineIndex(Array(text.utf8)).lineEnding.utf8.elementsEqual(expected.utf8))
  }

  /// Long files are looked up from a guess, which is far off where lines are of many lengths.
  @Test(arguments: [[0], [0, 0, 900], [3, 1], [0, 5_000_000]])
  func linesOfLongFilesAreFound(_ lengths: [Int]) {
    var bytes: [UInt8] = []
    for line in 0..<9_000 {
      // Each length in a stretch of its own, but for a single very long line.
      let length = lengths[line * lengths.count / 9_000]
      let isLong = length < 10_000 || line == 8_000
      bytes += Array(repeating: UInt8(ascii: "a"), count: isLong ? length : 1)
      bytes.append(0x0A)
    }
    let index = LineIndex(bytes)
    for line in 0..<index.count {
      let range = index.range(ofLine: line)
      for offset in [range.lowerBound, range.upperBound - 1] where range.contains(offset) {
        guard index.line(at: offset) != line else { continue }
        Issue.record("offset \(offset) is in line \(line), not \(index.line(at: offset))")
        return
      }
    }
    #expect(index.line(at: bytes.count) == index.count - 1)
    #expect(index.line(at: bytes.count + 9) == index.count - 1)
  }
}
