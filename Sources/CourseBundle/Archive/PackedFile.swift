import SourceCore

/// A file as it stands in an archive, with the two headers that describe it there.
struct PackedFile: Sendable {
  private let name: [UInt8]
  private let content: [UInt8]
  private let checksum: UInt32
  private let size: Int
  private let isStored: Bool

  /// Regular file, `rw-r--r--`, as Unix programs note it.
  private static let attributes = 0o100644 << 16
  /// Lengths of the two headers without the name.
  private static let (headerLength, entryLength) = (30, 46)

  /// Compresses a file, or leaves it as it is.
  init(_ file: BundleFile, isStored: Bool, _ deflater: inout Deflater) throws(ZipFailure) {
    name = Array(file.path.utf8)
    content = isStored ? file.bytes : try deflater.deflated(file.bytes)
    checksum = CRC32.of(file.bytes)
    size = file.bytes.count
    self.isStored = isStored
  }

  /// The archive of files in their order, all dated alike; nil where it would be too long for a
  /// plain one.
  static func archive(_ files: [PackedFile], time: DOSTime) -> [UInt8]? {
    let names = files.reduce(0) { $0 + $1.name.count }
    let list = files.reduce(headerLength * files.count + names) { $0 + $1.content.count }
    let end = list + entryLength * files.count + names
    guard end < 0xFFFF_FFFF, files.count < 0xFFFF else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(end + 22)
    var starts: [Int] = []
    starts.reserveCapacity(files.count)
    for file in files {
      starts.append(out.count)
      put(0x0403_4B50, 4, &out)
      file.describe(time, &out)
      out += file.name
      out += file.content
    }
    for (file, start) in zip(files, starts) {
      put(0x0201_4B50, 4, &out)
      // Made by version 6.3 of the format's description, on Unix.
      put(3 << 8 | 63, 2, &out)
      file.describe(time, &out)
      // No comment, on the first disk, of no special kind.
      put(0, 6, &out)
      put(attributes, 4, &out)
      put(start, 4, &out)
      out += file.name
    }
    put(0x0605_4B50, 4, &out)
    put(0, 4, &out)
    put(files.count, 2, &out)
    put(files.count, 2, &out)
    put(end - list, 4, &out)
    put(list, 4, &out)
    put(0, 2, &out)
    return out
  }

  /// What both headers say alike.
  private func describe(_ time: DOSTime, _ out: inout [UInt8]) {
    // The version that is needed to take it out.
    Self.put(isStored ? 10 : 20, 2, &out)
    Self.put(name.contains { $0 > 0x7F } ? 1 << 11 : 0, 2, &out)
    Self.put(isStored ? 0 : 8, 2, &out)
    Self.put(Int(time.time), 2, &out)
    Self.put(Int(time.date), 2, &out)
    Self.put(Int(checksum), 4, &out)
    Self.put(content.count, 4, &out)
    Self.put(size, 4, &out)
    Self.put(name.count, 2, &out)
    Self.put(0, 2, &out)
  }

  private static func put(_ number: Int, _ count: Int, _ out: inout [UInt8]) {
    for index in 0..<count { out.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
