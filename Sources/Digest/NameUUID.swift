import SourceCore

/// A UUID made from a name (version 5 of RFC 9562), so that the same name always has the same one.
public enum NameUUID {
  /// The namespace of URLs and URNs.
  private static let namespace: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]

  /// The UUID of a URL or URN, in lower case with hyphens.
  public static func text(of name: String) -> String {
    var bytes = Array(SHA1.hash(namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let ends = [4, 6, 8, 10, 16]
    return zip([0] + ends, ends).map { hexadecimal(bytes[$0..<$1]) }.joined(separator: "-")
  }
}
