import SourceCore

/// Cuts raw HTML into tokens; comments, declarations and processing instructions are left out.
struct HTMLTokens: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let isXML: Bool
  private var position = 0

  /// Attributes that are looked through one by one.
  private static let few = 12

  /// Reads HTML, or XML, in which a CDATA section is text.
  init(_ bytes: [UInt8], isXML: Bool = false) {
    self.bytes = bytes
    self.isXML = isXML
  }

  mutating func next() -> HTMLToken? {
    var start = position
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<"), let end = markupEnd(position) else {
        position += 1
        continue
      }
      // A tag that never ends leaves nothing behind it but text: each byte is looked at once.
      if end > bytes.count {
        position = bytes.count
        break
      }
      if position > start { return .text(Array(bytes[start..<position])) }
      let markup = bytes[position..<end]
      position = end
      start = end
      if let token = token(markup) { return token }
    }
    return position > start ? .text(Array(bytes[start..<position])) : nil
  }

  /// Skips to the closing tag of an element whose content is dropped; to the end without one.
  mutating func skipContent(of name: String) {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "/"), self.name(at: position + 2) == name
      {
        position = Swift.min(markupEnd(position) ?? bytes.count, bytes.count)
        return
      }
      position += 1
    }
  }

  /// Where the tag, comment or declaration at `start` ends; nil where `<` is text; beyond the end
  /// where a tag never ends.
  private func markupEnd(_ start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return declarationEnd(start)
    case UInt8(ascii: "/"):
      guard start + 2 < bytes.count else { return nil }
      return isLetter(bytes[start + 2]) ? tagEnd(start + 2) : nil
    case let byte: return isLetter(byte) ? tagEnd(start + 1) : nil
    }
  }

  private func declarationEnd(_ start: Int) -> Int {
    if bytes[start...].starts(with: "<!--".utf8) {
      if bytes[start...].starts(with: "<!-->".utf8) { return start + 5 }
      if bytes[start...].starts(with: "<!--->".utf8) { return start + 6 }
      return end(of: "-->", from: start + 4) ?? bytes.count
    }
    if bytes[start...].starts(with: "<![CDATA[".utf8) {
      return end(of: "]]>", from: start) ?? bytes.count
    }
    return end(of: ">", from: start) ?? bytes.count
  }

  private func end(of text: String, from start: Int) -> Int? {
    let count = text.utf8.count
    var i = start
    while i + count <= bytes.count {
      if bytes[i..<i + count].elementsEqual(text.utf8) { return i + count }
      i += 1
    }
    return nil
  }

  /// Where a tag ends, quoted values skipped; beyond the end where it never does.
  private func tagEnd(_ start: Int) -> Int {
    var i = start
    var isValue = false
    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: ">") { return i + 1 }
      if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let quote = bytes[(i + 1)...].firstIndex(of: byte) else { return bytes.count + 1 }
        i = quote
      }
      // Only right behind an equals sign does a quote open a value.
      if byte == UInt8(ascii: "=") {
        isValue = true
      } else if !isSpace(byte) {
        isValue = false
      }
      i += 1
    }
    return bytes.count + 1
  }

  private func token(_ markup: ArraySlice<UInt8>) -> HTMLToken? {
    let second = markup[markup.startIndex + 1]
    if isXML, markup.starts(with: "<![CDATA[".utf8) { return .text(Array(markup.dropFirst(9))) }
    if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") { return nil }
    if second == UInt8(ascii: "/") { return .close(name: name(at: markup.startIndex + 2)) }
    let name = name(at: markup.startIndex + 1)
    var i = markup.startIndex + 1
    while i < markup.endIndex - 1, !isNameEnd(bytes[i]) { i += 1 }
    let inner = bytes[i..<markup.endIndex - 1]
    return .open(
      name: name, attributes: attributes(inner), isSelfClosing: inner.last == UInt8(ascii: "/"))
  }

  private func attributes(_ bytes: ArraySlice<UInt8>) -> [HTMLToken.Attribute] {
    var result: [HTMLToken.Attribute] = []
    var names: Set<String> = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      while i < bytes.endIndex, isSpace(bytes[i]) || bytes[i] == UInt8(ascii: "/") { i += 1 }
      guard i < bytes.endIndex else { break }
      let start = i
      i += 1
      while i < bytes.endIndex, !isNameEnd(bytes[i]), bytes[i] != UInt8(ascii: "=") { i += 1 }
      let name = asciiLowercased(String(decoding: bytes[start..<i], as: UTF8.self))
      while i < bytes.endIndex, isSpace(bytes[i]) { i += 1 }
      var value: ArraySlice<UInt8> = []
      if i < bytes.endIndex, bytes[i] == UInt8(ascii: "=") {
        i += 1
        while i < bytes.endIndex, isSpace(bytes[i]) { i += 1 }
        value = self.value(bytes, &i)
      }
      // Of two attributes with one name browsers take the first. Few tags need a table of names.
      if result.count == Self.few, names.isEmpty { names.formUnion(result.map(\.name)) }
      let isNew =
        result.count < Self.few
        ? !result.contains { $0.name == name } : names.insert(name).inserted
      if isNew {
        result.append(.init(name: name, value: String(decoding: value, as: UTF8.self)))
      }
    }
    return result
  }

  private func value(_ bytes: ArraySlice<UInt8>, _ i: inout Int) -> ArraySlice<UInt8> {
    guard i < bytes.endIndex else { return [] }
    let quote = bytes[i]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = i + 1
      let end = bytes[start...].firstIndex(of: quote) ?? bytes.endIndex
      i = Swift.min(end + 1, bytes.endIndex)
      return bytes[start..<end]
    }
    let start = i
    while i < bytes.endIndex, !isSpace(bytes[i]) { i += 1 }
    return bytes[start..<i]
  }

  private func name(at start: Int) -> String {
    var end = start
    while end < bytes.count, !isNameEnd(bytes[end]) { end += 1 }
    return asciiLowercased(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private func isNameEnd(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
