import SourceCore

/// Reads JSON (RFC 8259) into the same value tree as YAML.
///
/// The usual slips (a trailing comma, a comment, single quotes) are reported and read as meant; at
/// anything else reading stops, and what was read is returned.
public struct JSONParser {
  private let bytes: [UInt8]
  private let end: Int
  private var at: Int
  private var problems: [DataProblem] = []
  private var isStopped = false
  private let isRelaxed: Bool

  /// Levels of arrays and objects.
  private static let depthLimit = 200
  /// Slips that are reported before reading stops.
  private static let problemLimit = 20

  /// Reads the value in `range` of a file's bytes; ranges are offsets in the whole file.
  ///
  /// - Parameter isRelaxed: comments and commas before an end are no slips (JSONC).
  public static func parse(_ bytes: [UInt8], range: Range<Int>, isRelaxed: Bool = false)
    -> ParsedData
  {
    var parser = JSONParser(bytes, range.clamped(to: 0..<bytes.count), isRelaxed)
    let root = parser.document()
    return ParsedData(root: root, problems: parser.problems, isPartial: parser.isStopped)
  }

  /// Reads the value of a whole file.
  public static func parse(_ bytes: [UInt8]) -> ParsedData {
    parse(bytes, range: 0..<bytes.count)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ isRelaxed: Bool) {
    self.bytes = bytes
    self.isRelaxed = isRelaxed
    end = range.upperBound
    // RFC 8259 lets a parser ignore a byte-order mark.
    let hasMark =
      range.lowerBound == 0 && range.count >= 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    at = hasMark ? 3 : range.lowerBound
  }

  private mutating func document() -> DataNode? {
    skipBlanks()
    guard at < end else {
      fail(ByteRange(at, at), "there is nothing here", help: "write at least `{}`")
      return nil
    }
    let root = value(depth: 1)
    skipBlanks()
    if !isStopped, at < end {
      fail(restOfLine(at), "something follows the end of the JSON value", help: "remove it")
    }
    return root
  }

  // MARK: - Values

  /// Reads a value; nil (and stopped) where there is none.
  private mutating func value(depth: Int) -> DataNode? {
    guard at < end else {
      fail(ByteRange(end, end), "the text ends where a value is expected")
      return nil
    }
    switch bytes[at] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth <= Self.depthLimit else {
        problems.append(
          DataProblem(
            .depthLimit, ByteRange(at, at + 1),
            "lists and maps are nested more than \(Self.depthLimit) levels deep"))
        isStopped = true
        return nil
      }
      return bytes[at] == UInt8(ascii: "{") ? object(depth: depth) : array(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let (text, range) = string()
      return DataNode(.string(text), range: range, written: text, isPlain: false)
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      fail(ByteRange(at, at + 1), "a value is missing before this")
      return nil
    default: return word()
    }
  }

  private mutating func object(depth: Int) -> DataNode {
    let start = at
    at += 1
    var members: [DataNode.Member] = []
    var keys = SeenKeys()
    while next(closing: UInt8(ascii: "}"), opened: start, isFirst: members.isEmpty) {
      guard let (key, keyRange) = key() else { break }
      skipBlanks()
      guard at < end, bytes[at] == UInt8(ascii: ":") else {
        fail(keyRange, "no `:` follows the key `\(key)`", help: "write `\"key\": value`")
        break
      }
      at += 1
      skipBlanks()
      guard let value = value(depth: depth + 1) else { break }
      let member = DataNode.Member(key: key, keyRange: keyRange, value: value)
      if let first = keys.add(member, to: members) { problems.append(.duplicate(member, first)) }
      members.append(member)
      if isStopped { break }
    }
    return DataNode(
      .object(members), range: ByteRange(start, at), written: nil, isPlain: false)
  }

  private mutating func array(depth: Int) -> DataNode {
    let start = at
    at += 1
    var elements: [DataNode] = []
    while next(closing: UInt8(ascii: "]"), opened: start, isFirst: elements.isEmpty) {
      guard let value = value(depth: depth + 1) else { break }
      elements.append(value)
      if isStopped { break }
    }
    return DataNode(
      .array(elements), range: ByteRange(start, at), written: nil, isPlain: false)
  }

