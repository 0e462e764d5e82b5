import SourceCore

/// Files as they stand in an archive, one behind the other, with what the archive's list says of them.
struct PackedFiles: Sendable {
  /// What both headers of a file say, but for its name.
  private struct Entry {
    let name: [UInt8]
    let isStored: Bool
    let checksum: UInt32
    let size: Int
    /// How long it is in the archive, and where it begins here.
    let packed: Int
    let start: Int
  }

  private let time: DOSTime
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// Regular file, `rw-r--r--`, as Unix programs note it.
  private static let attributes = 0o100644 << 16
  private static let headerLength = 30

  /// Begins with no files; all are dated alike.
  init(_ time: DOSTime) { self.time = time }

  /// Compresses a file, or leaves it as it is.
  mutating func add(
    _ file: BundleFile, isStored: Bool, _ deflater: inout Deflater
  ) throws(ZipFailure) {
    let start = bytes.count
    let name = Array(file.path.utf8)
    // The header is written when it is known how long the file becomes.
    bytes += repeatElement(0, count: Self.headerLength)
    bytes += name
    if isStored { bytes += file.bytes } else { try deflater.deflate(file.bytes, to: &bytes) }
    let entry = Entry(
      name: name, isStored: isStored, checksum: CRC32.of(file.bytes), size: file.bytes.count,
      packed: bytes.count - start - Self.headerLength - name.count, start: start)
    var header: [UInt8] = []
    Self.put(0x0403_4B50, 4, &header)
    describe(entry, &header)
    bytes.replaceSubrange(start..<start + Self.headerLength, with: header)
    entries.append(entry)
  }

  /// The archive of all files in their order, in pieces that stand one behind the other.
  ///
  /// - Throws: `ZipFailure` where it would be too long for a plain one.
  static func archive(_ parts: [PackedFiles]) throws(ZipFailure) -> [[UInt8]] {
    var list: [UInt8] = []
    var (start, count) = (0, 0)
    for part in parts {
      for entry in part.entries {
        put(0x0201_4B50, 4, &list)
        // Made by version 6.3 of the format's description, on Unix.
        put(3 << 8 | 63, 2, &list)
        part.describe(entry, &list)
        // No comment, on the first disk, of no special kind.
        put(0, 6, &list)
        put(attributes, 4, &list)
        put(start + entry.start, 4, &list)
        list += entry.name
      }
      start += part.bytes.count
      count += part.entries.count
    }
    guard start + list.count < 0xFFFF_FFFF, count < 0xFFFF else { throw .tooLong }
    let length = list.count
    put(0x0605_4B50, 4, &list)
    put(0, 4, &list)
    put(count, 2, &list)
    put(count, 2, &list)
    put(length, 4, &list)
    put(start, 4, &list)
    put(0, 2, &list)
    return parts.map(\.bytes) + [list]
  }

  /// What both headers say alike.
  private func describe(_ entry: Entry, _ out: inout [UInt8]) {
    // The version that is needed to take it out.
    Self.put(entry.isStored ? 10 : 20, 2, &out)
    Self.put(entry.name.contains { $0 > 0x7F } ? 1 << 11 : 0, 2, &out)
    Self.put(entry.isStored ? 0 : 8, 2, &out)
    Self.put(Int(time.time), 2, &out)
    Self.put(Int(time.date), 2, &out)
    Self.put(Int(entry.checksum), 4, &out)
    Self.put(entry.packed, 4, &out)
    Self.put(entry.size, 4, &out)
    Self.put(entry.name.count, 2, &out)
    Self.put(0, 2, &out)
  }

  private static func put(_ number: Int, _ count: Int, _ out: inout [UInt8]) {
    for index in 0..<count { out.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
