import SourceCore

/// The small parts of a framework: its name, its demands and how they weigh.
struct Agreement: Sendable {
  var name: String
  var version: String
  var placeholders: [String]
  var required: [Lifecycle: [String]]
  var requiredFrontMatter: [String]
  /// The most that a finding may weigh whose rule follows the lifecycle.
  let atMost: [Lifecycle: Severity]
  /// Severities of single rules, which count before `atMost`.
  var severities: [String: [Lifecycle: Severity]]
  var structure: [String: StructureRules]

  init(_ document: DocumentReader) throws(DocumentProblem) {
    name = try document.part("name").text()
    version = try document.part("version").text()
    placeholders = try document.part("placeholders").texts()
    var required: [Lifecycle: [String]] = [:]
    for (key, value) in try document.part("required").members() {
      required[try Self.lifecycle(key, in: value)] = try value.texts()
    }
    self.required = required
    requiredFrontMatter = try document.part("requiredFrontMatter").texts()
    let severities = try document.part("severities")
    atMost = try Self.severities(severities.part("atMost"))
    var rules: [String: [Lifecycle: Severity]] = [:]
    for (rule, value) in try severities.part("rules").members() {
      rules[rule] = try Self.severities(value)
    }
    self.severities = rules
    var structure: [String: StructureRules] = [:]
    for (layout, value) in try document.part("structure").members() {
      structure[layout] = try StructureRules(value, layout: layout)
    }
    self.structure = structure
  }

  private static func severities(
    _ document: DocumentReader
  ) throws(DocumentProblem) -> [Lifecycle: Severity] {
    var severities: [Lifecycle: Severity] = [:]
    for (key, value) in try document.members() {
      severities[try lifecycle(key, in: value)] = try value.value(of: Severity.self)
    }
    return severities
  }

  private static func lifecycle(
    _ key: String, in document: DocumentReader
  ) throws(DocumentProblem) -> Lifecycle {
    guard let lifecycle = Lifecycle(rawValue: key) else {
      throw DocumentProblem(document.part, "`\(key)` is no lifecycle")
    }
    return lifecycle
  }
}
