/// What a plain scalar means by the core schema of YAML 1.2: `no`, `on` and `12:30` are text.
enum CoreSchema {
  /// The value of a plain scalar.
  static func resolve(_ text: String) -> DataNode.Content {
    plain(text.utf8.span) ?? .string(text)
  }

  /// What is not text; nil for what is.
  private static func plain(_ scalar: Span<UInt8>) -> DataNode.Content? {
    guard scalar.count > 0 else { return .null }
    switch scalar[0] {
    case UInt8(ascii: "~"): return scalar.count == 1 ? .null : nil
    case UInt8(ascii: "n"), UInt8(ascii: "N"): return isWord(scalar, "null") ? .null : nil
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return isWord(scalar, "true") ? .bool(true) : nil
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return isWord(scalar, "false") ? .bool(false) : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return number(scalar)
    default: return nil
    }
  }

  /// Whether the scalar is the word in lower case, capitalised or in upper case.
  private static func isWord(_ scalar: Span<UInt8>, _ word: StaticString, from start: Int = 0)
    -> Bool
  {
    guard scalar.count - start == word.utf8CodeUnitCount else { return false }
    let letters = unsafe UnsafeBufferPointer(
      start: word.utf8Start, count: word.utf8CodeUnitCount)
    var uppers = 0
    for i in 0..<letters.count {
      let byte = scalar[start + i]
      let letter = unsafe letters[i]
      if byte == letter { continue }
      guard byte == letter & 0xDF, uppers == i else { return false }
      uppers += 1
    }
    return uppers <= 1 || uppers == letters.count
  }

  private static func number(_ scalar: Span<UInt8>) -> DataNode.Content? {
    let count = scalar.count
    let hasSign = scalar[0] == UInt8(ascii: "-") || scalar[0] == UInt8(ascii: "+")
    let isNegative = scalar[0] == UInt8(ascii: "-")
    var i = hasSign ? 1 : 0
    guard i < count else { return nil }
    if scalar[i] == UInt8(ascii: ".") {
      if isWord(scalar, "inf", from: i + 1) {
        return .number(isNegative ? -.infinity : .infinity)
      }
      if !hasSign, scalar.count == 4, isNaN(scalar) { return .number(.nan) }
    }
    if !hasSign, count > 2, scalar[0] == UInt8(ascii: "0") {
      if scalar[1] == UInt8(ascii: "x") { return integer(scalar, from: 2, radix: 16) }
      if scalar[1] == UInt8(ascii: "o") { return integer(scalar, from: 2, radix: 8) }
    }
    let digitsStart = i
    while i < count, isDigit(scalar[i]) { i += 1 }
    if i == count { return integer(scalar, from: 0, radix: 10) }
    var digits = i - digitsStart
    if i < count, scalar[i] == UInt8(ascii: ".") {
      i += 1
      while i < count, isDigit(scalar[i]) {
        i += 1
        digits += 1
      }
    }
    guard digits > 0 else { return nil }
    if i < count, scalar[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      if i < count, scalar[i] == UInt8(ascii: "-") || scalar[i] == UInt8(ascii: "+") { i += 1 }
      let exponentStart = i
      while i < count, isDigit(scalar[i]) { i += 1 }
      guard i > exponentStart else { return nil }
    }
    guard i == count, let value = double(scalar) else { return nil }
    return .number(value)
  }

  private static func isNaN(_ scalar: Span<UInt8>) -> Bool {
    switch (scalar[1], scalar[2], scalar[3]) {
    case (UInt8(ascii: "n"), UInt8(ascii: "a"), UInt8(ascii: "n")): true
    case (UInt8(ascii: "N"), UInt8(ascii: "a"), UInt8(ascii: "N")): true
    case (UInt8(ascii: "N"), UInt8(ascii: "A"), UInt8(ascii: "N")): true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// An integer; a number where it is too large for 64 bits.
  private static func integer(_ scalar: Span<UInt8>, from start: Int, radix: Int)
    -> DataNode.Content?
  {
    let text = String(decoding: scalar, from: start)
    if let value = Int64(text, radix: radix) { return .integer(value) }
    if radix == 10 { return double(scalar).map { .number($0) } }
    // More than 16 hexadecimal digits is an identifier somebody forgot to quote.
    return nil
  }

  private static func double(_ scalar: Span<UInt8>) -> Double? {
    var text = String(decoding: scalar, from: 0)
    // The standard library wants a digit on both sides of the point.
    if let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let after = text.utf8.index(after: point)
      if after == text.utf8.endIndex || text.utf8[after] | 0x20 == UInt8(ascii: "e") {
        text.insert("0", at: after)
      }
      if point == text.startIndex || text.utf8[text.utf8.index(before: point)] < 0x30 {
        text.insert("0", at: point)
      }
    }
    return Double(text)
  }
}

extension String {
  /// Decodes the bytes of a span from `start` on.
  fileprivate init(decoding span: Span<UInt8>, from start: Int) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count - start)
    for i in start..<span.count { bytes.append(span[i]) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
