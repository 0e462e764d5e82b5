extension MarkdownPage {
  /// Text of a page as it is quoted in a message: one line of at most 60 characters, without
  /// backticks.
  static func code(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isBlank = false
    for scalar in text.unicodeScalars {
      if out.count == 60 {
        out.append("…")
        break
      }
      if scalar.properties.isWhitespace {
        if !isBlank { out.append(" ") }
        isBlank = true
        continue
      }
      isBlank = false
      out.append(scalar == "`" ? "'" : scalar)
    }
    return String(out)
  }
}
