import SourceCore

/// Writes HTML to bytes; text and attribute values are escaped unless they are called raw.
struct HTMLWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// Attributes in the order in which they are written; one without a value is left out.
  typealias Attributes = KeyValuePairs<String, String?>

  /// Writes escaped text.
  mutating func text(_ text: String) {
    for byte in text.utf8 { append(escaping: byte) }
  }

  /// Writes bytes that are HTML already.
  mutating func raw(_ html: some Sequence<UInt8>) { bytes.append(contentsOf: html) }

  /// Writes HTML that stands in the source of this tool.
  mutating func literal(_ html: StaticString) {
    html.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Ends a line, which only readers of the source see.
  mutating func newline() {
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  /// Takes back what was written last, where it is exactly this; false where it is not.
  mutating func reopen(_ ending: String) -> Bool {
    guard bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { return false }
    bytes.removeLast(ending.utf8.count)
    return true
  }

  /// Writes an opening tag.
  mutating func open(_ name: String, _ attributes: Attributes = [:]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for (key, value) in attributes {
      if let value { attribute(key, value) }
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element without content, as XML has it.
  mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
    open(name, attributes)
    bytes.removeLast()
    bytes.append(contentsOf: "/>\n".utf8)
  }

  /// Writes a closing tag.
  mutating func close(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element around what `content` writes.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an element that holds text.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Writes an attribute of the tag that is being written.
  mutating func attribute(_ name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 { append(escaping: byte) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    // HTML allows no other control characters.
    case 0x09, 0x0A: bytes.append(byte)
    case 0x00..<0x20, 0x7F: break
    default: bytes.append(byte)
    }
  }
}
