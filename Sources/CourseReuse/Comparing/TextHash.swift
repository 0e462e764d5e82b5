/// FNV-1a: the same on every machine, and good enough to tell lines and paragraphs apart.
struct TextHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    value ^= UInt64(byte)
    value &*= 0x0000_0100_0000_01B3
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = TextHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
