import Digest
import FactCache
import Glibc
import SourceCore
import TestSupport
import Testing

/// The cache gives what was put or nothing, whatever happens to its file.
@Suite struct FactCacheTests {
  private static func key(_ number: Int, build: [UInt8] = [1]) -> FactKey {
    FactKey("test", build: build) { $0.integer(number) }
  }

  /// The bytes that are kept under a number.
  private static func value(_ number: Int) -> [UInt8] {
    Array(repeating: UInt8(truncatingIfNeeded: number), count: number % 500)
      + SHA256.hash("\(number)".utf8)
  }

  private static func open(
    _ folder: TemporaryFolder, limit: Int = FactCache.defaultLimit
  ) throws -> FactCache {
    try #require(
      FactCache(folder: folder.path + "/cache", build: [1], limit: limit) {
        Issue.record("\($0)")
      })
  }

  @Test func `what was put is there in the next process`() throws {
    let folder = try TemporaryFolder()
    let numbers = Array(0..<2_000)
    do {
      let cache = try Self.open(folder)
      #expect(cache.values(for: [Self.key(1)]) == [nil])
      cache.put(numbers.map { (Self.key($0), Self.value($0)) })
    }
    let cache = try Self.open(folder)
    #expect(cache.values(for: numbers.map { Self.key($0) }) == numbers.map { Self.value($0) })
    #expect(cache.values(for: [Self.key(5_000), Self.key(3)]) == [nil, Self.value(3)])
    #expect(cache.status().facts == 2_000)
  }

  @Test func `another build finds nothing`() throws {
    let cache = try Self.open(TemporaryFolder())
    cache.put([(Self.key(1), [7])])
    #expect(cache.values(for: [Self.key(1, build: [2])]) == [nil])
  }

  @Test func `a value may be empty, and a newer one replaces it`() throws {
    let cache = try Self.open(TemporaryFolder())
    cache.put([(Self.key(1), [])])
    #expect(cache.values(for: [Self.key(1)]) == [[]])
    cache.put([(Self.key(1), [1, 2])])
    #expect(cache.values(for: [Self.key(1)]) == [[1, 2]])
  }

  @Test func `a full cache forgets what was used least lately`() throws {
    let cache = try Self.open(TemporaryFolder(), limit: 400_000)
    let often = Self.key(-1)
    cache.put([(often, [9])])
    for round in 0..<60 {
      cache.put((0..<20).map { (Self.key(round * 20 + $0), Array(repeating: 1, count: 1_000)) })
      #expect(cache.values(for: [often]) == [[9]], "round \(round)")
      #expect(cache.status().bytes <= 440_000)
    }
    #expect(cache.values(for: [Self.key(0)]) == [nil])
    #expect(cache.values(for: [Self.key(60 * 20 - 1)]) != [nil])
  }

  @Test func `clearing forgets all`() throws {
    let cache = try Self.open(TemporaryFolder())
    cache.put((0..<100).map { (Self.key($0), Self.value($0)) })
    cache.clear()
    #expect(cache.status().facts == 0)
    cache.put([(Self.key(1), [1])])
    #expect(cache.values(for: [Self.key(1)]) == [[1]])
  }

  @Test(arguments: [0, 1, 2, 3]) func `a damaged file is deleted and told`(_ damage: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/cache/" + FactCache.fileName
    let numbers = Array(0..<500)
    do {
      let cache = try Self.open(folder)
      cache.put(numbers.map { (Self.key($0), Self.value($0)) })
    }
    var bytes = try Files.read(path)
    switch damage {
    case 0: bytes = Array("no database at all, but long enough to be read as one".utf8)
    case 1: bytes.removeLast(bytes.count / 2)
    case 2: for i in 4_096..<bytes.count { bytes[i] = UInt8(truncatingIfNeeded: i &* 31) }
    // A single bit in a value, which only the checksum notices.
    default:
      let value = Self.value(77)
      let places = bytes.indices.filter { bytes[$0...].starts(with: value) }
      try #require(!places.isEmpty)
      for place in places { bytes[place + 3] ^= 1 }
    }
    try Files.write(path, bytes)
    var notes: [String] = []
    let damaged = FactCache(folder: folder.path + "/cache", build: [1]) { notes.append($0) }
    let found = damaged?.values(for: numbers.map { Self.key($0) }) ?? []
    for (number, value) in zip(numbers, found) where value != nil {
      #expect(value == Self.value(number))
    }
    #expect(notes.count == 1 && notes[0].contains("was damaged and has been deleted"), "\(notes)")
    let cache = try Self.open(folder)
    #expect(cache.values(for: numbers.map { Self.key($0) }).allSatisfy { $0 == nil })
    cache.put([(Self.key(1), [1])])
    #expect(cache.values(for: [Self.key(1)]) == [[1]])
  }

  @Test func `a damaged file that others have open is left alone`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/cache/" + FactCache.fileName
    try Files.write(path, Array(repeating: 0x41, count: 8_192))
    let other = unsafe Glibc.open(folder.path + "/cache/facts.lock", O_RDWR | O_CREAT, 0o600)
    defer { close(other) }
    #expect(flock(other, LOCK_SH) == 0)
    var notes: [String] = []
    #expect(FactCache(folder: folder.path + "/cache", build: [1]) { notes.append($0) } == nil)
    #expect(notes.count == 1 && notes[0].contains("until nobody else"), "\(notes)")
    #expect(try Files.read(path).count == 8_192)
  }

  @Test func `a folder that cannot be written is no cache`() throws {
    let folder = try TemporaryFolder()
    try Files.write(folder.path + "/file", [])
    #expect(FactCache(folder: folder.path + "/file/cache", build: [1]) { _ in } == nil)
  }
}
