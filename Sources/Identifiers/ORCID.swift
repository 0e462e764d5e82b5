import SourceCore

/// A person's ORCID iD, with a correct check digit (ISO 7064, mod 11-2).
public struct ORCID: Hashable, Sendable, CustomStringConvertible {
  /// The iD in groups of four (`0000-0002-1825-0097`).
  public let description: String

  /// The iD's address.
  public var url: String { "https://orcid.org/" + description }

  /// Reads an iD or its address; nil for a text that is none.
  public init?(_ text: some StringProtocol) {
    guard let orcid = try? ORCID(parsing: text) else { return nil }
    self = orcid
  }

  /// Reads an iD or its address and says what is wrong with a text that is none.
  public init(parsing text: some StringProtocol) throws(IdentifierError) {
    let whole = 0..<text.utf8.count
    var id = asciiLowercased(text)[...]
    for prefix in ["https://", "http://", "www.", "orcid.org/", "orcid:"] where id.hasPrefix(prefix)
    {
      id = id.dropFirst(prefix.utf8.count)
    }
    if id.hasSuffix("/") { id = id.dropLast() }
    let groups = id.split(separator: "-", omittingEmptySubsequences: false)
    let characters = Array(id.utf8.filter { $0 != UInt8(ascii: "-") })
    guard groups.count == 4, groups.allSatisfy({ $0.utf8.count == 4 }), characters.count == 16,
      characters.dropLast().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else {
      throw IdentifierError(
        "`\(text)` is no ORCID iD", at: whole,
        help: "write four groups of four digits, such as 0000-0002-1825-0097")
    }
    var total = 0
    for digit in characters.dropLast() { total = (total + Int(digit) - 0x30) * 2 % 11 }
    let check = (12 - total) % 11
    let expected = check == 10 ? UInt8(ascii: "x") : UInt8(check + 0x30)
    guard characters[15] == expected else {
      throw IdentifierError(
        "the last digit of `\(text)` does not fit the others", at: whole,
        help: "look for a typing error; the digit guards against it")
    }
    description = id.uppercased()
  }
}
