import SourceCore
import TestSupport
import Testing

@testable import CourseLint

@Suite struct MarkSearchTests {
  /// Some that are looked for eight bytes at a time, and some that are too many or too short.
  private static let lists = [
    ["FIXME", "TODO", "À COMPLÉTER", "lorem ipsum", "todo:"],
    ["a", "Bc"],
    ["ab", "bc", "cd", "de", "ef", "fg"],
  ]

  /// What the search does eight bytes at a time, byte by byte.
  private func places(_ texts: [String], in bytes: [UInt8], _ range: ByteRange) -> [Range<Int>] {
    func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    var found: [Range<Int>] = []
    var i = range.start
    next: while i < range.end {
      for text in texts where i + text.utf8.count <= range.end {
        let isExact = text.contains(where: \.isUppercase)
        let end = i + text.utf8.count
        let isThere = zip(bytes[i..<end], text.utf8).allSatisfy {
          $0 == $1 || !isExact && lower($0) == $1
        }
        if isThere, Words.stand(alone: i..<end, in: bytes) {
          found.append(i..<end)
          i = end
          continue next
        }
      }
      i += 1
    }
    return found
  }

  @Test(arguments: lists) func marksAreFoundAsByteByByte(texts: [String]) {
    let seed = TestSeed.of("marks")
    var random = SeededGenerator(seed: seed)
    let search = MarkSearch(texts)
    let pieces =
      texts + texts.map { $0.uppercased() } + ["a", "l", " ", " ", "é", "-", "TO", "lo", ".", "\n"]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...12, using: &random)
      let parts = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
      let bytes = Array(parts.joined().utf8)
      let start = Int.random(in: 0...bytes.count, using: &random)
      let range = ByteRange(start, Int.random(in: start...bytes.count, using: &random))
      var found: [Range<Int>] = []
      search.search(bytes, range) { found.append($0) }
      #expect(found == places(texts, in: bytes, range), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
