/// How messages put lists and numbers into words.
enum Wording {
  /// "`a`", "`a` and `b`", "`a`, `b` and `c`".
  static func list(_ names: [String], joinedBy word: String = "and") -> String {
    let quoted = names.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// "1 lesson", "2 lessons".
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// A text shortened for a message.
  static func short(_ text: String, limit: Int = 60) -> String {
    text.unicodeScalars.count <= limit ? text : String(text.unicodeScalars.prefix(limit - 1)) + "…"
  }

  /// "900 bytes", "12 kB", "3.5 MB".
  static func size(_ bytes: Int) -> String {
    if bytes >= 1_000_000 {
      let tenths = (bytes + 50_000) / 100_000
      return "\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)") MB"
    }
    return bytes >= 10_000 ? "\(bytes / 1_000) kB" : "\(bytes) bytes"
  }
}
