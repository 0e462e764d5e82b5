import SourceCore
import StructuredData

/// Writes a text in the place of a scalar of YAML or JSON.
enum ScalarText {
  /// The text as the scalar was written: plain where it was plain and can be, else in double quotes.
  static func replacing(_ node: DataNode, with text: String) -> String {
    node.isPlain && !needsQuotes(text) ? text : quoted(text)
  }

  /// The text in double quotes, which YAML and JSON read alike.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Whether a text is on one line and has no mark that could mean something in YAML.
  ///
  /// More is quoted than YAML asks for; quotes never hurt.
  static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, first > 0x20, text.utf8.last != 0x20 else { return true }
    if "-?:,[]{}#&*!|>'\"%@`".utf8.contains(first) { return true }
    if text.utf8.contains(where: { $0 < 0x20 || ",[]{}#\"\\".utf8.contains($0) }) { return true }
    if text.contains(": ") || text.hasSuffix(":") { return true }
    return ["true", "false", "null", "yes", "no", "on", "off"].contains(asciiLowercased(text))
      || Double(text) != nil
  }

  /// Whether a scalar's range holds just its text and perhaps quotes: no block, no escapes.
  static func isOneLine(_ node: DataNode) -> Bool {
    guard let written = node.written else { return false }
    let length = written.utf8.count
    return node.range.count == (node.isPlain ? length : length + 2)
      && !written.utf8.contains(0x0A)
  }
}
