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
    String(unsafeUninitializedCapacity: 32) { digits in
      for (half, part) in [hash >> 64, hash].enumerated() {
        let bits = UInt64(truncatingIfNeeded: part)
        for place in 0..<16 {
          let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - 4 * place)) & 15
          digits[half * 16 + place] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
      }
      return 32
    }
  }
}
