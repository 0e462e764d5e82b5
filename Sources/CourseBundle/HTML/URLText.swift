import SourceCore

/// URLs as they may stand in an attribute.
enum URLText {
  /// A link from one file of a bundle to another, percent-encoded.
  static func relative(_ path: String, from page: String, fragment: String? = nil) -> String {
    let target = RepoPath(path) ?? .root
    let folder = (RepoPath(page) ?? .root).parent
    let link = path == page && fragment != nil ? "" : encoded(target.link(from: folder))
    return link + (fragment.map { "#" + encoded($0) } ?? "")
  }

  /// An absolute URL of the schemes a bundle may name; nil for any other text.
  ///
  /// Browsers skip white space and control characters before and inside a scheme, so they go first.
  static func external(_ destination: String) -> String? {
    var bytes = Array(destination.utf8.filter { $0 > 0x1F && $0 != 0x7F })
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    // A network path would be read as a file where the page is one.
    if bytes.starts(with: "//".utf8) { bytes.insert(contentsOf: "https:".utf8, at: 0) }
    let lower = asciiLowercased(String(decoding: bytes.prefix(8), as: UTF8.self))
    guard ["https://", "http://", "mailto:"].contains(where: lower.hasPrefix) else { return nil }
    var out: [UInt8] = []
    for byte in bytes { append(byte, to: &out, keeping: isURLByte) }
    return String(decoding: out, as: UTF8.self)
  }

  private static func encoded(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 { append(byte, to: &out, keeping: isPathByte) }
    return String(decoding: out, as: UTF8.self)
  }

  private static func append(
    _ byte: UInt8, to out: inout [UInt8], keeping isKept: (UInt8) -> Bool
  ) {
    if isKept(byte) {
      out.append(byte)
    } else {
      out.append(UInt8(ascii: "%"))
      out.append(contentsOf: asciiUppercased(hexadecimal(CollectionOfOne(byte))))
    }
  }

  private static func asciiUppercased(_ text: String) -> [UInt8] {
    text.utf8.map { $0 >= UInt8(ascii: "a") ? $0 - 0x20 : $0 }
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    isUnreserved(byte) || byte == UInt8(ascii: "/")
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    isUnreserved(byte) || ":/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
