import SourceCore

/// An organisation's id in the Research Organization Registry, with a correct checksum (mod 97).
public struct ROR: Hashable, Sendable, CustomStringConvertible {
  /// The id without its address (`05dxps055`).
  public let id: String

  /// The id in its full form, an address.
  public var description: String { "https://ror.org/" + id }

  /// Crockford's base 32: digits and letters without i, l, o and u.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Reads an id or its address; nil for a text that is none.
  public init?(_ text: some StringProtocol) {
    guard let ror = try? ROR(parsing: text) else { return nil }
    self = ror
  }

  /// Reads an id or its address and says what is wrong with a text that is none.
  public init(parsing text: some StringProtocol) throws(IdentifierError) {
    let whole = 0..<text.utf8.count
    var id = asciiLowercased(text)[...]
    for prefix in ["https://", "http://", "www.", "ror.org/"] where id.hasPrefix(prefix) {
      id = id.dropFirst(prefix.utf8.count)
    }
    if id.hasSuffix("/") { id = id.dropLast() }
    let bytes = Array(id.utf8)
    let values = bytes.dropFirst().prefix(6).compactMap { Self.alphabet.firstIndex(of: $0) }
    guard bytes.count == 9, bytes[0] == 0x30, values.count == 6,
      let check = Int(String(decoding: bytes[7...], as: UTF8.self)), bytes[7] != UInt8(ascii: "+")
    else {
      throw IdentifierError(
        "`\(text)` is no ROR id", at: whole,
        help: "write the address as ror.org shows it, such as https://ror.org/05dxps055")
    }
    let number = values.reduce(0) { $0 * 32 + $1 }
    guard 98 - number * 100 % 97 == check else {
      throw IdentifierError(
        "the last two digits of `\(text)` do not fit the rest", at: whole,
        help: "look for a typing error; the digits guard against it")
    }
    self.id = String(id)
  }
}
