import SourceCore

/// Reads pandoc attributes: `{#id .class key=value key="value" - =format}`.
struct AttributeParser {
  /// One item between the braces, as offsets into the bytes read.
  enum Item {
    case id(Range<Int>)
    case word(Range<Int>)
    case pair(key: Range<Int>, value: Range<Int>, all: Range<Int>)
  }

  /// The offset after the closing brace of the attributes that start at `start`; nil where what
  /// stands there is none, or where the text ends first.
  static func end(
    _ bytes: ByteView, at start: Int, limit: Int, kramdown: Bool = false
  ) -> Int? {
    var reached = start
    return scan(bytes, at: start, limit: limit, kramdown, reached: &reached) { _ in }
  }

  /// The same; where it is nil, `reached` tells how far was read.
  static func end(
    _ bytes: ByteView, at start: Int, limit: Int, kramdown: Bool, reached: inout Int
  ) -> Int? {
    scan(bytes, at: start, limit: limit, kramdown, reached: &reached) { _ in }
  }

  /// The attributes written in a text, which is `{…}` or a bare class word.
  static func attributes(_ text: LeafText, kramdown: Bool = false) -> Attributes? {
    var result = Attributes(range: text.range(0, text.bytes.count))
    func string(_ range: Range<Int>) -> String {
      var out: [UInt8] = []
      Entities.decode(Array(text.bytes[range]), escapes: true, into: &out)
      return String(decoding: out, as: UTF8.self)
    }
    let end = text.bytes.withUnsafeBufferPointer { bytes in
      var reached = 0
      return scan(bytes, at: 0, limit: bytes.count, kramdown, reached: &reached) { item in
        switch item {
        case .id(let range):
          result.id = String(decoding: bytes[range.dropFirst()], as: UTF8.self)
          result.idRange = text.range(range.lowerBound, range.upperBound)
        case .word(let range):
          // `-` is pandoc's short form of `.unnumbered`.
          let isDash = range.count == 1
          result.classes.append(
            isDash ? "unnumbered" : String(decoding: bytes[range.dropFirst()], as: UTF8.self))
          result.classRanges.append(text.range(range.lowerBound, range.upperBound))
        case .pair(let key, let value, let all):
          result.pairs.append(
            Attributes.Pair(
              key: String(decoding: bytes[key], as: UTF8.self), value: string(value),
              range: text.range(all.lowerBound, all.upperBound),
              valueRange: text.range(value.lowerBound, value.upperBound)))
        }
      }
    }
    if end != text.bytes.count {
      result.classes = [String(decoding: text.bytes, as: UTF8.self)]
      result.classRanges = [result.range]
    }
    return result
  }

  private static func scan(
    _ bytes: ByteView, at start: Int, limit: Int, _ kramdown: Bool, reached: inout Int,
    _ found: (Item) -> Void
  ) -> Int? {
    guard start < limit, bytes[start] == UInt8(ascii: "{") else { return nil }
    // kramdown's list starts with a colon, and may name lists that are defined elsewhere.
    let isKramdown = kramdown && start + 1 < limit && bytes[start + 1] == UInt8(ascii: ":")
    let first = start + (isKramdown ? 2 : 1)
    var index = first
    defer { reached = index }
    while true {
      let before = index
      while index < limit, Bytes.isWhitespace(bytes[index]) { index += 1 }
      guard index < limit else { return nil }
      if bytes[index] == UInt8(ascii: "}") { return index + 1 }
      let sigil = bytes[index]
      if sigil == UInt8(ascii: "#") || sigil == UInt8(ascii: ".") {
        let end = wordEnd(bytes, from: index + 1, limit: limit)
        guard end > index + 1 else { return nil }
        found(sigil == UInt8(ascii: "#") ? .id(index..<end) : .word(index..<end))
        index = end
      } else if index == before, before > first {
        return nil
      } else if sigil == UInt8(ascii: "-"), index + 1 < limit,
        bytes[index + 1] == UInt8(ascii: "}") || Bytes.isWhitespace(bytes[index + 1])
      {
        found(.word(index..<index + 1))
        index += 1
      } else {
        let from = index
        if let item = pair(bytes, at: &index, limit: limit) {
          found(item)
        } else if isKramdown, let end = reference(bytes, from: from, limit: limit) {
          index = end
        } else {
          return nil
        }
      }
    }
  }

  /// The end of a word that names a list of attributes.
  private static func reference(_ bytes: ByteView, from start: Int, limit: Int) -> Int? {
    var index = start
    while index < limit, isKey(bytes[index]) { index += 1 }
    guard index > start, index < limit,
      Bytes.isWhitespace(bytes[index]) || bytes[index] == UInt8(ascii: "}")
    else { return nil }
    return index
  }

  private static func pair(_ bytes: ByteView, at index: inout Int, limit: Int) -> Item? {
    let start = index
    guard bytes[start] != UInt8(ascii: "=") else {
      // `{=html}`: the format of a raw block.
      let end = wordEnd(bytes, from: start + 1, limit: limit)
      guard end > start + 1 else { return nil }
      index = end
      return .pair(key: start..<start, value: start + 1..<end, all: start..<end)
    }
    while index < limit, isKey(bytes[index]) { index += 1 }
    let key = start..<index
    guard !key.isEmpty, !Bytes.isDigit(bytes[start]), index < limit,
      bytes[index] == UInt8(ascii: "=")
    else { return nil }
    index += 1
    guard index < limit else { return nil }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let lower = index + 1
      index = lower
      while index < limit, bytes[index] != quote {
        index += bytes[index] == UInt8(ascii: "\\") && index + 1 < limit ? 2 : 1
      }
      guard index < limit else { return nil }
      index += 1
      return .pair(key: key, value: lower..<index - 1, all: start..<index)
    }
    let lower = index
    while index < limit, !Bytes.isWhitespace(bytes[index]), bytes[index] != UInt8(ascii: "}"),
      bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'")
    {
      index += 1
    }
    guard index > lower else { return nil }
    return .pair(key: key, value: lower..<index, all: start..<index)
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    Bytes.isAlphanumeric(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  /// Where an identifier or class ends; a dot is part of it, as in pandoc: `{.a.b}` is one class.
  private static func wordEnd(_ bytes: ByteView, from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, isKey(bytes[index]) { index += 1 }
    return index
  }
}
