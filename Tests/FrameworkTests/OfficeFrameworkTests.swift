import Identifiers
import SourceCore
import StructuredData
import Testing

@testable import Framework

/// What an office's document changes, and that it changes nothing else.
@Suite struct OfficeFrameworkTests {
  private func framework(_ lines: String, on base: Framework = .builtin) throws -> Framework {
    let document = OfficeDocument(lines, on: base)
    return try #require(document.reading.framework, "\(document.problems)")
  }

  @Test("Three lines change nothing but the name")
  func nothing() throws {
    let office = try framework("")
    let builtin = Framework.builtin
    #expect(office.name == "nso-north/1" && office.version == "1.2.0")
    #expect(office.extended.map(\.name) == ["framework/1"])
    for stage in Lifecycle.allCases {
      #expect(office.requiredFields(stage) == builtin.requiredFields(stage))
    }
    for name in builtin.vocabularyNames {
      #expect(office.vocabulary(name) == builtin.vocabulary(name))
    }
    #expect(office.structure(layout: "workbench") == builtin.structure(layout: "workbench"))
    #expect(office.verbs(language: "fr") == builtin.verbs(language: "fr"))
    let wrong = try #require(YAMLParser.parse(Array("level: hard\n".utf8)).root)
    #expect(office.validate(manifest: wrong) == builtin.validate(manifest: wrong))
    #expect(FrameworkComparison(builtin, office, rules: []).changes.isEmpty)
  }

  @Test("JSON and YAML say the same")
  func json() throws {
    let text =
      "{\"framework\": \"nso-north/1\", \"version\": \"1.0.0\", \"extends\": \"framework/1 ^1.0\"}"
    let document = OfficeDocument(whole: text, path: "framework.json")
    #expect(document.reading.framework?.name == "nso-north/1", "\(document.problems)")
  }

  @Test("A field is required from the earlier of two lifecycles on")
  func required() throws {
    let office = try framework(
      """
      required: {beta: [provider], stable: [title, x-unit], alpha: [contact]}
      manifest: {required: [language]}

      """)
    #expect(office.requiredFields(.preAlpha) == ["schema", "id", "version", "language"])
    #expect(office.requiredFields(.alpha).last == "contact")
    #expect(office.requiredFields(.beta).contains("provider"))
    #expect(office.requiredFields(.beta).contains("title"))
    let all = office.requiredFields(.stable)
    #expect(Set(all).count == all.count && all.contains("x-unit"))
  }

