/// A checksum that notices what a disk did to some bytes; no protection against people.
enum Checksum {
  /// The eight bytes of the checksum.
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    let sum = unsafe bytes.withUnsafeBytes { unsafe Self.hash($0) }
    return stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: sum >> $0) }
  }

  /// Whether bytes begin with the checksum of the others.
  static func stands(before bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 8 else { return false }
    var stated: UInt64 = 0
    for i in 0..<8 { stated = unsafe stated << 8 | UInt64(bytes[i]) }
    return unsafe hash(UnsafeRawBufferPointer(rebasing: bytes[8...])) == stated
  }

  /// FNV-1a over words of eight bytes, each mixed so that its high bits count too.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      at += 8
    }
    while at < bytes.count {
      hash = unsafe (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
      at += 1
    }
    return hash ^ hash >> 29
  }
}