  /// Moves to the next entry of an array or object; false when it has ended.
  private mutating func next(closing: UInt8, opened: Int, isFirst: Bool) -> Bool {
    if isStopped { return false }
    skipBlanks()
    var comma: Int?
    if !isFirst, at < end, bytes[at] == UInt8(ascii: ",") {
      comma = at
      at += 1
      skipBlanks()
    }
    guard at < end else {
      let what = closing == UInt8(ascii: "}") ? "map" : "list"
      let mark = bytes[opened] == UInt8(ascii: "{") ? "{" : "["
      fail(
        ByteRange(opened, opened + 1), "the \(what) that begins here with `\(mark)` is not closed")
      return false
    }
    if bytes[at] == closing {
      if let comma, !isRelaxed {
        problem(ByteRange(comma, comma + 1), "a comma before the end", help: "remove the comma")
      }
      at += 1
      return false
    }
    if !isFirst, comma == nil {
      if bytes[at] == UInt8(ascii: "}") || bytes[at] == UInt8(ascii: "]") {
        fail(ByteRange(at, at + 1), "this does not close what was opened before")
        return false
      }
      problem(
        ByteRange(at, min(at + 1, end)), "a comma is missing before this",
        help: "separate entries by `,`")
    }
    return true
  }

  private mutating func key() -> (String, ByteRange)? {
    if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") { return string() }
    let start = at
    while at < end, isWordByte(bytes[at]) { at += 1 }
    guard at > start else {
      fail(ByteRange(at, min(at + 1, end)), "a key in double quotes is expected here")
      return nil
    }
    let range = ByteRange(start, at)
    problem(range, "a key needs double quotes", help: "write `\"key\": value`")
    return (String(decoding: bytes[start..<at], as: UTF8.self), range)
  }

  // MARK: - Words and numbers

