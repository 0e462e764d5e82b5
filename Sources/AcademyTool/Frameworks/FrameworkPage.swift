import Framework
import SourceCore

/// A framework as a page for a person.
struct FrameworkPage {
  private let framework: Framework
  private let rules: [RuleInfo]
  private let language: String
  private let width: Int
  private var lines: [String] = []

  static let stages: [Lifecycle] = [.preAlpha, .alpha, .beta, .stable]

  init(_ framework: Framework, rules: [RuleInfo], language: String, width: Int) {
    self.framework = framework
    self.rules = rules.sorted { $0.id < $1.id }
    self.language = language
    self.width = width
    identity()
    requirements()
    licences()
    words()
    severities()
    vocabularies()
  }

  /// The page; it ends with a line feed.
  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func identity() {
    var title = "\(framework.name) \(framework.version)"
    for base in framework.extended { title += ", extends \(base.name) \(base.version)" }
    lines.append(title)
  }

  private mutating func head(_ title: String) { lines += ["", title] }

  private mutating func row(_ name: String, _ text: String, column: Int = 14) {
    let first = "  " + TextColumns.padded(name, column - 2) + "  "
    lines += TextColumns.wrapped(text.isEmpty ? "-" : text, first: first, width: width)
  }

  private mutating func requirements() {
    head("A course gives")
    var known: [String] = []
    for stage in Self.stages {
      let fields = framework.requiredFields(stage).filter { !known.contains($0) }
      known += fields
      let more = known.count == fields.count ? "" : "also "
      row(stage.rawValue, fields.isEmpty ? "no more" : more + fields.joined(separator: ", "))
    }
    head("A lesson has")
    row("front matter", framework.requiredFrontMatter.joined(separator: ", "))
    for layout in framework.layouts {
      let structure = framework.structure(layout: layout)
      guard !structure.knownDivs.isEmpty else { continue }
      var parts = [structure.requiredDivs.joined(separator: ", ")]
      for entry in structure.recommended {
        parts.append("should have \(entry.div)" + (entry.containing.map { " with \($0)" } ?? ""))
      }
      let others = structure.knownDivs.map(\.name).filter {
        !structure.requiredDivs.contains($0)
      }
      parts.append("may have \(others.joined(separator: ", "))")
      row(layout, parts.filter { !$0.isEmpty }.joined(separator: "; "))
    }
    let demands = framework.fieldDemands
    if demands.isEmpty { return }
    head("Besides the fields' own schema")
    for demand in demands { lines += TextColumns.wrapped(demand, first: "  ", width: width) }
  }

  private mutating func licences() {
    head("Licences")
    let policies = framework.licencePolicies
    if policies.isEmpty { lines.append("  any SPDX expression") }
    for policy in policies {
      if !policy.forbidden.isEmpty {
        row("forbidden", policy.forbidden.joined(separator: ", ") + " (\(policy.framework))")
      }
      if !policy.allowed.isEmpty {
        row("only", policy.allowed.joined(separator: ", ") + " (\(policy.framework))")
      }
    }
  }

  private mutating func words() {
    head("Marks of unfinished text")
    lines += TextColumns.wrapped(
      framework.placeholders.joined(separator: ", "), first: "  ", width: width)
    head("Verbs of objectives")
    for language in framework.verbLanguages {
      guard let verbs = framework.verbs(language: language) else { continue }
      let count = verbs.measurable.reduce(0) { $0 + $1.verbs.count }
      row(language, "\(count) measurable, \(verbs.unmeasurable.count) unmeasurable openings")
    }
  }

  private mutating func severities() {
    let column = (rules.map(\.id.utf8.count).max() ?? 0) + 4
    head("What findings weigh")
    lines.append(Self.cells("", Self.stages.map(\.rawValue), column))
    for rule in rules {
      let weights = Self.stages.map { framework.severity(of: rule, lifecycle: $0).rawValue }
      lines.append(Self.cells(rule.id, weights, column))
    }
  }

  private static func cells(_ name: String, _ cells: [String], _ column: Int) -> String {
    let row = cells.dropLast().map { TextColumns.padded($0, 10) }.joined()
    return "  " + TextColumns.padded(name, column - 2) + row + (cells.last ?? "")
  }

  private mutating func vocabularies() {
    for name in framework.vocabularyNames {
      guard let vocabulary = framework.vocabulary(name) else { continue }
      head("\(vocabulary.title) (\(name))")
      if let attribution = vocabulary.attribution { lines.append("  \(attribution)") }
      let column = (vocabulary.codes.map(\.unicodeScalars.count).max() ?? 0) + 4
      for code in vocabulary.codes {
        let label = vocabulary.label(code, language: language)
        let mark =
          label.map { $0.isFallback && $0.language != language ? " (\($0.language))" : "" } ?? ""
        row(code, (label?.text ?? "") + mark, column: column)
      }
    }
  }
}
