/// Line endings of a text.
enum LineEndings {
  /// The text with one kind of line ending.
  static func written(_ bytes: [UInt8], asWindows: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for i in bytes.indices {
      if bytes[i] == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { continue }
      if bytes[i] == 0x0A, asWindows { out.append(0x0D) }
      out.append(bytes[i])
    }
    return out
  }

  /// How many lines begin with a text.
  static func count(of start: String, in bytes: [UInt8]) -> Int {
    bytes.split(separator: 0x0A).count { $0.starts(with: start.utf8) }
  }
}