  private mutating func word() -> DataNode? {
    let start = at
    while at < end, isWordByte(bytes[at]) { at += 1 }
    guard at > start else {
      let place = ByteRange(start, min(start + 1, end))
      fail(place, "a value is expected here", help: "put text in double quotes")
      return nil
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    let range = ByteRange(start, at)
    let content: DataNode.Content
    switch text {
    case "true": content = .bool(true)
    case "false": content = .bool(false)
    case "null": content = .null
    default:
      if JSONNumber.isNumber(bytes, start..<at) {
        if let integer = Int64(text) {
          content = .integer(integer)
        } else {
          content = .number(Double(text) ?? .nan)
        }
      } else {
        problem(range, "`\(text)` is no JSON value", help: adviceForWord(text))
        content = .string(text)
      }
    }
    return DataNode(content, range: range, written: text, isPlain: true)
  }

  private func adviceForWord(_ text: String) -> String {
    switch asciiLowercased(text) {
    case "true", "false", "null": return "write it in lower case"
    case "none", "nil", "undefined", "nan": return "write `null`"
    default:
      let isAlmostNumber = text.utf8.first.map { $0 < UInt8(ascii: "A") } ?? false
      return isAlmostNumber
        ? "a number is written as in 0.5, without a `+` or further zeros in front"
        : "put text in double quotes"
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }

  // MARK: - Strings

  private mutating func string() -> (String, ByteRange) {
    let start = at
    let quote = bytes[at]
    at += 1
    if quote == UInt8(ascii: "'") {
      problem(ByteRange(start, start + 1), "text needs double quotes", help: "write `\"` for `'`")
    }
    // Most strings hold no escape and are taken as one piece.
    var piece = at
    var text: [UInt8]?
    while at < end {
      let byte = bytes[at]
      if byte == quote {
        let whole = finish(text, piece..<at)
        at += 1
        return (whole, ByteRange(start, at))
      }
      if byte == UInt8(ascii: "\\") {
        if text == nil { text = [] }
        text?.append(contentsOf: bytes[piece..<at])
        escape(into: &text)
        piece = at
        continue
      }
      if byte == 0x0A || byte == 0x0D { break }
      if byte < 0x20 {
        problem(
          ByteRange(at, at + 1), "a control character inside a text",
          help: byte == 0x09 ? "write `\\t` for a tab" : "remove it, or write it as `\\u00…`")
      }
      at += 1
    }
    let range = ByteRange(start, at)
    let whole = finish(text, piece..<at)
    fail(range, "the quote that begins here is not closed on its line")
    return (whole, range)
  }

  private mutating func finish(_ text: [UInt8]?, _ piece: Range<Int>) -> String {
    if let invalid = SourceText(path: .root, bytes: Array(bytes[piece])).firstInvalidUTF8() {
      let place = piece.lowerBound + invalid
      let hex = String(bytes[place], radix: 16, uppercase: true)
      problems.append(
        DataProblem(
          .invalidEncoding, ByteRange(place, place + 1), "the byte 0x\(hex) is not valid UTF-8",
          help: "save the file as UTF-8"))
    }
    guard let text else { return String(decoding: bytes[piece], as: UTF8.self) }
    return String(decoding: text + bytes[piece], as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]?) {
    let start = at
    at += 1
    guard at < end else { return }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text?.append(byte)
    case UInt8(ascii: "n"): text?.append(0x0A)
    case UInt8(ascii: "t"): text?.append(0x09)
    case UInt8(ascii: "r"): text?.append(0x0D)
    case UInt8(ascii: "b"): text?.append(0x08)
    case UInt8(ascii: "f"): text?.append(0x0C)
    case UInt8(ascii: "u"):
      let scalar = unicodeEscape()
      if scalar == nil {
        problem(
          ByteRange(start, at), "`\\u` needs four hexadecimal digits that name a character",
          help: "write the character itself")
      }
      text?.append(contentsOf: Array(String(scalar ?? "\u{FFFD}").utf8))
    default:
      problem(
        ByteRange(start, at), "a backslash begins an escape, and this is none",
        help: "write `\\\\` for a backslash")
      at -= 1
    }
  }

  /// The scalar of `\uXXXX` or of a pair of surrogates, behind the `u`.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let high = hexadecimalUnit() else { return nil }
    guard high & 0xFC00 == 0xD800 else { return Unicode.Scalar(high) }
    guard at + 1 < end, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
    else { return nil }
    let back = at
    at += 2
    guard let low = hexadecimalUnit(), low & 0xFC00 == 0xDC00 else {
      at = back
      return nil
    }
    return Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF)
  }

  private mutating func hexadecimalUnit() -> UInt32? {
    var value: UInt32 = 0
    var i = at
    while i < at + 4 {
      guard i < end, let digit = Character(Unicode.Scalar(bytes[i])).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt32(digit)
      i += 1
    }
    at = i
    return value
  }

  // MARK: - Blanks and problems

  private mutating func skipBlanks() {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case UInt8(ascii: "/") where at + 1 < end && isCommentMark(bytes[at + 1]): comment()
      default: return
      }
    }
  }

  private func isCommentMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*")
  }

  private mutating func comment() {
    let start = at
    if bytes[at + 1] == UInt8(ascii: "/") {
      while at < end, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    } else {
      at += 2
      while at < end, !(bytes[at] == UInt8(ascii: "/") && bytes[at - 1] == UInt8(ascii: "*")) {
        at += 1
      }
      at = min(at + 1, end)
    }
    if isRelaxed { return }
    problem(ByteRange(start, at), "JSON has no comments", help: "remove it")
  }

  private func restOfLine(_ place: Int) -> ByteRange {
    var last = place
    while last < end, bytes[last] != 0x0A, bytes[last] != 0x0D { last += 1 }
    return ByteRange(place, last)
  }

  private mutating func problem(_ range: ByteRange, _ message: String, help: String? = nil) {
    problems.append(DataProblem(.syntax, range, message, help: help))
    // A file with more slips than this is no JSON, and a list of them helps nobody.
    if problems.count >= Self.problemLimit { isStopped = true }
  }

  private mutating func fail(_ range: ByteRange, _ message: String, help: String? = nil) {
    if !isStopped { problem(range, message, help: help) }
    isStopped = true
  }
}
