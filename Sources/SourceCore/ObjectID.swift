/// The id of a Git object: a SHA-1 of 20 bytes.
public struct ObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
  private var high: UInt64
  private var middle: UInt64
  private var low: UInt32

  /// Makes an id from exactly 20 bytes; nil for any other number.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 else { return nil }
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    for (i, byte) in bytes.enumerated() {
      if i < 8 {
        words.0 = words.0 << 8 | UInt64(byte)
      } else if i < 16 {
        words.1 = words.1 << 8 | UInt64(byte)
      } else {
        words.2 = words.2 << 8 | UInt32(byte)
      }
    }
    (high, middle, low) = words
  }

  /// Makes an id from its bytes as three numbers, the most significant first.
  public init(words: (UInt64, UInt64, UInt32)) { (high, middle, low) = words }

  /// The bytes as three numbers, the most significant first.
  public var words: (UInt64, UInt64, UInt32) { (high, middle, low) }

  /// Makes an id from 40 hexadecimal digits; nil for anything else.
  public init?(hex: some StringProtocol) {
    let digits = Array(hex.utf8)
    guard digits.count == 40 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    for i in stride(from: 0, to: 40, by: 2) {
      guard let a = Self.nibble(digits[i]), let b = Self.nibble(digits[i + 1]) else { return nil }
      bytes.append(a << 4 | b)
    }
    self.init(bytes: bytes)
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The 20 bytes, most significant first.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(20)
    for shift in stride(from: 56, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: high >> UInt64(shift)))
    }
    for shift in stride(from: 56, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: middle >> UInt64(shift)))
    }
    for shift in stride(from: 24, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: low >> UInt32(shift)))
    }
    return result
  }

  /// The 40 lower-case hexadecimal digits.
  public var hex: String { hexadecimal(bytes) }

  /// The first seven digits, as Git abbreviates.
  public var short: String { String(hex.prefix(7)) }

  /// The 40 hexadecimal digits.
  public var description: String { hex }

  /// Orders as the hexadecimal digits do.
  public static func < (a: ObjectID, b: ObjectID) -> Bool {
    (a.high, a.middle, a.low) < (b.high, b.middle, b.low)
  }
}

/// Bytes as lower-case hexadecimal digits.
public func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }
  return String(decoding: out, as: UTF8.self)
}
