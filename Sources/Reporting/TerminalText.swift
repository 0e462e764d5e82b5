/// Text from a course, made safe to print and measured in columns of a terminal.
///
/// A lesson is somebody else's text: an escape sequence in it could clear the screen or forge a
/// line, and a bidirectional override could show other words than are there.
enum TerminalText {
  /// One character as it is printed, with the scalars it stands for.
  struct Cell {
    let text: String
    let columns: Int
    /// Number of scalars in the source.
    let scalars: Int
  }

  /// Columns from one tab stop to the next.
  private static let tabStop = 4

  /// The text with control characters made visible; a line break becomes a blank.
  static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        out += " "
      } else if let replacement = replacement(for: scalar) {
        out += replacement
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// One line split into characters, tabs expanded.
  static func cells(_ line: String) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    for character in line {
      let cell: Cell
      if character == "\t" {
        let columns = tabStop - column % tabStop
        cell = Cell(text: String(repeating: " ", count: columns), columns: columns, scalars: 1)
      } else {
        let text = visible(String(character))
        cell = Cell(text: text, columns: columns(text), scalars: character.unicodeScalars.count)
      }
      column += cell.columns
      cells.append(cell)
    }
    return cells
  }

  /// How many columns a text takes that is already visible.
  static func columns(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    var total = 0
    for character in text { total += columns(character) }
    return total
  }

  private static func columns(_ character: Character) -> Int {
    var total = 0
    for scalar in character.unicodeScalars {
      let properties = scalar.properties
      // An emoji is two columns wide, of however many scalars it is joined.
      if properties.isEmojiPresentation || scalar == "\u{FE0F}" { return 2 }
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      default: total += isConjoining(scalar) ? 0 : isWide(scalar) ? 2 : 1
      }
    }
    return total
  }

  /// Vowels and finals of Hangul, which join the syllable before them.
  private static func isConjoining(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11FF).contains(scalar.value)
  }

  /// Blocks whose characters are all "wide" or "fullwidth" in Unicode's East Asian Width.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// What is printed in place of a control character; nil for any other character.
  private static func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: return "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex + ">"
    default: return nil
    }
  }

  /// Breaks a text at blanks so that no line is wider than `width`, where words allow it.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var column = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let columns = columns(String(word))
      if !line.isEmpty, column + 1 + columns > width {
        lines.append(line)
        (line, column) = (String(word), columns)
      } else {
        if !line.isEmpty {
          line += " "
          column += 1
        }
        line += word
        column += columns
      }
    }
    lines.append(line)
    return lines
  }
}
