import SourceCore
import StructuredData

/// Says that a value is of another type than its field asks for.
struct TypeMismatch {
  let problem: SchemaProblem

  init(_ place: InstancePlace, schema: SchemaFacts, in words: Wording) {
    let subject = words.name(place)
    if schema.types == [.string], place.node.isUnquotedScalar {
      problem = Self.unquoted(place, subject, schema.format)
      return
    }
    let noun = Self.noun(of: schema)
    let (help, fix) = Self.remedy(place, schema, noun)
    problem = SchemaProblem(
      range: place.flagged, pointer: place.path.pointer, keyword: "type",
      message: place.node.isNull
        ? "\(subject) has no value" : "\(subject) must be \(noun); \(Self.found(place.node))",
      help: help, fix: fix)
  }

  /// Says that none of several branches takes such a value.
  init(_ place: InstancePlace, branches: [SchemaFacts], keyword: String, in words: Wording) {
    var nouns: [String] = []
    for branch in branches where !nouns.contains(Self.noun(of: branch)) {
      nouns.append(Self.noun(of: branch))
    }
    let subject = words.name(place)
    let noun = nouns.joined(separator: " or ")
    problem = SchemaProblem(
      range: place.flagged, pointer: place.path.pointer, keyword: keyword,
      message: place.node.isNull
        ? "\(subject) has no value" : "\(subject) must be \(noun); \(Self.found(place.node))",
      help: place.node.isNull ? "give it a value, or remove it" : nil)
  }

  /// What an author calls a value that fits the schema.
  static func noun(of schema: SchemaFacts) -> String {
    if let noun = schema.noun ?? schema.format?.noun { return noun }
    if schema.types.contains(.object), !schema.required.isEmpty {
      let fields = schema.required.map { "`\($0)`" }
      let last = fields.count > 1 ? " and " + fields[fields.count - 1] : ""
      return "a map with " + fields.dropLast(last.isEmpty ? 0 : 1).joined(separator: ", ") + last
    }
    if schema.types.isEmpty, schema.enumeration != nil { return "text" }
    return schema.types.map(\.noun).joined(separator: " or ")
  }

  private static func found(_ node: DataNode) -> String {
    switch node.content {
    case .string(let text) where ScalarText.isOneLine(node) && text.utf8.count <= 40:
      "`\(text)` is text"
    case .bool, .integer, .number: "it is \(node.written ?? node.kindInWords)"
    case .null, .string, .array, .object: "it is \(node.kindInWords)"
    }
  }

  /// A text that only lacks its quotes; its format may still find fault with it.
  private static func unquoted(
    _ place: InstancePlace, _ subject: String, _ format: ValueFormat?
  ) -> SchemaProblem {
    let unquoted = UnquotedText(place, subject: subject)
    guard let failure = format?.failure(of: place.node.written ?? "") else {
      return unquoted.problem(keyword: "type")
    }
    guard let meant = failure.meant else {
      return SchemaProblem(
        range: place.flagged, pointer: place.path.pointer, keyword: "type",
        message:
          "\(subject) must be \(format?.noun ?? "text"); `\(place.node.written ?? "")` is not",
        help: failure.help)
    }
    return unquoted.problem(
      keyword: "type", meant: meant, isCertain: failure.isCertain, help: failure.help)
  }

  private static func remedy(
    _ place: InstancePlace, _ schema: SchemaFacts, _ noun: String
  ) -> (help: String?, fix: Fix?) {
    if place.node.isNull { return ("give it a value, or remove it", nil) }
    let wantsNumber = schema.types.contains(.integer) || schema.types.contains(.number)
    if wantsNumber, let number = number(in: place.node) {
      return (
        "write \(number)",
        Fix(
          title: "write \(number)", replacing: place.node.range, with: number, applicability: .safe)
      )
    }
    if let fix = wrapping(place.node, schema) { return (fix.title, fix) }
    guard let example = schema.example else { return (nil, nil) }
    if case .key(let key)? = place.path.steps.last {
      return ("write, for example, `\(key): \(example)`", nil)
    }
    return ("write, for example, `\(example)`", nil)
  }

  /// Brackets around a text where a list is asked for, or the one needed key in front of it.
  private static func wrapping(_ node: DataNode, _ schema: SchemaFacts) -> Fix? {
    guard case .string(let text) = node.content, ScalarText.isOneLine(node),
      !text.utf8.contains(where: { "[]{}#".utf8.contains($0) }), !text.contains(": ")
    else { return nil }
    let (before, after): (String, String)
    if schema.types == [.array] {
      (before, after) = ("[", "]")
    } else if schema.types == [.object], schema.required.count == 1, !text.contains(",") {
      (before, after) = ("{\(schema.required[0]): ", "}")
    } else {
      return nil
    }
    let start = ByteRange(node.range.lower, node.range.lower)
    let end = ByteRange(node.range.upper, node.range.upper)
    return Fix(
      title: "write \(before)\(text)\(after)",
      edits: [Fix.Edit(start, before), Fix.Edit(end, after)], applicability: .suggestion)
  }

  /// The number in `"15"`, `15 min` and `80%`; nil where the text says more.
  private static func number(in node: DataNode) -> String? {
    guard case .string(let text) = node.content, ScalarText.isOneLine(node) else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.utf8.count < 7 else { return nil }
    let unit = asciiLowercased(text.dropFirst(digits.count).filter { $0 != " " && $0 != "." })
    guard ["", "%", "m", "min", "mins", "minute", "minutes", "minutos"].contains(unit) else {
      return nil
    }
    return String(digits)
  }
}

extension DataNode {
  /// Whether it is a number or a truth value without quotes, which may have been meant as text.
  var isUnquotedScalar: Bool {
    switch content {
    case .bool, .integer, .number: isPlain
    case .null, .string, .array, .object: false
    }
  }
}
