import SourceCore
import StructuredData
import Testing

@testable import Framework

@Suite struct DocumentTests {
  private let parsed = JSONParser.parse(Array(Framework.builtinText.utf8))

  private func schema(_ name: String) throws -> DataNode {
    try #require(parsed.root?["schemas"]?[name])
  }

  /// Calls `visit` for a value and all values inside it.
  private func walk(_ node: DataNode, _ visit: (DataNode) throws -> Void) rethrows {
    try visit(node)
    for element in node.array ?? [] { try walk(element, visit) }
    for member in node.object ?? [] { try walk(member.value, visit) }
  }

  @Test("The framework is one JSON document, and reads as its parts do")
  func whole() throws {
    #expect(parsed.problems.isEmpty)
    let framework = try Framework(document: #require(parsed.root))
    #expect(framework.name == "framework/1" && framework.version == "1.0.0")
    for name in [
      "topics", "audience", "level", "lifecycle", "bloom", "gsbpm-5.1", "gsbpm-5.2", "gamso-1.2",
    ] {
      let vocabulary = try #require(Framework.builtin.vocabulary(name))
      #expect(framework.vocabulary(name) == vocabulary)
    }
    for language in ["en", "fr", "es"] {
      let isSame =
        framework.verbs(language: language) == Framework.builtin.verbs(language: language)
      #expect(isSame, "\(language)")
    }
    for layout in ["workbench", "plain"] {
      #expect(framework.structure(layout: layout) == Framework.builtin.structure(layout: layout))
    }
    #expect(framework.placeholders == Framework.builtin.placeholders)
    let wrong = try #require(YAMLParser.parse(Array("level: hard\n".utf8)).root)
    #expect(framework.validate(manifest: wrong) == Framework.builtin.validate(manifest: wrong))
    #expect(
      framework.validate(frontMatter: wrong) == Framework.builtin.validate(frontMatter: wrong))
  }

  @Test("The schemas name their draft and themselves", arguments: ["course", "frontMatter"])
  func identity(name: String) throws {
    let schema = try schema(name)
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$id"]?.string?.hasPrefix("urn:academy:schema:") == true)
  }

  @Test("Every enumeration of a vocabulary equals it", arguments: ["course", "frontMatter"])
  func enumerations(name: String) throws {
    var seen: Set<String> = []
    try walk(try schema(name)) { node in
      guard let vocabulary = node["x-vocabulary"]?.string else { return }
      seen.insert(vocabulary)
      let codes = try #require(Framework.builtin.vocabulary(vocabulary)).codes
      #expect(node["enum"]?.array?.compactMap(\.string) == codes, "\(vocabulary)")
    }
    #expect(seen.isSuperset(of: ["level", "lifecycle", "bloom"]))
    if name == "course" {
      #expect(seen.isSuperset(of: ["topics", "audience", "gsbpm-5.1", "gsbpm-5.2", "gamso-1.2"]))
    }
  }

  @Test("Every field is described for editors", arguments: ["course", "frontMatter"])
  func descriptions(name: String) throws {
    walk(try schema(name)) { node in
      // The branches of a condition only add to a field described elsewhere.
      guard node["type"]?.string == "object" else { return }
      for field in node["properties"]?.object ?? [] {
        #expect(field.value["description"]?.string?.isEmpty == false, "\(field.key)")
      }
    }
  }

  @Test("Every example that a message shows is right")
  func examples() throws {
    let properties = try #require(try schema("course")["properties"]?.object)
    var count = 0
    for field in properties {
      guard let example = field.value["x-example"]?.string else { continue }
      count += 1
      #expect(ManifestText.with("\(field.key): \(example)\n").problems.isEmpty, "\(field.key)")
    }
    #expect(count > 5)
  }

  @Test("A synonym leads to a field and is none itself", arguments: ["course", "frontMatter"])
  func synonyms(name: String) throws {
    try walk(try schema(name)) { node in
      for synonym in node["x-synonyms"]?.object ?? [] {
        #expect(node["properties"]?[synonym.key] == nil, "\(synonym.key)")
        let field = try #require(synonym.value.string)
        #expect(node["properties"]?[field] != nil, "\(field)")
      }
    }
  }

  @Test("The manifest has every field of the course format")
  func fields() throws {
    let properties = try #require(try schema("course")["properties"]?.object)
    #expect(
      Set(properties.map(\.key)) == [
        "schema", "id", "version", "versioning", "releases", "title", "description", "keywords",
        "topics", "language", "license", "code_license", "authors", "contact", "provider", "level",
        "audience", "lifecycle", "lessons", "objectives", "gsbpm", "gamso", "competencies",
        "prerequisites", "paths", "assessment", "reuses", "translation_of",
      ])
  }

  @Test("The Workbench's lessons have three sections and should have an exercise")
  func structure() throws {
    let rules = Framework.builtin.structure(layout: "workbench")
    #expect(rules.requiredDivs == ["questions", "objectives", "keypoints"])
    #expect(rules.recommended.map(\.div) == ["challenge"])
    #expect(rules.recommended.first?.containing == "solution")
    #expect(rules.requiredDivs.allSatisfy { rules.div($0) != nil })
    #expect(rules.intendedDiv(for: "prerequisite") == "prereq")
    #expect(rules.knownDivs.map(\.name) == rules.knownDivs.map(\.name).sorted())
    for div in rules.knownDivs {
      #expect(div.mistakenNames.allSatisfy { rules.div($0) == nil })
    }
    #expect(Framework.builtin.structure(layout: "plain").requiredDivs.isEmpty)
    #expect(Framework.builtin.structure(layout: "unheard-of").knownDivs.isEmpty)
  }

  @Test("Marks of unfinished text are words in capitals, or a phrase nobody writes otherwise")
  func placeholders() {
    #expect(Framework.builtin.placeholders.starts(with: ["FIXME", "TODO", "TBC", "TBD"]))
    #expect(!Framework.builtin.placeholders.contains("XXX"))
  }

  @Test(
    "A document with a mistake says where",
    arguments: [
      ("\"placeholders\": [", "\"placeholders\": [3, ", "framework.placeholders"),
      (
        "\"atMost\": {\"pre-alpha\": \"note\"", "\"atMost\": {\"pre-alpha\": \"fatal\"",
        "framework.severities.atMost.pre-alpha"
      ),
      (
        "\"releases\": {", "\"releases\": {\"pattern\": \"(\",",
        "framework.schemas.course.properties.releases.pattern"
      ),
      ("#/$defs/courseId", "#/$defs/nothing", "framework.schemas.course.properties.id.$ref"),
      (
        "\"borrows\": \"gsbpm-5.1\"", "\"borrows\": \"gsbpm-4.0\"",
        "framework.vocabularies.gsbpm-5.2"
      ),
    ])
  func mistakes(before: String, after: String, part: String) throws {
    var text = Framework.builtinText
    let place = try #require(text.firstRange(of: before))
    text.replaceSubrange(place, with: after)
    let document = try #require(JSONParser.parse(Array(text.utf8)).root)
    #expect { _ = try Framework(document: document) } throws: { error in
      (error as? DocumentProblem)?.part == part
    }
  }
}
