import SourceCore
import Testing

@testable import Framework

@Suite struct FrameworkComparisonTests {
  private func changes(_ old: String, _ new: String) throws -> [String] {
    let before = OfficeDocument(old)
    let after = OfficeDocument(new)
    let rules = Array(OfficeDocument.names.rules.values)
    return FrameworkComparison(
      try #require(before.reading.framework, "\(before.problems)"),
      try #require(after.reading.framework, "\(after.problems)"), rules: rules
    ).changes.map { "\($0.area.rawValue) \($0.effect.rawValue): \($0.message)" }
  }

  @Test(
    "Each change is one line",
    arguments: [
      ("", "", []),
      (
        "", "required: {beta: [provider]}",
        ["required stricter: `provider` is required from beta on, was from stable"]
      ),
      ("", "required: {beta: [x-unit]}", ["required stricter: `x-unit` is required from beta on"]),
      (
        "required: {beta: [x-unit]}", "",
        ["required looser: `x-unit` is not required any more (was from beta)"]
      ),
      ("", "frontMatter: {required: [id]}", ["required stricter: the front matter must have `id`"]),
      (
        "manifest: {properties: {authors: {items: {type: object}}}}",
        "manifest: {properties: {authors: {items: {type: object, required: [orcid]}}}}",
        ["fields stricter: course.yml: `authors[]` must have `orcid`"]
      ),
      (
        "manifest: {properties: {level: {enum: [basic, advanced]}, unit: {maxLength: 3}}}",
        "manifest: {properties: {level: {enum: [basic, intermediate]}, unit: {maxLength: 4}}}",
        [
          "fields looser: course.yml: `level` may also be intermediate",
          "fields stricter: course.yml: `level` may no longer be advanced",
          "fields neutral: course.yml: `unit`: `maxLength` is 4, was 3",
        ]
      ),
      (
        "",
        "frontMatter: {properties: {level: {enum: [basic], type: string, minLength: 2}}}",
        [
          "fields stricter: front matter: `level` may only be basic",
          "fields stricter: front matter: `level` must be text",
          "fields stricter: front matter: `level` asks for `minLength`: 2",
        ]
      ),
      (
        "vocabularies: {topics: {remove: [quality]}}",
        "vocabularies: {topics: {add: [{code: sdmx, labels: {en: SDMX}}]}}",
        ["vocabularies looser: `topics` has `quality`, `sdmx`"]
      ),
      (
        "", "structure: {workbench: {required: [sources]}}",
        [
          "structure stricter: workbench: every lesson needs `sources`",
          "structure looser: workbench: a lesson may have `sources`",
        ]
      ),
      (
        "", "severities: {framework/placeholder: {beta: error}}",
        ["severities stricter: `framework/placeholder` (beta: error, was warning)"]
      ),
      ("", "licences: {forbid: [CC-BY-NC-*]}", ["licences stricter: forbidden: `CC-BY-NC-*`"]),
      (
        "licences: {allow: [MIT]}", "licences: {allow: [MIT, CC0-1.0]}",
        ["licences looser: allowed: `CC0-1.0`"]
      ),
      ("", "placeholders: [XXX]", ["words stricter: a placeholder: `XXX`"]),
      (
        "", "verbs: {en: {measurable: {apply: [nowcast]}}}",
        ["words looser: measurable (en): `nowcast`"]
      ),
    ] as [(String, String, [String])])
  func change(old: String, new: String, expected: [String]) throws {
    #expect(try changes(old + "\n", new + "\n") == expected)
  }

  @Test("The demands on fields are told in words")
  func demands() throws {
    let document = OfficeDocument(
      "manifest: {properties: {authors: {items: {type: object, required: [orcid]}}}}\n")
    #expect(
      document.reading.framework?.fieldDemands == [
        "course.yml: `authors[]` must be a map", "course.yml: `authors[]` must have `orcid`",
      ])
    #expect(Framework.builtin.fieldDemands.isEmpty)
  }
}
