/// What Unicode says about a character beside a delimiter run.
enum ScalarClass {
  case whitespace, punctuation, other

  /// The class of the character that ends before `index`; the start of the text is whitespace.
  static func before(_ index: Int, in bytes: ByteView) -> ScalarClass {
    guard index > 0 else { return .whitespace }
    var start = index - 1
    if bytes[start] < 0x80 { return ascii(bytes[start]) }
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return classify(start, in: bytes)
  }

  /// The class of the character that starts at `index`; the end of the text is whitespace.
  static func after(_ index: Int, in bytes: ByteView) -> ScalarClass {
    guard index < bytes.count else { return .whitespace }
    if bytes[index] < 0x80 { return ascii(bytes[index]) }
    return classify(index, in: bytes)
  }

  private static func ascii(_ byte: UInt8) -> ScalarClass {
    if Bytes.isWhitespace(byte), byte != 0x0B { return .whitespace }
    // A line tabulation is no whitespace to Unicode's categories. NUL stands for U+FFFD, which is a symbol.
    return Bytes.isPunctuation(byte) || byte == 0 ? .punctuation : .other
  }

  private static func classify(_ index: Int, in bytes: ByteView) -> ScalarClass {
    var iterator = bytes[index..<min(index + 4, bytes.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return .other }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .whitespace
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .other
    }
  }
}
