import SourceCore

/// Replaces a scalar of a YAML file and keeps its quotes.
enum ScalarEdit {
  /// The text that stands for `value` in place of what `range` holds.
  static func replacement(_ value: String, for range: ByteRange, in bytes: [UInt8]) -> String {
    guard range.count >= 2, range.end <= bytes.count else { return value }
    let first = bytes[range.start]
    guard first == bytes[range.end - 1], first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    else { return value }
    let quote = first == UInt8(ascii: "'") ? "'" : "\""
    return quote + value + quote
  }
}
