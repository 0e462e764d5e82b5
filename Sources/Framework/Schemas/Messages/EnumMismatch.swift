import Identifiers
import SourceCore
import StructuredData

/// Says that a value is not one of those a field may have, and which one was meant.
struct EnumMismatch {
  let problem: SchemaProblem

  /// Lists up to this long are told in the message itself.
  private static let shortList = 8
  /// Longer lists are not told as a whole.
  private static let longList = 30

  init(
    _ place: InstancePlace, schema: SchemaFacts, allowed: [DataNode], in words: Wording,
    _ codes: inout MeantCodes
  ) {
    let values = allowed.map { ValueText.short($0) }
    let subject = words.name(place)
    let keyword = schema.enumeration == nil ? "const" : "enum"
    guard let text = place.node.stringValue else {
      let what = place.node.isNull ? "it has no value" : "it is \(place.node.kindInWords)"
      problem = SchemaProblem(
        range: place.flagged, pointer: place.path.pointer, keyword: keyword,
        message: "\(subject) \(Self.demand(values, schema, words)); \(what)",
        help: Self.example(values, place))
      return
    }
    // `version: 5.2` is a number to every reader of YAML, even where the digits are right.
    if place.node.string == nil, allowed.contains(where: { $0.string == text }) {
      problem = UnquotedText(place, subject: subject).problem(keyword: keyword)
      return
    }
    if values.contains(text), ScalarText.isOneLine(place.node) {
      problem = SchemaProblem(
        range: place.flagged, pointer: place.path.pointer, keyword: keyword,
        message: "\(subject) \(Self.demand(values, schema, words)); `\(text)` is text",
        help: "write it without quotes",
        fix: Fix(
          title: "write \(text)", replacing: place.node.range, with: text,
          applicability: .suggestion))
      return
    }
    var meant: (code: String, isCertain: Bool)?
    if codes.next() {
      let vocabulary = schema.vocabulary.flatMap { words.vocabulary($0) }
      meant = Self.meant(
        by: text, allowed.compactMap(\.string), vocabulary.map { codes.labels(of: $0) })
    }
    var help: String?
    var fix: Fix?
    if let meant {
      help = "did you mean `\(meant.code)`?"
      if ScalarText.isOneLine(place.node) {
        fix = Fix(
          title: "write \(meant.code)", replacing: place.node.range,
          with: ScalarText.replacing(place.node, with: meant.code),
          applicability: meant.isCertain ? .safe : .suggestion)
      }
    } else if values.count == 1 {
      help = "write `\(values[0])`; nothing else is read"
    } else if values.count > Self.shortList {
      let near = Self.neighbours(of: text, values)
      let shown = near.prefix(Self.longList).joined(separator: ", ")
      help = "use one of " + shown + (near.count > Self.longList ? ", …" : "")
    }
    problem = SchemaProblem(
      range: place.flagged, pointer: place.path.pointer, keyword: keyword,
      message: "\(subject) \(Self.demand(values, schema, words)); `\(ValueText.cut(text))` is not",
      help: help, fix: fix)
  }

  /// Of a long list of numbered codes, those beside the one that is none (`5.9`: `5.1` to `5.8`),
  /// or the chapters.
  private static func neighbours(of text: String, _ values: [String]) -> [String] {
    guard values.count > longList else { return values }
    let chapter = text.prefix { $0 != "." } + "."
    let beside = values.filter { $0.hasPrefix(chapter) }
    return beside.isEmpty ? values.filter { !$0.contains(".") } : beside
  }

  private static func demand(_ values: [String], _ schema: SchemaFacts, _ words: Wording) -> String
  {
    if values.count == 1 { return "must be `\(values[0])`" }
    if values.count > shortList, let name = schema.vocabulary {
      let title = words.vocabulary(name)?.title ?? name
      return "must be a code of the list \"\(title)\""
    }
    if values.count > longList { return "must be one of the \(values.count) values listed for it" }
    return "must be one of \(values.joined(separator: ", "))"
  }

  private static func example(_ values: [String], _ place: InstancePlace) -> String? {
    guard let first = values.first, case .key(let key)? = place.path.steps.last else { return nil }
    return "write, for example, `\(key): \(ScalarText.needsQuotes(first) ? "\"\(first)\"" : first)`"
  }

  /// The value that somebody meant: in other letters, by its label, with a typing error.
  private static func meant(
    by text: String, _ values: [String], _ labels: MeantCodes.Labels?
  ) -> (code: String, isCertain: Bool)? {
    if let code = labels?.code(meantBy: text), values.contains(code) { return (code, true) }
    if let same = values.first(where: { asciiLowercased($0) == asciiLowercased(text) }) {
      return (same, true)
    }
    // One wrong digit makes another code, which says nothing about the one that was meant.
    let words = values.filter { $0.contains(where: \.isLetter) && !$0.contains("/") }
    if let near = NearMatch.best(for: text, among: words) { return (near, false) }
    guard let code = labels?.code(namedInPartBy: text), words.contains(code) else { return nil }
    return (code, false)
  }
}
