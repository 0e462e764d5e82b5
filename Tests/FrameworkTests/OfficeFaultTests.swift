import SourceCore
import Testing

@testable import Framework

/// Every way in which an office's framework document can be wrong, with its place and its words.
@Suite struct OfficeFaultTests {
  @Test(
    "What a document must say of itself",
    arguments: [
      (
        "framework: nso-north/1\nversion: 1.0.0\n",
        "1:1 `extends` is missing from the framework document"
      ),
      (
        "framework: North\nversion: 1.0.0\nextends: framework/1\n",
        "1:12 `North` is no name of a framework"
      ),
      (
        "framework: framework/1\nversion: 1.0.0\nextends: framework/1\n",
        "1:12 `framework/1` is the name of the framework that it extends"
      ),
      (
        "framework: nso-north/1\nversion: 2.0.0\nextends: framework/1\n",
        "2:10 the version 2.0.0 does not belong to `nso-north/1`"
      ),
      (
        "framework: nso-north/1\nversion: 1.2\nextends: framework/1\n",
        "2:10 `version` must be text, and `1.2` is read as the number 1.2 = write 1.2.0"
      ),
      (
        "framework: nso-north/1\nversion: 1.0.0\nextends: framework/1 ^\n",
        "3:10 `extends` names no range of versions"
      ),
      (
        "framework: nso-north/1\nversion: 1.0.0\nextends: {framework: a/1, rev: main}\n",
        "3:27 `rev` says nothing without `path`"
      ),
      (
        "framework: nso-north/1\nversion: 1.0.0\n"
          + "extends: {framework: a/1, path: p, release: 1.0.0, rev: main}\n",
        "3:36 `release` and `rev` exclude each other"
      ),
      (
        "framework: nso-north/1\nversion: 1.0.0\nextends: framework/1 ^2.0\n",
        "3:10 it extends `framework/1` in a version of `^2.0`, but what is there is 1.0.0"
      ),
      (
        "framework: nso-north/1\nversion: 1.0.0\nextends: nso-south/2\n",
        "3:10 it extends `nso-south/2`, but what is there calls itself `framework/1`"
      ),
      ("", "1:1 there is nothing in it"),
    ])
  func identity(text: String, message: String) throws {
    let document = OfficeDocument(whole: text)
    let first = try #require(document.problems.first)
    #expect(first.hasPrefix(message), "\(document.problems)")
    #expect(document.reading.framework == nil)
  }

  @Test(
    "What a document says of others",
    arguments: [
      (
        "required: {beta: [providr]}", "4:19 there is no field `providr` = did you mean `provider`?"
      ),
      (
        "required: {gamma: [provider]}",
        "4:12 `gamma` is not a field of `required`"
      ),
      (
        "required: {beta: [cost-centre]}",
        "4:19 there is no field `cost-centre` = declare it under `manifest`, in `properties`, or "
          + "begin its name with `x-`"
      ),
      ("optional: [x]", "4:12 there is no required field `x`"),
      ("optional: [id]", "4:12 `id` cannot be optional: without it there is no course"),
      (
        "optional: [level]\nrequired: {alpha: [level]}",
        "4:12 loosened: `level` is required by framework/1 from stable on, not here"
      ),
      (
        "severities: {framework/placeholdr: error}",
        "4:14 there is no rule `framework/placeholdr` = did you mean `framework/placeholder`?"
      ),
      (
        "severities: {rules/unheard-of: error}",
        "4:14 there is no rule `rules/unheard-of` = `academy rules` lists them"
      ),
      (
        "severities: {objectives/verb: eror}",
        "4:31 `severities.objectives/verb` must be one of error, warning, note; `eror` is not"
      ),
      (
        "licences: {forbid: [CC-BY-NC]}",
        "4:21 `CC-BY-NC` is not an SPDX licence id = write `CC-BY-NC-*`"
      ),
      (
        "licences: {allow: [CC BY 4.0]}",
        "4:20 `CC BY 4.0` is not an SPDX licence id = did you mean"
      ),
      ("licences: {allow: [\"QQ*\"]}", "4:20 no licence of SPDX's list begins with `QQ`"),
      (
        "licences: {allow: [MIT], forbid: [MIT]}",
        "4:35 `MIT` is both allowed and forbidden"
      ),
      (
        "manifest: {properties: {area: {type: strng}}}",
        "4:38 `manifest` is no schema that can be used"
      ),
      (
        "frontMatter: {properties: {area: {x-vocabulary: levels}}}",
        "4:49 there is no vocabulary `levels` = did you mean `level`?"
      ),
      (
        "vocabularies: {topic: {add: [{code: a, labels: {en: A}}]}}",
        "4:16 there is no vocabulary `topic` = did you mean `topics`?"
      ),
      (
        "vocabularies: {topics: {add: [{code: quality, labels: {en: A}}]}}",
        "4:38 `topics` has the code `quality` already"
      ),
      (
        "vocabularies: {topics: {remove: [securty]}}",
        "4:34 there is no code `securty` = did you mean `security`?"
      ),
      (
        "vocabularies: {topics: {terms: [{code: a, labels: {en: A}}]}}",
        "4:25 framework/1 has a vocabulary `topics` already"
      ),
      (
        "vocabularies: {lifecycle: {add: [{code: a, labels: {en: A}}]}}",
        "4:16 the vocabulary `lifecycle` is the same in every framework"
      ),
      (
        "vocabularies: {surveys: {title: Surveys, terms: [{code: a, labels: {en: A}}]}}",
        "4:16 the vocabulary `surveys` has no `source`"
      ),
      (
        "structure: {workbnch: {required: [quiz]}}",
        "4:13 there is no layout `workbnch` = did you mean `workbench`?"
      ),
      (
        "structure: {workbench: {optional: [quiz]}}",
        "4:36 there is no required div `quiz`"
      ),
      (
        "verbs: {en: {measurable: {apply: [impute], create: [impute]}}}",
        "4:53 `impute` is listed twice"
      ),
      ("severitys: {}", "4:1 `severitys` is not a field of the framework document; did you mean"),
    ])
  func parts(lines: String, message: String) throws {
    let document = OfficeDocument(lines + "\n")
    let first = try #require(document.problems.first)
    #expect(first.hasPrefix(message), "\(document.problems)")
    #expect(document.reading.framework == nil)
  }

  @Test("A syntax error is told at its place, and nothing that follows from it")
  func syntax() {
    let text = "{\"framework\": \"nso-north/1\",\n \"version\" \"1.0.0\"}\n"
    let document = OfficeDocument(whole: text, path: "framework.json")
    #expect(document.problems.count == 1)
    #expect(document.problems.first?.hasPrefix("2:2 ") == true, "\(document.problems)")
  }

  @Test("Every fault has a way out")
  func help() {
    let document = OfficeDocument(
      """
      required: {beta: [x]}
      severities: {a/b: error}
      structure: {a: {required: [x]}}
      vocabularies: {a: {remove: [x]}}
      licences: {forbid: [x]}

      """)
    #expect(document.problems.count == 5)
    #expect(document.problems.allSatisfy { !$0.hasSuffix("= -") }, "\(document.problems)")
  }
}
