/// Writes the pieces of HTML.
public enum HTML {
  /// Appends text with `&`, `<`, `>` and `"` as entities and NUL as U+FFFD.
  public static func appendEscaped(_ text: some Collection<UInt8>, to out: inout [UInt8]) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { escape($0, &out) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { escape($0, &out) } }
  }

  private static func escape(_ text: ByteView, _ out: inout [UInt8]) {
    var start = 0
    for index in 0..<text.count {
      let entity: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case 0: entity = "\u{FFFD}"
      default: continue
      }
      out.append(contentsOf: text[start..<index])
      append(entity, to: &out)
      start = index + 1
    }
    out.append(contentsOf: text[start..<text.count])
  }

  /// Appends a destination for an `href` or `src`: what a URL cannot hold is percent-encoded.
  public static func appendDestination(_ url: some Collection<UInt8>, to out: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in url {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;", to: &out)
      case UInt8(ascii: "'"): append("&#x27;", to: &out)
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
        UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
        UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
        out.append(byte)
      case 0:
        append("%EF%BF%BD", to: &out)
      default:
        if Bytes.isAlphanumeric(byte) {
          out.append(byte)
        } else {
          out.append(UInt8(ascii: "%"))
          out.append(digits[Int(byte >> 4)])
          out.append(digits[Int(byte & 15)])
        }
      }
    }
  }

  /// Appends pandoc attributes, each with a blank before it; keys that are none of HTML's harmless
  /// ones become `data-` attributes, as pandoc has it.
  public static func append(
    _ attributes: Attributes, skippingFirstClass: Bool = false, to out: inout [UInt8]
  ) {
    if let id = attributes.id { append("id", id, to: &out) }
    let classes = attributes.classes.dropFirst(skippingFirstClass ? 1 : 0)
    if !classes.isEmpty { append("class", classes.joined(separator: " "), to: &out) }
    for pair in attributes.pairs where !pair.key.isEmpty && pair.key != "alt" {
      let isPlain =
        ["dir", "height", "lang", "role", "style", "title", "width"].contains(pair.key)
        || pair.key.utf8.starts(with: "data-".utf8) || pair.key.utf8.starts(with: "aria-".utf8)
      append((isPlain ? "" : "data-") + pair.key, pair.value, to: &out)
    }
  }

  private static func append(_ key: String, _ value: String, to out: inout [UInt8]) {
    out.append(0x20)
    out += key.utf8
    append("=\"", to: &out)
    appendEscaped(value.utf8, to: &out)
    out.append(UInt8(ascii: "\""))
  }

  static func append(_ text: StaticString, to out: inout [UInt8]) {
    out.append(contentsOf: ByteView(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends raw HTML with the tags that GFM disallows disarmed.
  static func appendFiltered(_ html: [UInt8], to out: inout [UInt8]) {
    html.withUnsafeBufferPointer { view in
      for index in 0..<view.count {
        if view[index] == UInt8(ascii: "<"), isFiltered(view, at: index) {
          append("&lt;", to: &out)
        } else {
          out.append(view[index])
        }
      }
    }
  }

  private static func isFiltered(_ view: ByteView, at start: Int) -> Bool {
    var index = start + 1
    if index < view.count, view[index] == UInt8(ascii: "/") { index += 1 }
    let name = index
    while index < view.count, Bytes.isLetter(view[index]), index - name < 10 { index += 1 }
    guard index > name, index < view.count else { return false }
    let isEnded =
      Bytes.isWhitespace(view[index]) || view[index] == UInt8(ascii: ">")
      || view[index] == UInt8(ascii: "/") && index + 1 < view.count
        && view[index + 1] == UInt8(ascii: ">")
    return isEnded
      && HTMLTagNames.contains(
        ByteView(rebasing: view[name..<index]), in: HTMLTagNames.filtered)
  }
}
