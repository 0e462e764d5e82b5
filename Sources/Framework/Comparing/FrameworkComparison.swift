import SourceCore
import StructuredData

/// What changes for courses when one framework takes the place of another.
public struct FrameworkComparison: Sendable {
  /// The changes by area, in the order of `Area.allCases`.
  public private(set) var changes: [FrameworkChange] = []
  private let old: Framework
  private let new: Framework

  private static let stages: [Lifecycle] = [.preAlpha, .alpha, .beta, .stable]

  /// Compares two frameworks.
  public init(_ old: Framework, _ new: Framework, rules: [RuleInfo]) {
    self.old = old
    self.new = new
    compareIdentity()
    compareRequired()
    compareSchemas()
    compareVocabularies()
    compareStructure()
    for rule in rules.sorted(by: { $0.id < $1.id }) { compareSeverity(rule) }
    compareLicences()
    compareWords()
  }

  private mutating func add(
    _ area: FrameworkChange.Area, _ effect: FrameworkChange.Effect, _ message: String
  ) {
    changes.append(FrameworkChange(area, effect, message))
  }

  private mutating func compareIdentity() {
    let before = old.extended.map { "\($0.name) \($0.version)" }
    let after = new.extended.map { "\($0.name) \($0.version)" }
    if before != after, !before.isEmpty, !after.isEmpty {
      add(.identity, .neutral, "extends \(after[0]), extended \(before[0])")
    }
  }

  private mutating func compareRequired() {
    let before = Self.firstStages(old)
    let after = Self.firstStages(new)
    for field in Set(before.keys).union(after.keys).sorted() {
      switch (before[field], after[field]) {
      case (nil, let stage?):
        add(.required, .stricter, "`\(field)` is required from \(stage.rawValue) on")
      case (let stage?, nil):
        add(.required, .looser, "`\(field)` is not required any more (was from \(stage.rawValue))")
      case (let a?, let b?) where a != b:
        add(
          .required, b < a ? .stricter : .looser,
          "`\(field)` is required from \(b.rawValue) on, was from \(a.rawValue)")
      default: break
      }
    }
    compareLists(
      .required, old.requiredFrontMatter, new.requiredFrontMatter,
      added: (.stricter, "the front matter must have"),
      removed: (.looser, "the front matter need not have"))
  }

  /// The lifecycle from which each field is required.
  private static func firstStages(_ framework: Framework) -> [String: Lifecycle] {
    var found: [String: Lifecycle] = [:]
    for stage in stages {
      for field in framework.requiredFields(stage) where found[field] == nil {
        found[field] = stage
      }
    }
    return found
  }

  private mutating func compareSchemas() {
    let parts: [(String, (Overlay) -> SchemaLayer?)] = [
      ("course.yml", { $0.manifest }), ("front matter", { $0.frontMatter }),
    ]
    for (file, part) in parts {
      let before = Self.schemas(old, part)
      let after = Self.schemas(new, part)
      for office in Set(before.keys).union(after.keys).sorted() {
        changes += SchemaComparison(before[office], after[office], file: file).changes
      }
    }
  }

  /// Schemas by the office that wrote them.
  private static func schemas(
    _ framework: Framework, _ part: (Overlay) -> SchemaLayer?
  ) -> [String: DataNode] {
    var found: [String: DataNode] = [:]
    for overlay in framework.overlays {
      guard let layer = part(overlay) else { continue }
      found[String(layer.framework.prefix { $0 != "/" })] = layer.schema
    }
    return found
  }

  private mutating func compareVocabularies() {
    let names = Set(old.vocabularyNames).union(new.vocabularyNames).sorted()
    for name in names {
      switch (old.vocabulary(name), new.vocabulary(name)) {
      case (nil, let list?):
        add(.vocabularies, .neutral, "`\(name)` is new, with \(list.terms.count) codes")
      case (_?, nil): add(.vocabularies, .neutral, "`\(name)` is gone")
      case (let a?, let b?) where a != b:
        compareLists(
          .vocabularies, a.codes, b.codes, added: (.looser, "`\(name)` has"),
          removed: (.stricter, "`\(name)` no longer has"))
      default: break
      }
    }
  }

