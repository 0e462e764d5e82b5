import CourseBundle
import Testing

@Suite struct ZipWriterTests {
  static let files = [
    BundleFile(path: "b.txt", bytes: Array("hello hello hello hello".utf8)),
    BundleFile(path: "a/é.txt", bytes: Array("x".utf8)),
    BundleFile(path: "a/empty", bytes: []),
    BundleFile(path: "a.txt", bytes: Array("y".utf8)),
  ]

  @Test func fieldsAreAsReadersWantThem() throws {
    let archive = try ZipWriter.archive(Self.files, time: 1_700_000_001)
    let entries = try #require(ZipProbe(archive)).entries
    #expect(entries.map(\.name) == ["a.txt", "a/empty", "a/é.txt", "b.txt"])
    for entry in entries {
      #expect(entry.flags & 0x0809 == (entry.name.utf8.contains { $0 > 127 } ? 0x0800 : 0))
      #expect(entry.localFlags == entry.flags)
      #expect(entry.extra == 0 && entry.localExtra == 0 && entry.comment == 0)
      #expect(entry.attributes == 0o100644 << 16)
      #expect([0, 8].contains(entry.method))
      // 2023-11-14 22:13:20 UTC
      #expect(entry.date == (2023 - 1980) << 9 | 11 << 5 | 14)
      #expect(entry.time == 22 << 11 | 13 << 5 | 10)
    }
    #expect(entries.map(\.offset) == entries.map(\.offset).sorted())
  }

  @Test func theSameFilesMakeTheSameBytes() throws {
    let one = try ZipWriter.archive(Self.files, time: 1_700_000_001)
    #expect(try ZipWriter.archive(Self.files.reversed(), time: 1_700_000_001) == one)
    #expect(try ZipWriter.archive(Self.files, time: nil) != one)
  }

  @Test func manyThreadsMakeTheSameBytes() async throws {
    var files = Self.files
    for (index, kilobytes) in [900, 300, 2_500, 1, 0, 700, 60].enumerated() {
      let text = Array(String(repeating: "Kilobyte \(index). ", count: 85).utf8)
      let bytes = (0..<kilobytes).flatMap { text + "\($0)".utf8 }
      files.append(BundleFile(path: "c/ü\(index)", bytes: bytes))
    }
    files.append(BundleFile(path: "mimetype", bytes: [1, 2]))
    let alone = try ZipWriter.archive(files, time: 1_700_000_001)
    for count in [1, 2, 7] {
      let shared = try await ZipWriter.archive(
        files, time: 1_700_000_001, workers: Workers(count))
      #expect(shared == alone, "\(count) threads")
    }
    await #expect(throws: ZipFailure.self) {
      try await ZipWriter.archive(
        [BundleFile(path: "../a", bytes: [])], time: nil, workers: Workers(2))
    }
  }

  @Test(arguments: [
    (Int64?.none, 0, 1, 1), (0, 0, 1, 1), (-5, 0, 1, 1), (951_827_696, 20, 2, 29),
    (4_102_444_800, 120, 1, 1), (9_999_999_999, 127, 12, 31),
  ]) func datesStayInTheirRange(_ time: Int64?, _ year: Int, _ month: Int, _ day: Int) throws {
    let entry = try #require(ZipProbe(try ZipWriter.archive(Self.files, time: time))).entries[0]
    #expect(entry.date == year << 9 | month << 5 | day)
  }

  @Test(arguments: [
    ["a", "A"], ["../a"], ["/a"], ["a//b"], ["a/./b"], ["C:\\a"], ["a\u{0}"], [""],
    ["é", "e\u{301}"],
    ["a/"],
  ]) func hostileNamesAreRefused(_ names: [String]) {
    #expect(throws: ZipFailure.self) {
      try ZipWriter.archive(names.map { BundleFile(path: $0, bytes: []) }, time: nil)
    }
  }
}

/// Reads a ZIP archive's headers without the code under test.
struct ZipProbe {
  struct Entry {
    let name: String
    let flags, localFlags, method, time, date, extra, localExtra, comment: Int
    let attributes: UInt32
    let offset: Int
  }

  let entries: [Entry]

  init?(_ bytes: [UInt8]) {
    func number(_ at: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50, number(end + 20, 2) == 0 else { return nil }
    var entries: [Entry] = []
    var at = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(at, 4) == 0x0201_4B50 else { return nil }
      let length = number(at + 28, 2)
      let offset = number(at + 42, 4)
      guard number(offset, 4) == 0x0403_4B50 else { return nil }
      entries.append(
        Entry(
          name: String(decoding: bytes[at + 46..<at + 46 + length], as: UTF8.self),
          flags: number(at + 8, 2), localFlags: number(offset + 6, 2), method: number(at + 10, 2),
          time: number(at + 12, 2), date: number(at + 14, 2), extra: number(at + 30, 2),
          localExtra: number(offset + 28, 2), comment: number(at + 32, 2),
          attributes: UInt32(number(at + 38, 4)), offset: offset))
      at += 46 + length + number(at + 30, 2) + number(at + 32, 2)
    }
    self.entries = entries
  }
}
