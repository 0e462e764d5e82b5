import Markdown
import SourceCore

/// Finds the tags in raw HTML the way browsers do: forgiving, so that nothing hides from a rule.
struct HTMLTagScanner {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private let node: NodeID

  /// Scans `range` of `bytes`, the source of the HTML node `node`.
  init(_ bytes: [UInt8], range: ByteRange, node: NodeID) {
    self.bytes = bytes
    position = range.start
    end = range.end
    self.node = node
  }

  /// The next tag; nil where there is none. Comments and declarations are skipped.
  mutating func next() -> HTMLTag? {
    while position < end {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      let start = position
      if matches("<!--") {
        position = comment(from: start)
        continue
      }
      position += 1
      let closing = position < end && bytes[position] == UInt8(ascii: "/")
      if closing { position += 1 }
      guard position < end, isLetter(bytes[position]) else { continue }
      let nameStart = position
      while position < end, !isTagSpace(bytes[position]), bytes[position] != UInt8(ascii: ">"),
        bytes[position] != UInt8(ascii: "/")
      {
        position += 1
      }
      let name = lowercased(nameStart..<position)
      let attributes = attributes()
      if position < end { position += 1 }
      return HTMLTag(
        node: node, name: name, isClosing: closing, range: ByteRange(start, position),
        attributes: attributes)
    }
    return nil
  }

  private func matches(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= end else { return false }
    return text.withUTF8Buffer { buffer in
      for i in 0..<count where bytes[position + i] != buffer[i] { return false }
      return true
    }
  }

  private func comment(from start: Int) -> Int {
    // `<!-->` and `<!--->` are whole comments in browsers.
    var i = start + 4
    if i < end, bytes[i] == UInt8(ascii: ">") { return i + 1 }
    if i + 1 < end, bytes[i] == UInt8(ascii: "-"), bytes[i + 1] == UInt8(ascii: ">") {
      return i + 2
    }
    while i + 2 < end {
      if bytes[i] == UInt8(ascii: "-"), bytes[i + 1] == UInt8(ascii: "-"),
        bytes[i + 2] == UInt8(ascii: ">")
      {
        return i + 3
      }
      i += 1
    }
    return end
  }

  /// Reads attributes up to, and not past, the closing `>`.
  private mutating func attributes() -> [HTMLTag.Attribute] {
    var result: [HTMLTag.Attribute] = []
    while position < end {
      while position < end, isTagSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
        position += 1
      }
      if position >= end || bytes[position] == UInt8(ascii: ">") { break }
      let start = position
      position += 1
      while position < end, !isTagSpace(bytes[position]), bytes[position] != UInt8(ascii: "="),
        bytes[position] != UInt8(ascii: ">"), bytes[position] != UInt8(ascii: "/")
      {
        position += 1
      }
      let name = lowercased(start..<position)
      var attributeEnd = position
      var look = position
      while look < end, isTagSpace(bytes[look]) { look += 1 }
      var value: ByteRange?
      if look < end, bytes[look] == UInt8(ascii: "=") {
        position = look + 1
        value = self.value()
        attributeEnd = position
      }
      result.append(
        HTMLTag.Attribute(
          name: name, value: value.map { String(decoding: bytes[$0.indices], as: UTF8.self) },
          range: ByteRange(start, attributeEnd),
          valueRange: value ?? ByteRange(attributeEnd, attributeEnd)))
    }
    return result
  }

  private mutating func value() -> ByteRange {
    while position < end, isTagSpace(bytes[position]) { position += 1 }
    guard position < end else { return ByteRange(end, end) }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      let start = position
      while position < end, bytes[position] != quote { position += 1 }
      defer { if position < end { position += 1 } }
      return ByteRange(start, position)
    }
    let start = position
    while position < end, !isTagSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
      position += 1
    }
    return ByteRange(start, position)
  }

  private func lowercased(_ range: Range<Int>) -> String {
    asciiLowercased(String(decoding: bytes[range], as: UTF8.self))
  }

  private func isTagSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
