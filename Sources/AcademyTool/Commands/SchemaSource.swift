import Framework
import SourceCore
import StructuredData

/// A file of JSON or YAML that a schema is read from, or that is checked.
struct SchemaSource {
  /// As it was given.
  let path: String
  let root: DataNode
  /// What is wrong with it though it could be read, such as a key that is given twice.
  let problems: [DataProblem]
  private let text: SourceText
  private let lines: LineIndex
  /// The place asked for last.
  private var last = (line: -1, offset: 0, column: 1)

  private static let limit = 1 << 30

  /// Reads a file, whose name says which of the two it is; of one that says nothing, JSON is tried
  /// first.
  init(reading path: String) throws {
    let bytes = try FileSystem.read(path == "-" ? "/dev/stdin" : path, limit: Self.limit)
    let ending = asciiLowercased(path.split(separator: "/").last?.split(separator: ".").last ?? "")
    var parsed: ParsedData
    switch ending {
    case "json": parsed = JSONParser.parse(bytes)
    case "yml", "yaml": parsed = YAMLParser.parse(bytes)
    default:
      parsed = JSONParser.parse(bytes)
      if !parsed.problems.isEmpty {
        let yaml = YAMLParser.parse(bytes)
        if !yaml.problems.contains(where: \.isFatal) { parsed = yaml }
      }
    }
    self.path = path
    text = SourceText(path: .root, bytes: bytes)
    lines = LineIndex(bytes)
    if let problem = parsed.problems.first(where: \.isFatal) {
      let place = Place(problem.range, in: text, lines: lines)
      throw ToolFailure(
        "\(path):\(place.line):\(place.column): \(problem.message)", help: problem.help)
    }
    guard let root = parsed.root else { throw ToolFailure("\(path) holds no value") }
    self.root = root
    problems = parsed.problems
  }

  /// Line and column, both from 1, the column in Unicode scalars.
  ///
  /// Asked for in the order of the file, it reads no byte twice: JSON often is one line of megabytes.
  mutating func place(_ range: ByteRange) -> (line: Int, column: Int) {
    let line = lines.line(at: range.start)
    let end = min(range.start, text.bytes.count)
    if line != last.line || end < last.offset {
      let mark = line == 0 ? text.byteOrderMarkLength : 0
      last = (line, lines.start(ofLine: line) + mark, 1)
    }
    if last.offset < end {
      for byte in text.bytes[last.offset..<end] where byte & 0xC0 != 0x80 { last.column += 1 }
      last.offset = end
    }
    return (line + 1, last.column)
  }

  /// The URI of a file; nothing is fetched from it, but relative references start there.
  static func uri(ofFile path: String) -> String {
    let full = FileSystem.real(path) ?? FileSystem.resolve(path, in: FileSystem.current)
    var text = "file://"
    for byte in full.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + hexadecimal([byte])
      }
    }
    return text
  }
}

extension DataProblem {
  /// Whether the text holds no value that could be checked.
  fileprivate var isFatal: Bool {
    switch kind {
    case .duplicateKey, .nonStringKey, .mergeKey: false
    case .syntax, .tabIndentation, .unknownAlias, .aliasLimit, .depthLimit, .multipleDocuments,
      .invalidEncoding:
      true
    }
  }
}
