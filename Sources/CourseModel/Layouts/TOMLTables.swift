import SourceCore
import StructuredData

/// Reads the part of TOML that says what a course is: `key = value` in tables.
///
/// This is no parser of TOML. It knows quoted strings on one line, whole numbers, Booleans and lists
/// of those, under bare keys; it passes over everything else without a word, since what a site
/// generator makes of its own configuration is not ours to judge. The assignments of literals at the
/// top of a `conf.py` look the same and are read with it; nothing of that file is ever run.
struct TOMLTables {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  /// The values of each table, in the order of the file; the key is empty at the top.
  private var tables: [(path: [String], members: [DataNode.Member])] = [([], [])]
  /// Whether values are being passed over: those of `[[a list of tables]]` are nobody's.
  private var isSkipping = false

  /// Deepest nesting of lists that is read.
  private static let depthLimit = 20
  /// Most tables that are read.
  private static let tableLimit = 500

  /// Reads what `range` of a file's bytes holds, as one object.
  static func parse(_ bytes: [UInt8], range: Range<Int>) -> DataNode {
    var tables = TOMLTables(bytes, range)
    tables.read()
    return tables.object(at: [], range: ByteRange(range.lowerBound, range.upperBound))
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  private mutating func read() {
    while position < end {
      let lineStart = position
      skipBlanks()
      if peek == UInt8(ascii: "[") {
        header()
      } else if let key = key(), position < end {
        skipBlanks()
        // Python's `==` and `+=`, and a colon of YAML, are no assignment.
        if take("="), peek != UInt8(ascii: "=") {
          skipBlanks()
          // What is indented in a program belongs to a function or a condition.
          let isNested = key.range.start > lineStart && tables.count == 1
          if let value = value(depth: 0), !isSkipping, !isNested {
            tables[tables.count - 1].members.append(
              DataNode.Member(key: key.text, keyRange: key.range, value: value))
          }
        }
      }
      skipLine()
    }
  }

  /// `[table]`, `[table.inner]` or `[[list]]`.
  private mutating func header() {
    position += 1
    isSkipping = peek == UInt8(ascii: "[")
    var path: [String] = []
    repeat {
      skipBlanks()
      guard let key = key() else {
        isSkipping = true
        return
      }
      path.append(key.text)
      skipBlanks()
    } while take(".")
    if peek != UInt8(ascii: "]") { isSkipping = true }
    if tables.count >= Self.tableLimit { isSkipping = true }
    if !isSkipping { tables.append((path, [])) }
  }

  private mutating func key() -> (text: String, range: ByteRange)? {
    let start = position
    if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
      guard let text = string() else { return nil }
      return (text, ByteRange(start, position))
    }
    while position < end, Self.isKeyByte(bytes[position]) { position += 1 }
    guard position > start else { return nil }
    return (String(decoding: bytes[start..<position], as: UTF8.self), ByteRange(start, position))
  }

  /// A value; nil where it is of a kind that is passed over.
  private mutating func value(depth: Int) -> DataNode? {
    let start = position
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let text = string() else { return nil }
      return DataNode(
        .string(text), range: ByteRange(start, position), written: text, isPlain: false)
    case UInt8(ascii: "["):
      return depth < Self.depthLimit ? list(depth: depth + 1) : nil
    case UInt8(ascii: "{"):
      skipBraces()
      return nil
    default:
      while position < end, !Self.endsWord(bytes[position]) { position += 1 }
      let word = String(decoding: bytes[start..<position], as: UTF8.self)
      let content: DataNode.Content
      switch word {
      case "true": content = .bool(true)
      case "false": content = .bool(false)
      default:
        guard let number = Int64(word) else { return nil }
        content = .integer(number)
      }
      return DataNode(content, range: ByteRange(start, position), written: word, isPlain: true)
    }
  }

  private mutating func list(depth: Int) -> DataNode? {
    let start = position
    var elements: [DataNode] = []
    position += 1
    while true {
      skipSpace()
      guard let byte = peek else { return nil }
      if byte == UInt8(ascii: "]") { break }
      let before = position
      if let element = value(depth: depth) { elements.append(element) }
      skipSpace()
      if take(",") || peek == UInt8(ascii: "]") { continue }
      // A word of another kind, such as a date or a call.
      if position == before { position += 1 }
    }
    position += 1
    return DataNode(
      .array(elements), range: ByteRange(start, position), written: nil, isPlain: false)
  }

  /// A string on one line; nil where it has three quotes, which is passed over, or no end.
  private mutating func string() -> String? {
    let quote = bytes[position]
    let isBasic = quote == UInt8(ascii: "\"")
    if position + 2 < end, bytes[position + 1] == quote, bytes[position + 2] == quote {
      skipLongString(quote)
      return nil
    }
    position += 1
    var text: [UInt8] = []
    while let byte = peek, byte != 0x0A, byte != 0x0D {
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), isBasic, let escaped = peek {
        position += 1
        switch escaped {
        case UInt8(ascii: "n"), UInt8(ascii: "t"): text.append(0x20)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(escaped)
        default: text += [byte, escaped]
        }
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func skipLongString(_ quote: UInt8) {
    position += 3
    while position < end {
      if bytes[position] == quote, position + 2 < end, bytes[position + 1] == quote,
        bytes[position + 2] == quote
      {
        position += 3
        return
      }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position, end)
  }

  private mutating func skipBraces() {
    var depth = 0
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if string() == nil { skipLine() }
        continue
      case UInt8(ascii: "#"):
        skipLine()
        continue
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }

  private var peek: UInt8? { position < end ? bytes[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  /// Blanks, line ends and comments.
  private mutating func skipSpace() {
    while let byte = peek {
      if byte == UInt8(ascii: "#") {
        while position < end, bytes[position] != 0x0A { position += 1 }
      } else if byte <= 0x20 {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = peek {
      position += 1
      if byte == 0x0A { return }
    }
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "#")
  }

  /// The tables below `path` as one object.
  private func object(at path: [String], range: ByteRange) -> DataNode {
    var members: [DataNode.Member] = []
    var seen: Set<String> = []
    for table in tables where table.path == path {
      for member in table.members where seen.insert(member.key).inserted {
        members.append(member)
      }
    }
    for table in tables where table.path.count > path.count && table.path.starts(with: path) {
      let name = table.path[path.count]
      guard path.count < Self.depthLimit, seen.insert(name).inserted else { continue }
      let start = ByteRange(range.start, range.start)
      members.append(
        DataNode.Member(key: name, keyRange: start, value: object(at: path + [name], range: start)))
    }
    return DataNode(.object(members), range: range, written: nil, isPlain: false)
  }
}