  @Test("A schema is applied besides the framework's own")
  func manifest() throws {
    let document = OfficeDocument(
      """
      manifest:
        properties:
          authors: {items: {type: object, required: [name, orcid]}}
          level: {enum: [basic, intermediate]}
          cost-centre: {type: string, pattern: "^K[0-9]+$"}

      """)
    let start = "schema: course/1\nid: office-a/prices\nversion: 1.0.0\n"
    #expect(try document.problems(manifest: start).isEmpty)
    #expect(
      try document.problems(manifest: start + "authors: [{name: Bo}]\n")
        == ["`authors[0]` has no `orcid` = `nso-north/1` asks for it"])
    #expect(
      try document.problems(manifest: start + "authors: [Ana Novak]\n") == [
        "`authors[0]` must be a map with `name` and `orcid`; `Ana Novak` is text "
          + "= `nso-north/1` asks for it"
      ])
    // Both schemas have something against it; one of them says so.
    #expect(try document.problems(manifest: start + "level: hard\n").count == 1)
    #expect(try document.problems(manifest: start + "level: advanced\n").count == 1)
    // A field that an office declares is known; another one is not.
    #expect(try document.problems(manifest: start + "cost-centre: K12\n").isEmpty)
    #expect(try document.problems(manifest: start + "cost-centre: 12\n").count == 1)
    #expect(try document.problems(manifest: start + "cost-center: K12\n").count == 1)
  }

  @Test("Fields that another file gives are held against the office's schema alone")
  func inferred() throws {
    let office = try framework("manifest: {properties: {title: {type: string, maxLength: 5}}}\n")
    let fields = try #require(YAMLParser.parse(Array("title: Prices\nlevel: hard\n".utf8)).root)
    #expect(office.validate(inferred: fields).map(\.pointer) == ["/title"])
    #expect(Framework.builtin.validate(inferred: fields).isEmpty)
  }

  @Test("A condition of an office's schema is its own; what every manifest has is not")
  func conditions() throws {
    let office = try framework(
      """
      manifest:
        required: [language]
        if: {properties: {level: {const: advanced}}, required: [level]}
        then: {required: [prerequisites]}

      """)
    let text = "schema: course/1\nid: a/b\nversion: 1.0.0\nlevel: advanced\n"
    let root = try #require(YAMLParser.parse(Array(text.utf8)).root)
    let problems = office.validate(manifest: root)
    #expect(problems.map(\.message) == ["`prerequisites` is missing from course.yml"])
    #expect(problems.allSatisfy { !$0.isMissingMetadata })
    let empty = try #require(YAMLParser.parse(Array("title: A\n".utf8)).root)
    let missing = office.validate(manifest: empty).filter { $0.keyword == "required" }
    #expect(missing.count == 3 && missing.allSatisfy(\.isMissingMetadata))
  }

  @Test("Codes are added and taken away, and the schemas follow")
  func vocabularies() throws {
    let document = OfficeDocument(
      """
      vocabularies:
        topics:
          add: [{code: sdmx, labels: {en: SDMX tools, fr: Outils SDMX}}]
          remove: [sustainability]
        surveys:
          title: Surveys
          source: NSO North
          terms: [{code: lfs, labels: {en: Labour force survey}}]
      manifest:
        properties:
          survey: {x-vocabulary: surveys}

      """)
    let office = try #require(document.reading.framework, "\(document.problems)")
    #expect(office.vocabulary("topics")?.label("sdmx", language: "fr")?.text == "Outils SDMX")
    #expect(office.vocabulary("surveys")?.codes == ["lfs"])
    #expect(office.vocabularyNames.contains("surveys"))
    let start = "schema: course/1\nid: office-a/prices\nversion: 1.0.0\n"
    #expect(try document.problems(manifest: start + "topics: [sdmx]\nsurvey: lfs\n").isEmpty)
    #expect(try document.problems(manifest: start + "topics: [sustainability]\n").count == 1)
    let near = try document.problems(manifest: start + "survey: lsf\n")
    #expect(near.first?.contains("`lsf` is not") == true, "\(near)")
    // The framework inside the tool is as it was.
    #expect(Framework.builtin.vocabulary("topics")?.term("sdmx") == nil)
  }

  @Test("Sections, placeholders and verbs are added")
  func words() throws {
    let office = try framework(
      """
      placeholders: [À TRADUIRE, TODO]
      structure:
        workbench:
          required: [sources]
          recommended: [{div: quiz, containing: key, why: It shows what was understood.}]
          known: [aside, {name: method, description: How it is done., mistaken: [methods]}]
      verbs:
        en: {measurable: {apply: [impute]}, unmeasurable: [grok]}
        de: {measurable: {apply: [berechnen]}, unmeasurable: [verstehen]}
      frontMatter: {required: [id]}

      """)
    let workbench = office.structure(layout: "workbench")
    #expect(workbench.requiredDivs == ["questions", "objectives", "keypoints", "sources"])
    #expect(workbench.recommended.map(\.div) == ["challenge", "quiz"])
    #expect(["sources", "quiz", "key", "aside", "callout"].allSatisfy { workbench.div($0) != nil })
    #expect(workbench.intendedDiv(for: "methods") == "method")
    #expect(office.placeholders.count == Framework.builtin.placeholders.count + 1)
    #expect(office.requiredFrontMatter.last == "id")
    #expect(office.verbs(language: "en")?.level(of: "Impute missing values") == .apply)
    #expect(office.verbs(language: "en")?.opening(of: "Grok loops")?.phrase == "grok")
    #expect(office.verbs(language: "en")?.opening(of: "Understand loops") != nil)
    #expect(office.verbs(language: "de-CH")?.level(of: "Berechnen Sie") == .apply)
    #expect(office.verbLanguages == ["de", "en", "es", "fr"])
  }

  @Test("A severity holds for all courses, or for those of a lifecycle")
  func severities() throws {
    let office = try framework(
      "severities: {framework/placeholder: {beta: error}, objectives/verb: warning}\n")
    let placeholder = try #require(OfficeDocument.names.rules["framework/placeholder"])
    let verb = try #require(OfficeDocument.names.rules["objectives/verb"])
    #expect(office.severity(of: placeholder, lifecycle: .alpha) == .warning)
    #expect(office.severity(of: placeholder, lifecycle: .beta) == .error)
    for stage in Lifecycle.allCases {
      #expect(office.severity(of: verb, lifecycle: stage) == .warning)
    }
  }

  @Test("A framework may extend an office's, and adds to it")
  func chain() throws {
    let first = try framework(
      """
      required: {beta: [provider]}
      manifest: {properties: {unit: {type: string}}}
      vocabularies: {topics: {add: [{code: sdmx, labels: {en: SDMX tools}}]}}
      licences: {forbid: [CC-BY-NC-*]}

      """)
    let text = """
      framework: team/1
      version: 1.0.0
      extends: {framework: nso-north/1, version: ^1.0, path: ../framework.yml}
      vocabularies: {topics: {add: [{code: seasonal, labels: {en: Seasonal adjustment}}]}}
      manifest: {properties: {unit: {minLength: 3}}}
      licences: {allow: [CC-BY-4.0, CC-BY-NC-4.0]}

      """
    let document = OfficeDocument(whole: text, first)
    let team = try #require(document.reading.framework, "\(document.problems)")
    #expect(team.extended.map(\.name) == ["nso-north/1", "framework/1"])
    #expect(team.requiredFields(.beta).contains("provider"))
    let start = "schema: course/1\nid: office-a/prices\nversion: 1.0.0\n"
    #expect(try document.problems(manifest: start + "topics: [sdmx, seasonal]\n").isEmpty)
    let short = try document.problems(manifest: start + "unit: A\n")
    #expect(short.count == 1 && short[0].contains("`team/1` asks for it"), "\(short)")
    #expect(try document.problems(manifest: start + "unit: [A]\n").count == 1)
    // What the office forbids, the team cannot allow.
    #expect(team.refusal(of: try #require(SPDXExpression("CC-BY-NC-4.0")))?.isForbidden == true)
    #expect(team.refusal(of: try #require(SPDXExpression("MIT")))?.framework == "team/1")
    #expect(team.refusal(of: try #require(SPDXExpression("CC-BY-4.0"))) == nil)
  }

  @Test(
    "Of licences to choose from, one that will do is enough",
    arguments: [
      ("CC-BY-NC-4.0", "CC-BY-NC-4.0"), ("CC-BY-NC-SA-4.0 OR CC-BY-4.0", nil),
      ("MIT AND CC-BY-NC-ND-4.0", "CC-BY-NC-ND-4.0"), ("GPL-2.0-only", "GPL-2.0-only"),
      ("(MIT OR CC-BY-NC-4.0) AND CC-BY-4.0", nil), ("LicenseRef-North", nil),
      ("CC-BY-NC-4.0 OR GPL-2.0-only", "CC-BY-NC-4.0"),
    ])
  func licences(expression: String, refused: String?) throws {
    let office = try framework(
      "licences: {forbid: [CC-BY-NC-*, gpl-2.0-only, LicenseRef-Secret]}\n")
    let expression = try #require(SPDXExpression(expression))
    #expect(office.refusal(of: expression)?.licence == refused)
    #expect(Framework.builtin.refusal(of: expression) == nil)
  }
}
