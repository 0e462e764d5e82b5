import SourceCore
import StructuredData

/// One of the files that describe a course, read and parsed: `course.yml`, `_quarto.yml`, …
public struct CourseFile: Sendable {
  /// Path below the course's folder.
  public let path: RepoPath
  /// Its bytes.
  public let text: SourceText
  /// Its lines.
  public let lines: LineIndex
  /// What it holds.
  public let data: ParsedData

  /// Parses a YAML file (JSON is YAML too).
  public init(path: RepoPath, bytes: [UInt8]) {
    self.init(
      path: path, bytes: bytes, data: YAMLParser.parse(bytes, range: 0..<bytes.count))
  }

  /// Makes a file of which it is known what it holds.
  init(path: RepoPath, bytes: [UInt8], data: ParsedData) {
    self.path = path
    self.data = data
    text = SourceText(path: path, bytes: bytes)
    lines = LineIndex(bytes)
  }

  /// The value of a field at the top.
  public subscript(_ key: String) -> DataNode? { data.root?[key] }

  /// Resolves a range of this file.
  public func place(_ range: ByteRange) -> Place { Place(range, in: text, lines: lines) }
}

/// A value with the file and range it was read from.
public struct Field<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// File below the course's folder.
  public let path: RepoPath
  /// Where in that file.
  public let range: ByteRange

  /// Makes a field.
  public init(_ value: Value, path: RepoPath, range: ByteRange) {
    self.value = value
    self.path = path
    self.range = range
  }
}
