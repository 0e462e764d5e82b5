import Patterns
import StructuredData

extension Evaluation {
  /// `minLength`, `maxLength`, `pattern`, `format`.
  mutating func textHolds(
    _ check: SchemaCheck, _ schema: Int, _ place: Int
  ) throws(SchemaLimit) -> Bool {
    guard case .string(let text) = instance.node(place).content else { return true }
    switch check {
    case .minLength(let least):
      // A character of Unicode has four bytes at most.
      return text.utf8.count >= least && (text.utf8.count / 4 >= least || length(text) >= least)
    case .maxLength(let most): return text.utf8.count <= most || length(text) <= most
    case .pattern(let i): return try matches(program.tables.patterns[i], text, schema)
    case .format(let format): return format.failure(of: text) == nil
    default: return true
    }
  }

  private func length(_ text: String) -> Int { text.unicodeScalars.count }

  /// Whether a text matches a pattern.
  mutating func matches(
    _ pattern: Pattern, _ text: String, _ schema: Int
  ) throws(SchemaLimit) -> Bool {
    let before = matcher.work
    try spend(pattern.cost(text), schema)
    let result: Bool
    do {
      result = try pattern.matches(text, with: matcher)
    } catch {
      throw SchemaLimit(
        "the pattern `\(error.pattern)` takes too many steps on a text of \(error.textLength) bytes",
        at: program.uri(schema))
    }
    try spend(matcher.work - before, schema)
    return result
  }
}
