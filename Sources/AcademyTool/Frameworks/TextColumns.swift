import SourceCore

/// Text in columns for a terminal.
enum TextColumns {
  /// A text in lines of some width, the first behind `first`, the others indented as deep.
  static func wrapped(_ text: String, first: String, width: Int) -> [String] {
    let indent = String(repeating: " ", count: first.unicodeScalars.count)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
    return lines
  }

  /// A text with blanks behind it up to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }
}
