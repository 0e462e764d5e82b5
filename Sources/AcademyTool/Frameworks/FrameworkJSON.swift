import Framework
import SourceCore

/// A framework as JSON for a program.
struct FrameworkJSON {
  private var writer = JSONWriter(pretty: true)
  private let framework: Framework

  /// The text; it ends with a line feed.
  var bytes: [UInt8] { writer.bytes }

  init(_ framework: Framework, rules: [RuleInfo]) {
    self.framework = framework
    writer.beginObject()
    identity()
    requirements()
    licences()
    list("placeholders", framework.placeholders)
    verbs()
    severities(rules)
    vocabularies()
    writer.endObject()
    writer.newline()
  }

  private mutating func text(_ key: String, _ value: String?) {
    guard let value else { return }
    writer.key(key)
    writer.string(value)
  }

  private mutating func list(_ key: String, _ values: [String]) {
    writer.key(key)
    writer.beginArray()
    for value in values { writer.string(value) }
    writer.endArray()
  }

  private mutating func object(_ key: String, _ body: (inout FrameworkJSON) -> Void) {
    writer.key(key)
    writer.beginObject()
    body(&self)
    writer.endObject()
  }

  private mutating func identity() {
    text("schema", "academy-framework/1")
    text("framework", framework.name)
    text("version", framework.version)
    writer.key("extends")
    writer.beginArray()
    for base in framework.extended {
      writer.beginObject()
      text("framework", base.name)
      text("version", base.version)
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func requirements() {
    object("required") { json in
      for stage in FrameworkPage.stages {
        json.list(stage.rawValue, json.framework.requiredFields(stage))
      }
    }
    list("requiredFrontMatter", framework.requiredFrontMatter)
    list("fields", framework.fieldDemands)
    object("structure") { json in
      for layout in json.framework.layouts {
        let structure = json.framework.structure(layout: layout)
        json.object(layout) { json in
          json.list("required", structure.requiredDivs)
          json.list("recommended", structure.recommended.map(\.div))
          json.list("known", structure.knownDivs.map(\.name))
        }
      }
    }
  }

  private mutating func licences() {
    object("licences") { json in
      json.list("allow", json.framework.licencePolicies.flatMap(\.allowed))
      json.list("forbid", json.framework.licencePolicies.flatMap(\.forbidden))
    }
  }

  private mutating func verbs() {
    object("verbs") { json in
      for language in json.framework.verbLanguages {
        guard let verbs = json.framework.verbs(language: language) else { continue }
        json.object(language) { json in
          json.object("measurable") { json in
            for level in BloomLevel.allCases {
              let entries = verbs.measurable.filter { $0.level == level }
              json.list(level.rawValue, entries.flatMap(\.verbs))
            }
          }
          json.list("unmeasurable", verbs.unmeasurable.flatMap(\.forms))
        }
      }
    }
  }

  private mutating func severities(_ rules: [RuleInfo]) {
    object("severities") { json in
      for rule in rules.sorted(by: { $0.id < $1.id }) {
        json.object(rule.id) { json in
          for stage in FrameworkPage.stages {
            let severity = json.framework.severity(of: rule, lifecycle: stage)
            json.text(stage.rawValue, severity.rawValue)
          }
        }
      }
    }
  }

  private mutating func vocabularies() {
    object("vocabularies") { json in
      for name in json.framework.vocabularyNames {
        guard let vocabulary = json.framework.vocabulary(name) else { continue }
        json.object(name) { $0.write(vocabulary) }
      }
    }
  }

  private mutating func write(_ vocabulary: Vocabulary) {
    text("title", vocabulary.title)
    text("source", vocabulary.source)
    text("attribution", vocabulary.attribution)
    writer.key("terms")
    writer.beginArray()
    for term in vocabulary.terms {
      writer.beginObject()
      text("code", term.code)
      text("kind", term.kind)
      object("labels") { json in
        for (language, label) in term.labels.sorted(by: { $0.key < $1.key }) {
          json.text(language, label)
        }
      }
      text("note", term.note)
      writer.endObject()
    }
    writer.endArray()
  }
}
