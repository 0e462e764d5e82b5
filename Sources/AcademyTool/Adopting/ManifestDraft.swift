import SourceCore

/// A `course.yml` as it is being written: fields, and comments for those that are not known.
struct ManifestDraft {
  /// What stands in it so far.
  private(set) var text = ""

  private static let width = 92
  /// Words that some reader of YAML takes for a Boolean or for nothing.
  private static let otherThanText: Set<String> = [
    "false", "n", "no", "null", "off", "on", "true", "y", "yes",
  ]

  /// Adds a comment of its own.
  mutating func remark(_ comment: String) { append(comment: comment) }

  /// Adds a field, with where it comes from.
  mutating func field(_ name: String, _ value: String, comment: String? = nil) {
    if let comment {
      blank()
      append(comment: comment)
    }
    text += "\(name): \(Self.scalar(value))\n"
  }

  /// Adds a field that is a list, one entry a line.
  ///
  /// - Parameter entries: the fields of each entry; a field without a name is the entry itself.
  mutating func list(_ name: String, _ entries: [[(name: String, value: String)]]) {
    text += "\(name):\n"
    for entry in entries {
      for (i, field) in entry.enumerated() {
        let label = field.name.isEmpty ? "" : "\(field.name): "
        text += (i == 0 ? "  - " : "    ") + label + Self.scalar(field.value) + "\n"
      }
    }
  }

  /// Adds a field that is not known: why, and a line to fill in.
  mutating func unknown(_ name: String, _ why: String, template: String) {
    blank()
    append(comment: "unknown: \(why)")
    text += "# \(name): \(template)\n"
  }

  /// Adds an empty line, where there is none yet.
  mutating func blank() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Breaks a comment between words; what others wrote cannot end its line.
  private mutating func append(comment: String) {
    var line = "#"
    for word in Self.oneLine(comment).split(separator: " ") {
      if line.count > 1, line.count + 1 + word.count > Self.width {
        text += line + "\n"
        line = "#"
      }
      line += " " + word
    }
    text += line + "\n"
  }

  /// A text without line ends and control characters.
  static func oneLine(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: out.append(" ")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// A value as YAML reads it again: bare where nothing in it can be mistaken, else in quotes.
  static func scalar(_ value: String) -> String {
    let isBare = value.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    // What begins with a digit may be a number or a date.
    let first = (value.utf8.first ?? 0) | 0x20
    let isWord = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
    let isVersion = value == CourseAdopter.version
    if isBare, isWord || isVersion, !Self.otherThanText.contains(asciiLowercased(value)) {
      return value
    }
    var quoted = "\""
    for character in oneLine(value) {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
