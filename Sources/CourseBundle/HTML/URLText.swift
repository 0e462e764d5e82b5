import SourceCore

/// URLs as they may stand in an attribute.
enum URLText {
  /// A link from one file of a bundle to another, percent-encoded.
  static func relative(_ path: String, from page: String, fragment: String? = nil) -> String {
    var out: [UInt8] = []
    if path != page || fragment == nil {
      var (path, page) = (path, page)
      path.withUTF8 { path in
        page.withUTF8 { page in
          let slash = UInt8(ascii: "/")
          // How many bytes the folders take that both are in.
          var (folders, shared) = (0, 0)
          while shared < min(path.count, page.count), unsafe path[shared] == page[shared] {
            shared += 1
            if unsafe path[shared - 1] == slash { folders = shared }
          }
          for index in folders..<page.count where unsafe page[index] == slash {
            out += "../".utf8
          }
          unsafe encode(UnsafeBufferPointer(rebasing: path[folders...]), to: &out)
        }
      }
    }
    if var fragment {
      out.append(UInt8(ascii: "#"))
      fragment.withUTF8 { unsafe encode($0, to: &out) }
    }
    return String(decoding: out, as: UTF8.self)
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
    guard let scheme = ["https://", "http://", "mailto:"].first(where: lower.hasPrefix),
      bytes.count > scheme.utf8.count,
      scheme == "mailto:" || isAuthority(bytes[scheme.utf8.count...])
    else { return nil }
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      // A per cent sign that starts no escape stands for itself.
      let isLonePercent =
        byte == UInt8(ascii: "%")
        && !(index + 2 < bytes.count && isHex(bytes[index + 1]) && isHex(bytes[index + 2]))
      append(byte, to: &out, keeping: { isURLByte($0) && !isLonePercent })
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether what follows `//` begins with a host that readers take, and a port where it has one.
  private static func isAuthority(_ rest: ArraySlice<UInt8>) -> Bool {
    let authority = rest.prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    let host =
      authority.split(
        separator: UInt8(ascii: "@"), maxSplits: 1, omittingEmptySubsequences: false
      ).last ?? []
    let parts = host.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.count <= 2,
      name.allSatisfy({ isUnreserved($0) || $0 > 0x7F })
    else { return false }
    guard parts.count == 2 else { return true }
    let port = Int(String(decoding: parts[1], as: UTF8.self))
    return parts[1].isEmpty || (port.map { (0...65_535).contains($0) } ?? false)
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "f"))
  }

  private static func encode(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    if unsafe text.allSatisfy(isPathByte) {
      unsafe out.append(contentsOf: text)
      return
    }
    for index in 0..<text.count { unsafe append(text[index], to: &out, keeping: isPathByte) }
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
    isUnreserved(byte) || ":/?#@!$&'()*+,;=%".utf8.contains(byte)
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
