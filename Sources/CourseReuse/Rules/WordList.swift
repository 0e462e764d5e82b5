/// Puts names into a sentence.
enum WordList {
  /// The names with commas between them; of many, the first and the last ones, and how many not.
  static func joined(_ names: [String], limit: Int = 10) -> String {
    guard names.count > limit else { return names.joined(separator: ", ") }
    let left = names.count - limit
    return names.prefix(limit - 1).joined(separator: ", ")
      + ", … (\(left) more) …, \(names[names.count - 1])"
  }

  /// The names in back quotes, with `and` before the last one.
  static func quoted(_ names: [String], limit: Int = 5) -> String {
    var words = names.prefix(limit).map { "`\($0)`" }
    if names.count > limit { words.append("\(names.count - limit) more") }
    guard let last = words.popLast() else { return "" }
    return words.isEmpty ? last : words.joined(separator: ", ") + " and " + last
  }

  /// A line of a lesson, cut where nobody reads on.
  static func line(_ text: String) -> String {
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    return trimmed.count > 160 ? trimmed.prefix(160) + "…" : String(trimmed)
  }
}
