import SourceCore
import StructuredData

/// Reads the `id` of a page's front matter without parsing the page.
enum FrontMatterID {
  /// The id, as text; nil where the front matter gives none.
  static func read(_ bytes: [UInt8]) -> String? {
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = line(bytes, &position), isFence(first) else { return nil }
    let start = position
    var mayHaveID = false
    while true {
      let lineStart = position
      guard let line = line(bytes, &position) else { return nil }
      if isFence(line) {
        // Most lessons have no id of their own, and YAML costs more than this loop.
        guard mayHaveID else { return nil }
        return YAMLParser.parse(bytes, range: start..<lineStart).root?["id"]?.stringValue
      }
      mayHaveID = mayHaveID || line.starts(with: "id".utf8) || line.first == UInt8(ascii: "\"")
    }
  }

  /// The line at `position` without its ending; moves behind it; nil at the end of the text.
  private static func line(_ bytes: [UInt8], _ position: inout Int) -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    position = end + 1
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    return bytes[start..<end]
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "---".utf8) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