  private mutating func compareStructure() {
    for layout in Set(old.layouts).union(new.layouts).sorted() {
      let before = old.structure(layout: layout)
      let after = new.structure(layout: layout)
      if before == after { continue }
      compareLists(
        .structure, before.requiredDivs, after.requiredDivs,
        added: (.stricter, "\(layout): every lesson needs"),
        removed: (.looser, "\(layout): a lesson need not have"))
      compareLists(
        .structure, before.recommended.map(\.div), after.recommended.map(\.div),
        added: (.stricter, "\(layout): a lesson should have"),
        removed: (.looser, "\(layout): a lesson is no longer told to have"))
      compareLists(
        .structure, before.knownDivs.map(\.name), after.knownDivs.map(\.name),
        added: (.looser, "\(layout): a lesson may have"),
        removed: (.stricter, "\(layout): a lesson may no longer have"))
    }
  }

  private mutating func compareSeverity(_ rule: RuleInfo) {
    var parts: [String] = []
    var isStricter = false
    var isLooser = false
    for stage in Self.stages {
      let before = old.severity(of: rule, lifecycle: stage)
      let after = new.severity(of: rule, lifecycle: stage)
      if before == after { continue }
      if after > before { isStricter = true } else { isLooser = true }
      parts.append("\(stage.rawValue): \(after.rawValue), was \(before.rawValue)")
    }
    if parts.isEmpty { return }
    add(
      .severities, isStricter ? (isLooser ? .neutral : .stricter) : .looser,
      "`\(rule.id)` (\(parts.joined(separator: "; ")))")
  }

  private mutating func compareLicences() {
    let before = old.licencePolicies
    let after = new.licencePolicies
    compareLists(
      .licences, before.flatMap(\.forbidden), after.flatMap(\.forbidden),
      added: (.stricter, "forbidden:"), removed: (.looser, "no longer forbidden:"))
    let (allowed, allowedNow) = (before.flatMap(\.allowed), after.flatMap(\.allowed))
    if allowed.isEmpty, !allowedNow.isEmpty {
      add(.licences, .stricter, "only allowed: \(Self.code(allowedNow))")
    } else if !allowed.isEmpty, allowedNow.isEmpty {
      add(.licences, .looser, "any licence is allowed that is not forbidden")
    } else {
      compareLists(
        .licences, allowed, allowedNow, added: (.looser, "allowed:"),
        removed: (.stricter, "no longer allowed:"))
    }
  }

  private mutating func compareWords() {
    compareLists(
      .words, old.placeholders, new.placeholders, added: (.stricter, "a placeholder:"),
      removed: (.looser, "no placeholder:"))
    for language in Set(old.verbLanguages).union(new.verbLanguages).sorted() {
      let (a, b) = (old.verbs(language: language), new.verbs(language: language))
      if a == b { continue }
      compareLists(
        .words, Self.forms(a), Self.forms(b), added: (.stricter, "unmeasurable (\(language)):"),
        removed: (.looser, "no longer unmeasurable (\(language)):"))
      compareLists(
        .words, (a?.measurable ?? []).flatMap(\.verbs), (b?.measurable ?? []).flatMap(\.verbs),
        added: (.looser, "measurable (\(language)):"),
        removed: (.neutral, "no longer measurable (\(language)):"))
    }
  }

  private static func forms(_ verbs: VerbList?) -> [String] {
    (verbs?.unmeasurable ?? []).flatMap(\.forms)
  }

  private mutating func compareLists(
    _ area: FrameworkChange.Area, _ before: [String], _ after: [String],
    added: (FrameworkChange.Effect, String), removed: (FrameworkChange.Effect, String)
  ) {
    let new = after.filter { !before.contains($0) }
    let gone = before.filter { !after.contains($0) }
    if !new.isEmpty { add(area, added.0, "\(added.1) \(Self.code(new))") }
    if !gone.isEmpty { add(area, removed.0, "\(removed.1) \(Self.code(gone))") }
  }

  private static func code(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
