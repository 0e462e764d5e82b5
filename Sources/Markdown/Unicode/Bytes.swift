/// Classes of bytes, as CommonMark names them; ASCII only.
enum Bytes {
  /// Space or tab.
  @inline(__always) static func isBlank(_ b: UInt8) -> Bool { b == 0x20 || b == 0x09 }

  /// ASCII whitespace: space, tab, line feed, line tabulation, form feed, carriage return.
  @inline(__always) static func isWhitespace(_ b: UInt8) -> Bool {
    b == 0x20 || (b >= 0x09 && b <= 0x0D)
  }

  @inline(__always) static func isLineEnding(_ b: UInt8) -> Bool { b == 0x0A || b == 0x0D }

  @inline(__always) static func isDigit(_ b: UInt8) -> Bool { b &- 0x30 < 10 }

  @inline(__always) static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) &- 0x61 < 26 }

  @inline(__always) static func isAlphanumeric(_ b: UInt8) -> Bool { isDigit(b) || isLetter(b) }

  /// ASCII punctuation: everything printable that is no letter, digit or space.
  @inline(__always) static func isPunctuation(_ b: UInt8) -> Bool {
    b > 0x20 && b < 0x7F && !isAlphanumeric(b)
  }

  /// A control character of ASCII, or space; NUL is none, since it stands for U+FFFD.
  @inline(__always) static func isControlOrSpace(_ b: UInt8) -> Bool { b &- 1 < 0x20 || b == 0x7F }

  /// The value of a hexadecimal digit.
  @inline(__always) static func hexValue(_ b: UInt8) -> UInt32? {
    if isDigit(b) { return UInt32(b &- 0x30) }
    let letter = (b | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// Lower case for ASCII letters, every other byte as it is.
  @inline(__always) static func lowercased(_ b: UInt8) -> UInt8 {
    b &- 0x41 < 26 ? b | 0x20 : b
  }
}

/// The bytes a parser works on: they outlive it, and reading them is not checked in release builds.
typealias ByteView = UnsafeBufferPointer<UInt8>
