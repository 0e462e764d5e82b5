/// Where a link's destination leads, before anything is looked up.
public enum LinkTarget: Sendable, Hashable {
  /// Nowhere: an empty destination.
  case empty
  /// A place in the same page; percent-decoded, without `#`.
  case fragment(String)
  /// A file of the repository or a page of the built site; percent-decoded.
  case local(path: String, fragment: String?)
  /// Something with a scheme, or a network path (`//host`).
  case external(scheme: String)
  /// Not a destination but a template of a site generator (`{{ site.url }}`).
  case template

  /// Whether it is something in the course's repository.
  var isLocal: Bool {
    switch self {
    case .fragment, .local: true
    case .empty, .external, .template: false
    }
  }

  /// Classifies a destination as decoded from Markdown, in a page of a course laid out so.
  public init(_ destination: String, layout: CourseLayout) {
    if layout == .jekyll, let path = LiquidPath.rooted(destination) {
      self.init(path)
    } else if layout == .quarto, destination.utf8.first == UInt8(ascii: "`"),
      destination.utf8.last == UInt8(ascii: "`"), destination.utf8.count > 2
    {
      // Quarto's interlinks name an object of some documentation: [](`pandas.read_csv`).
      self = .template
    } else {
      self.init(destination)
    }
  }

  /// Classifies a destination as decoded from Markdown.
  public init(_ destination: String) {
    let bytes = Array(destination.utf8)
    if bytes.isEmpty {
      self = .empty
      return
    }
    // An expression of JSX: `src={require("./a.png").default}`.
    let isExpression =
      bytes.count > 1 && bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "}")
    if isExpression || Self.holdsTemplate(bytes) {
      self = .template
      return
    }
    if let scheme = Self.scheme(of: bytes) {
      self = .external(scheme: scheme)
      return
    }
    if bytes.starts(with: "//".utf8) {
      self = .external(scheme: "")
      return
    }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let fragment = hash.map { Self.percentDecoded(bytes[($0 + 1)...]) }
    var path = bytes[..<(hash ?? bytes.count)]
    if let query = path.firstIndex(of: UInt8(ascii: "?")) { path = path[..<query] }
    if path.isEmpty {
      self = fragment.map { $0.isEmpty ? .empty : .fragment($0) } ?? .empty
    } else {
      self = .local(path: Self.percentDecoded(path), fragment: fragment)
    }
  }

  private static func holdsTemplate(_ bytes: [UInt8]) -> Bool {
    for i in bytes.indices.dropLast() {
      let next = bytes[i + 1]
      if bytes[i] == UInt8(ascii: "{"), next == UInt8(ascii: "{") || next == UInt8(ascii: "%") {
        return true
      }
      if bytes[i] == UInt8(ascii: "<"), next == UInt8(ascii: "%") { return true }
    }
    return false
  }

  /// The scheme in lower case, where the destination starts with one (RFC 3986, 3.1).
  ///
  /// White space and control characters before and inside it are skipped, as browsers do.
  static func scheme(of bytes: [UInt8]) -> String? {
    var name: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0...0x20 where name.isEmpty: continue
      case 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"): name.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if name.isEmpty { return nil }
        name.append(byte)
      case UInt8(ascii: ":"):
        // One letter is a drive of Windows (`C:\`), which is a path and not a scheme.
        return name.count > 1 ? String(decoding: name, as: UTF8.self) : nil
      default: return nil
      }
    }
    return nil
  }

  /// Bytes with what `%41` and the like stand for; invalid UTF-8 is replaced by U+FFFD.
  public static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.endIndex, let high = hexDigit(bytes[i + 1]),
        let low = hexDigit(bytes[i + 2])
      {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
