/// Reads the `{name}` of roles and directives.
enum RoleScanner {
  /// The name between braces at `start`; it ends one byte later.
  static func name(_ view: ByteView, at start: Int, limit: Int) -> Range<Int>? {
    var index = start + 1
    // `{.class}` and `{#id}` are attributes.
    guard index < limit, Bytes.isAlphanumeric(view[index]) || view[index] >= 0x80 else {
      return nil
    }
    while index < limit, isName(view[index]) { index += 1 }
    guard index > start + 1, index < limit, view[index] == UInt8(ascii: "}") else { return nil }
    return start + 1..<index
  }

  static func isName(_ byte: UInt8) -> Bool {
    Bytes.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ",") || byte >= 0x80
  }
}
