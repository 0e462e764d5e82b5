import SourceCore

/// The parts of an address that names a host, as ranges of the bytes it is written in.
public struct WebAddress: Sendable, Hashable {
  /// The scheme without its colon; empty where the address starts with `//`.
  public let scheme: ByteRange
  /// The host with neither user nor port; without the brackets of an IPv6 address.
  public let host: ByteRange
  /// The port's digits; empty where there is none.
  public let port: ByteRange
  /// What follows: path, query and fragment.
  public let path: ByteRange
  /// The host in lower case.
  public let hostName: String

  /// Reads an address; nil for one that names no host.
  public init?(_ bytes: [UInt8], in range: ByteRange) {
    let span = bytes.span
    var i = range.start
    while i < range.end, span[i] <= 0x20 { i += 1 }
    let schemeStart = i
    while i < range.end, Self.isSchemeByte(span[i]) { i += 1 }
    scheme = ByteRange(schemeStart, i)
    if i > schemeStart {
      guard i < range.end, span[i] == UInt8(ascii: ":") else { return nil }
      i += 1
    }
    guard i + 1 < range.end, Self.isSlash(span[i]), Self.isSlash(span[i + 1]) else { return nil }
    i += 2
    var start = i
    while i < range.end, !Self.endsAuthority(span[i]) {
      if span[i] == UInt8(ascii: "@") { start = i + 1 }
      i += 1
    }
    path = ByteRange(i, range.end)
    var end = i
    if start < end, span[start] == UInt8(ascii: "[") {
      start += 1
      end = start
      while end < i, span[end] != UInt8(ascii: "]") { end += 1 }
      port = end + 2 < i ? ByteRange(end + 2, i) : ByteRange(i, i)
    } else {
      while end > start, Self.isDigit(span[end - 1]) { end -= 1 }
      if end > start, span[end - 1] == UInt8(ascii: ":") {
        port = ByteRange(end, i)
        end -= 1
      } else {
        port = ByteRange(i, i)
        end = i
      }
    }
    guard start < end else { return nil }
    host = ByteRange(start, end)
    hostName = asciiLowercased(bytes[start..<end])
  }

  /// Whether the scheme is `name`, which is in lower case.
  public func hasScheme(_ name: StaticString, in bytes: [UInt8]) -> Bool {
    guard scheme.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { buffer in
      for i in 0..<buffer.count where bytes[scheme.start + i] | 0x20 != buffer[i] { return false }
      return true
    }
  }

  /// The path with query and fragment, as written.
  public func pathText(in bytes: [UInt8]) -> String {
    String(decoding: bytes[path.indices], as: UTF8.self)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || isDigit(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Browsers read a backslash as a slash.
  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte <= 0x20
  }
}
