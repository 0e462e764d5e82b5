import SourceCore

/// Writes HTML to bytes; text and attribute values are escaped unless they are called raw.
struct HTMLWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// Attributes in the order in which they are written; one without a value is left out.
  typealias Attributes = KeyValuePairs<String, String?>

  /// Makes room for so many more bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Writes escaped text.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { unsafe append(escaping: $0, showsNUL: false) }
  }

  /// Writes a part of a source as escaped text; NUL, which no text has, as U+FFFD.
  mutating func text(_ source: [UInt8], _ range: Range<Int>) {
    unsafe source.withUnsafeBufferPointer {
      unsafe append(escaping: UnsafeBufferPointer(rebasing: $0[range]), showsNUL: true)
    }
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
    text(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Stretches without anything to escape are appended as they are.
  private mutating func append(escaping text: UnsafeBufferPointer<UInt8>, showsNUL: Bool) {
    var start = 0
    var index = unsafe Self.nextToEscape(text, from: 0)
    while index < text.count {
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      switch unsafe text[index] {
      case UInt8(ascii: "&"): literal("&amp;")
      case UInt8(ascii: "<"): literal("&lt;")
      case UInt8(ascii: ">"): literal("&gt;")
      case UInt8(ascii: "\""): literal("&quot;")
      case 0 where showsNUL: literal("\u{FFFD}")
      // HTML allows no other control characters.
      default: break
      }
      start = index + 1
      index = unsafe Self.nextToEscape(text, from: start)
    }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Offset of the first byte from `start` on that cannot stand as it is; the end where all can.
  private static func nextToEscape(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones = ByteRun.repeating(1)
    let raw = UnsafeRawBufferPointer(text)
    var index = start
    while index < text.count {
      var end = index + 8
      if end <= text.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The borrow of a byte that is found may mark the next one as well.
        let marks =
          (word &- ByteRun.repeating(0x20))
          | (((word | ByteRun.repeating(0x04)) ^ ByteRun.repeating(0x26)) &- ones)
          | (((word | ByteRun.repeating(0x02)) ^ ByteRun.repeating(0x3E)) &- ones)
          | ((word ^ ByteRun.repeating(0x7F)) &- ones)
        if marks & ~word & ByteRun.high == 0 {
          index = end
          continue
        }
      } else {
        end = text.count
      }
      while index < end {
        switch unsafe text[index] {
        case 0x00..<0x09, 0x0B..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F: return index
        default: index += 1
        }
      }
    }
    return text.count
  }
}
