import SourceCore

/// The headers of an archive that was laid out as `ZipWriter` lays it out, and in no other way.
///
/// Whatever else an archive may hold (gaps, overlaps, links, folders, encryption, comments, 64-bit
/// fields) is refused before anything is inflated.
struct ZipLayout {
  /// A file of the archive.
  struct Entry {
    let name: String
    let isStored: Bool
    /// Where its bytes lie, compressed or not.
    let content: Range<Int>
    let size: Int
    let checksum: UInt32
    let time: UInt16
    let date: UInt16
  }

  private(set) var entries: [Entry] = []
  private let bytes: [UInt8]

  /// Sum of what the files inflate to.
  var size: Int { entries.reduce(0) { $0 + $1.size } }

  /// Reads the headers; files that say they hold more than `limit` bytes together are refused.
  init(_ bytes: [UInt8], limit: Int) throws(ZipFailure) {
    self.bytes = bytes
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else {
      throw ZipFailure(description: "It does not end as an archive ends.")
    }
    let count = number(end + 10, 2)
    let directory = number(end + 16, 4)
    guard number(end + 4, 4) == 0, number(end + 8, 2) == count, number(end + 20, 2) == 0,
      directory + number(end + 12, 4) == end
    else { throw ZipFailure(description: "Its list of files is not where it should be.") }
    var names: Set<String> = []
    var offset = 0
    var at = directory
    var total = 0
    for _ in 0..<count {
      let entry = try entry(at, offset: offset, directory: directory, end: end)
      guard names.insert(entry.name.lowercased()).inserted else {
        throw ZipFailure(description: "Two of its files have the name \(quoted(entry.name)).")
      }
      total += entry.size
      guard total <= limit else {
        throw ZipFailure(description: "Its files say they hold more than \(limit) bytes.")
      }
      entries.append(entry)
      at += 46 + number(at + 28, 2)
      offset = entry.content.upperBound
    }
    guard at == end, offset == directory else {
      throw ZipFailure(description: "It holds bytes that belong to none of its files.")
    }
  }

  private func entry(
    _ at: Int, offset: Int, directory: Int, end: Int
  ) throws(ZipFailure) -> Entry {
    guard at + 46 <= end, number(at, 4) == 0x0201_4B50 else {
      throw ZipFailure(description: "Its list of files breaks off.")
    }
    let length = number(at + 28, 2)
    guard at + 46 + length <= end,
      let name = String(validating: bytes[at + 46..<at + 46 + length], as: UTF8.self)
    else { throw ZipFailure(description: "The name of one of its files is damaged.") }
    guard RelativePath.isSafe(name) else {
      throw ZipFailure(description: "\(quoted(name)) is no safe name.")
    }
    let method = number(at + 10, 2)
    let compressed = number(at + 20, 4)
    let size = number(at + 24, 4)
    // Of the flags, only the two about compression and the one for UTF-8 may be set.
    guard number(at + 8, 2) & ~0x0806 == 0, method == 0 || method == 8,
      method == 8 || compressed == size, number(at + 30, 4) == 0, number(at + 34, 4) == 0,
      compressed < 0xFFFF_FFFF, size < 0xFFFF_FFFF
    else { throw ZipFailure(description: "\(quoted(name)) is not packed as bundles are.") }
    guard number(at + 38, 4) >> 16 == 0o100644 else {
      throw ZipFailure(description: "\(quoted(name)) is a link or a folder, or not for reading.")
    }
    guard number(at + 42, 4) == offset, offset + 30 + length + compressed <= directory,
      number(offset, 4) == 0x0403_4B50, number(offset + 26, 2) == length,
      number(offset + 28, 2) == 0,
      bytes[offset + 4..<offset + 26].elementsEqual(bytes[at + 6..<at + 28]),
      bytes[offset + 30..<offset + 30 + length].elementsEqual(bytes[at + 46..<at + 46 + length])
    else { throw ZipFailure(description: "The two headers of \(quoted(name)) differ.") }
    let start = offset + 30 + length
    return Entry(
      name: name, isStored: method == 0, content: start..<start + compressed, size: size,
      checksum: UInt32(number(at + 16, 4)), time: UInt16(number(at + 12, 2)),
      date: UInt16(number(at + 14, 2)))
  }

  /// A little-endian number.
  private func number(_ at: Int, _ count: Int) -> Int {
    var value = 0
    for i in 0..<count { value |= Int(bytes[at + i]) << (8 * i) }
    return value
  }

  /// A name that may hold anything, for a message.
  private func quoted(_ name: String) -> String {
    let shown = name.unicodeScalars.prefix(80).map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F ? "?" : Character(scalar)
    }
    return "\"\(String(shown))\""
  }
}
