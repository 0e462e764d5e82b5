import Patterns
import StructuredData

extension Explainer {
  /// `multipleOf` and the bounds of numbers.
  mutating func reportNumber(_ check: SchemaCheck, _ schema: Int, _ index: Int) {
    let place = place(index)
    let node = program.tables.locations[schema].node
    let written = place.node.written ?? ValueText.short(place.node)
    func bound(_ keyword: String) -> String? {
      node[keyword].flatMap { $0.doubleValue == nil ? nil : ValueText.short($0) }
    }
    let (least, most) = (bound("minimum"), bound("maximum"))
    switch check {
    case .multipleOf:
      add(
        "multipleOf", schema, place,
        "must be a multiple of \(bound("multipleOf") ?? ""); it is \(written)")
    case .minimum:
      let range = most.map { "from \(least ?? "") to \($0)" } ?? "\(least ?? "") or more"
      add("minimum", schema, place, "must be \(range); it is \(written)")
    case .maximum:
      let range = least.map { "from \($0) to \(most ?? "")" } ?? "at most \(most ?? "")"
      add("maximum", schema, place, "must be \(range); it is \(written)")
    case .exclusiveMinimum:
      let limit = bound("exclusiveMinimum") ?? ""
      add("exclusiveMinimum", schema, place, "must be more than \(limit); it is \(written)")
    case .exclusiveMaximum:
      let limit = bound("exclusiveMaximum") ?? ""
      add("exclusiveMaximum", schema, place, "must be less than \(limit); it is \(written)")
    default: break
    }
  }

  /// `minLength`, `maxLength`, `pattern` and `format`.
  mutating func reportText(_ check: SchemaCheck, _ schema: Int, _ index: Int) {
    let place = place(index)
    guard case .string(let text) = place.node.content else { return }
    let shown = ValueText.cut(text)
    let isBlank = text.allSatisfy(\.isWhitespace)
    let advice = place.isElement || place.isKey ? nil : "write something, or remove the line"
    switch check {
    case .minLength(let least):
      if isBlank {
        add("minLength", schema, place, "is empty", help: advice)
      } else {
        add(
          "minLength", schema, place,
          "must have at least \(Self.letters(least)); `\(shown)` has fewer")
      }
    case .maxLength(let most):
      let count = text.unicodeScalars.count
      add("maxLength", schema, place, "must have at most \(Self.letters(most)); it has \(count)")
    case .pattern(let i):
      if isBlank {
        add("pattern", schema, place, "is empty", help: advice)
        return
      }
      let facts = words.facts(schema)
      let form = facts.noun ?? "of the form `\(program.tables.patterns[i].source)`"
      add(
        "pattern", schema, place, "must be \(form); `\(shown)` is not",
        help: facts.example.map { "write it as in \($0)" })
    case .format(let format):
      guard let failure = format.failure(of: text) else { return }
      let message = FormatMessage(text: text, failure: failure)
      // A key that is there already would stand there twice.
      let isFree = !place.isKey || !siblings(index).contains { $0.key == failure.meant }
      add(
        "format", schema, place,
        "must be \(words.facts(schema).noun ?? format.noun)\(message.reason)",
        help: failure.help, fix: isFree ? message.fix(of: place.node) : nil)
    default: break
    }
  }

  private static func letters(_ count: Int) -> String {
    count == 1 ? "1 letter" : "\(count) letters"
  }

  /// The entries beside a key.
  private func siblings(_ key: Int) -> [DataNode.Member] {
    evaluation.instance.siblings(key - evaluation.instance.count)
  }

  /// `not`.
  mutating func reportNot(_ target: Int, _ schema: Int, _ index: Int) {
    let place = place(index)
    let facts = words.resolved(target)
    let what: String
    if let listed = facts.listed, !listed.isEmpty {
      let values = listed.prefix(8).map { "`\(ValueText.short($0))`" }.joined(separator: ", ")
      what = "must not be \(listed.count > 1 ? "one of " : "")\(values)"
    } else if !facts.types.isEmpty, facts.node.object?.count == 1 {
      what = "must not be \(TypeMismatch.noun(of: facts))"
    } else if !facts.required.isEmpty, facts.node.object?.count == 1 {
      let fields = facts.required.map { "`\($0)`" }.joined(separator: " together with ")
      what = "must not have \(fields)"
    } else {
      what = "is of a form that is not allowed here"
    }
    add("not", schema, place, what)
  }
}
