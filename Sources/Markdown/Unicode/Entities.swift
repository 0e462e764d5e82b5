/// HTML5 character references.
enum Entities {
  /// The length of the character reference at `start`, `&` and `;` included; 0 where there is none.
  static func length(_ bytes: ByteView, at start: Int, end: Int) -> Int {
    var discarded: [UInt8] = []
    return match(bytes, at: start, end: end, appendTo: &discarded, wanted: false)
  }

  /// Appends bytes with character references decoded, and with backslash escapes where asked.
  static func decode(_ bytes: [UInt8], escapes: Bool = false, into out: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { view in
      var index = 0
      while index < view.count {
        let byte = view[index]
        if byte == UInt8(ascii: "&") {
          let length = match(view, at: index, end: view.count, appendTo: &out, wanted: true)
          if length > 0 {
            index += length
            continue
          }
        } else if escapes, byte == UInt8(ascii: "\\"), index + 1 < view.count,
          Bytes.isPunctuation(view[index + 1])
        {
          out.append(view[index + 1])
          index += 2
          continue
        }
        out.append(byte)
        index += 1
      }
    }
  }

  private static func match(
    _ bytes: ByteView, at start: Int, end: Int, appendTo out: inout [UInt8], wanted: Bool
  ) -> Int {
    var index = start + 1
    guard index < end else { return 0 }
    if bytes[index] == UInt8(ascii: "#") {
      return matchNumber(bytes, at: start, end: end, appendTo: &out, wanted: wanted)
    }
    // The longest name, `CounterClockwiseContourIntegral`, has 31 letters.
    let limit = min(end, index + 32)
    while index < limit, Bytes.isAlphanumeric(bytes[index]) { index += 1 }
    guard index < limit, bytes[index] == UInt8(ascii: ";"), index > start + 1 else { return 0 }
    guard let value = find(ByteView(rebasing: bytes[start + 1..<index])) else { return 0 }
    if wanted { append(value, to: &out) }
    return index + 1 - start
  }

  private static func matchNumber(
    _ bytes: ByteView, at start: Int, end: Int, appendTo out: inout [UInt8], wanted: Bool
  ) -> Int {
    var index = start + 2
    var value: UInt32 = 0
    var digits = 0
    let isHex = index < end && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    // At most 6 hexadecimal or 7 decimal digits, so the value cannot overflow.
    while index < end, digits < 8 {
      if isHex, let digit = Bytes.hexValue(bytes[index]) {
        value = value * 16 + digit
      } else if !isHex, Bytes.isDigit(bytes[index]) {
        value = value * 10 + UInt32(bytes[index] - 0x30)
      } else {
        break
      }
      digits += 1
      index += 1
    }
    guard digits > 0, digits <= (isHex ? 6 : 7), index < end, bytes[index] == UInt8(ascii: ";")
    else { return 0 }
    if wanted {
      let scalar = value == 0 ? nil : Unicode.Scalar(value)
      out += String(scalar ?? "\u{FFFD}").utf8
    }
    return index + 1 - start
  }

  /// The code points of a name, as the table writes them.
  private static func find(_ name: ByteView) -> ByteView? {
    let table = ByteView(
      start: EntityTable.text.utf8Start, count: EntityTable.text.utf8CodeUnitCount)
    var low = 0
    var high = table.count
    // `low` and `high` stand at starts of entries or at the end of the table.
    while low < high {
      var entry = (low + high) / 2
      while entry > low, table[entry - 1] > 0x20 { entry -= 1 }
      var index = 0
      while index < name.count, name[index] == table[entry + index] { index += 1 }
      var end = entry + index
      while end < table.count, table[end] > 0x20 { end += 1 }
      if index == name.count, table[entry + index] == UInt8(ascii: "=") {
        return ByteView(rebasing: table[entry + index + 1..<end])
      }
      // `=` ends the table's name, and sorts before letters but not before digits.
      let stored = table[entry + index]
      let isBefore =
        index < name.count && (stored == UInt8(ascii: "=") || stored < name[index])
      if isBefore {
        low = min(end + 1, high)
      } else {
        high = entry
      }
    }
    return nil
  }

  private static func append(_ codes: ByteView, to out: inout [UInt8]) {
    var value: UInt32 = 0
    for byte in codes {
      if let digit = Bytes.hexValue(byte) {
        value = value * 16 + digit
      } else {
        out += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
        value = 0
      }
    }
    out += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
  }
}
