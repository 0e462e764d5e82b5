import SourceCore
import StructuredData

/// Says that a text without quotes is read as a number or as true or false.
struct UnquotedText {
  let place: InstancePlace
  let subject: String

  init(_ place: InstancePlace, subject: String) {
    self.place = place
    self.subject = subject
  }

  /// The problem, with quotes around the text as its fix.
  func problem(
    keyword: String, meant: String? = nil, isCertain: Bool = true, help: String? = nil
  ) -> SchemaProblem {
    let written = place.node.written ?? ""
    let text = meant ?? written
    let quoted = ScalarText.needsQuotes(text) ? ScalarText.quoted(text) : text
    return SchemaProblem(
      range: place.flagged, pointer: place.path.pointer, keyword: keyword,
      message: "\(subject) must be text, and `\(written)` is read as \(reading)",
      help: help ?? (meant == nil ? "put it in quotes: \(quoted)" : "write \(quoted)"),
      fix: Fix(
        title: meant == nil ? "put it in quotes" : "write \(quoted)", replacing: place.node.range,
        with: quoted, applicability: isCertain ? .safe : .suggestion))
  }

  private var reading: String {
    switch place.node.content {
    case .bool(let value): "the truth value \(value)"
    case .integer(let value): "the number \(value)"
    case .number(let value): "the number \(NumberWords.text(value))"
    case .null, .string, .array, .object: place.node.kindInWords
    }
  }
}
