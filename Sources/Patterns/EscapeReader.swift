/// Reads what stands behind a backslash and means the same in a class and outside.
struct EscapeReader {
  enum Meaning {
    case scalar(UInt32)
    case set(CodePoints)
    /// A property, as PCRE2 writes it.
    case property(String)
  }

  private let source: [Unicode.Scalar]
  private(set) var at: Int

  init(_ source: [Unicode.Scalar], at: Int) {
    self.source = source
    self.at = at
  }

  /// Reads an escape whose backslash, at `start`, has been read.
  mutating func read(_ start: Int, inClass: Bool) throws(PatternError) -> Meaning {
    guard at < source.count else {
      throw PatternError("it ends in a backslash", at: start)
    }
    let scalar = source[at]
    at += 1
    switch scalar {
    case "d": return .set(.digits)
    case "D": return .set(CodePoints.digits.inverted)
    case "w": return .set(.wordCharacters)
    case "W": return .set(CodePoints.wordCharacters.inverted)
    case "s": return .set(.blanks)
    case "S": return .set(CodePoints.blanks.inverted)
    case "t": return .scalar(0x09)
    case "n": return .scalar(0x0A)
    case "v": return .scalar(0x0B)
    case "f": return .scalar(0x0C)
    case "r": return .scalar(0x0D)
    case "b" where inClass: return .scalar(0x08)
    case "0":
      if at < source.count, source[at] >= "0", source[at] <= "9" {
        throw PatternError("octal escapes are not allowed", at: start)
      }
      return .scalar(0)
    case "c":
      guard at < source.count, source[at].isASCII, source[at].properties.isAlphabetic else {
        throw PatternError("`\\c` needs a letter", at: start)
      }
      at += 1
      return .scalar(source[at - 1].value & 0x1F)
    case "x":
      guard let value = hexadecimal(2) else {
        throw PatternError("`\\x` needs two hexadecimal digits", at: start)
      }
      return .scalar(value)
    case "u": return .scalar(try codePoint(start))
    case "p", "P":
      guard at < source.count, source[at] == "{",
        let end = source[at...].firstIndex(of: "}")
      else { throw PatternError("`\\\(scalar)` needs a property in braces", at: start) }
      let name = String(String.UnicodeScalarView(source[(at + 1)..<end]))
      at = end + 1
      guard let text = UnicodeProperty.text(name, negated: scalar == "P") else {
        throw PatternError("`\(name)` is no property of Unicode that ECMA-262 knows", at: start)
      }
      return .property(text)
    default:
      let isWord = scalar.properties.isAlphabetic || scalar >= "0" && scalar <= "9"
      guard !isWord else {
        throw PatternError("`\\\(scalar)` is no escape of ECMA-262", at: start)
      }
      return .scalar(scalar.value)
    }
  }

  /// Behind `\u`: `{…}`, four digits, or two times four that are a pair of surrogates.
  private mutating func codePoint(_ start: Int) throws(PatternError) -> UInt32 {
    if at < source.count, source[at] == "{" {
      var value: UInt32 = 0
      var i = at + 1
      while i < source.count, let digit = Self.digit(source[i]) {
        value = min(value * 16 + digit, CodePoints.last + 1)
        i += 1
      }
      guard i < source.count, source[i] == "}", i > at + 1, value <= CodePoints.last else {
        throw PatternError("`\\u{…}` names no code point", at: start)
      }
      at = i + 1
      return value
    }
    guard let high = hexadecimal(4) else {
      throw PatternError("`\\u` needs four hexadecimal digits, or braces", at: start)
    }
    guard (0xD800...0xDBFF).contains(high), source[at...].starts(with: "\\u".unicodeScalars) else {
      return high
    }
    let back = at
    at += 2
    guard let low = hexadecimal(4), (0xDC00...0xDFFF).contains(low) else {
      at = back
      return high
    }
    return 0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
  }

  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    guard at + count <= source.count else { return nil }
    var value: UInt32 = 0
    for scalar in source[at..<(at + count)] {
      guard let digit = Self.digit(scalar) else { return nil }
      value = value * 16 + digit
    }
    at += count
    return value
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    guard scalar.isASCII, let value = Character(scalar).hexDigitValue else { return nil }
    return UInt32(value)
  }
}
