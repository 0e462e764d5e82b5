/// FNV-1a of 128 bits: a name, not a security measure.
struct Fingerprint {
  /// The hash of what was added so far.
  private(set) var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

  /// Adds one byte.
  mutating func add(_ byte: UInt8) {
    hash ^= UInt128(byte)
    hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
  }

  /// Adds a text's bytes.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  /// The hash as 32 hexadecimal digits.
  var text: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(32)
    for shift in stride(from: 124, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: hash >> UInt128(shift)) & 15
      digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
