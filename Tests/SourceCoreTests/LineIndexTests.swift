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
}
