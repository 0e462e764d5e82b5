import SourceCore

/// Some of an archive's files as libzip packed them, apart from the list at the archive's end.
///
/// Files are packed one by one, so that shards of one list of files, joined in its order, are the
/// archive that libzip makes of the whole list.
struct ZipShard: Sendable {
  private let bytes: [UInt8]
  /// Where the list begins and how long it is.
  private let list: Range<Int>
  private let count: Int

  /// Length of the record that ends an archive without a comment.
  private static let endLength = 22
  /// Length of a list's entry without its name, and where in it stands the place of its file.
  private static let (entryLength, place) = (46, 42)

  /// Takes apart an archive that was just made; nil for one with anything but files in it.
  init?(_ archive: [UInt8]) {
    let end = archive.count - Self.endLength
    guard end >= 0, archive[end...].starts(with: [0x50, 0x4B, 0x05, 0x06]) else { return nil }
    bytes = archive
    count = Self.number(archive, end + 10, 2)
    let start = Self.number(archive, end + 16, 4)
    list = start..<start + Self.number(archive, end + 12, 4)
    guard list.upperBound == end else { return nil }
  }

  /// How many bytes it adds to an archive.
  var size: Int { list.upperBound }

  /// The archive that shards make in their order; nil where it would be too long for a plain one.
  static func joined(_ shards: [ZipShard]) -> [UInt8]? {
    if shards.count == 1 { return shards[0].bytes }
    let size = shards.reduce(endLength) { $0 + $1.size }
    let count = shards.reduce(0) { $0 + $1.count }
    guard size < 0xFFFF_FFFF, count < 0xFFFF else { return nil }
    var archive: [UInt8] = []
    archive.reserveCapacity(size)
    var starts: [Int] = []
    for shard in shards {
      starts.append(archive.count)
      archive += shard.bytes[..<shard.list.lowerBound]
    }
    let list = archive.count
    for (shard, start) in zip(shards, starts) {
      var entry = archive.count
      archive += shard.bytes[shard.list]
      for _ in 0..<shard.count {
        put(number(archive, entry + place, 4) + start, 4, at: entry + place, in: &archive)
        entry +=
          entryLength
          + number(archive, entry + 28, 2) + number(archive, entry + 30, 2)
          + number(archive, entry + 32, 2)
      }
    }
    let end = archive.count
    archive += [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: endLength - 4)
    put(count, 2, at: end + 8, in: &archive)
    put(count, 2, at: end + 10, in: &archive)
    put(end - list, 4, at: end + 12, in: &archive)
    put(list, 4, at: end + 16, in: &archive)
    return archive
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }

  private static func put(_ number: Int, _ count: Int, at start: Int, in bytes: inout [UInt8]) {
    for index in 0..<count {
      bytes[start + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
    }
  }
}
