import Framework
import StructuredData
import Testing

@Suite struct VocabularyTests {
  @Test(
    "Every code of the reference is there",
    arguments: [
      ("gsbpm-5.1", 55), ("gsbpm-5.2", 52), ("gamso-1.2", 21), ("topics", 16), ("audience", 8),
      ("level", 3), ("lifecycle", 5), ("bloom", 6),
    ])
  func count(name: String, terms: Int) throws {
    let vocabulary = try #require(Framework.builtin.vocabulary(name))
    #expect(vocabulary.terms.count == terms)
    #expect(Set(vocabulary.codes).count == terms)
    #expect(vocabulary.terms.allSatisfy { $0.labels["en"]?.isEmpty == false })
  }

  @Test("GSBPM 5.2 has 44 sub-processes and the eight phases of 5.1")
  func phases() throws {
    let vocabulary = try #require(Framework.builtin.vocabulary("gsbpm-5.2"))
    #expect(vocabulary.terms.count { $0.kind == "sub-process" } == 44)
    let phases = vocabulary.terms.filter { $0.kind == "phase" }
    #expect(phases.map(\.code) == ["1", "2", "3", "4", "5", "6", "7", "8"])
    #expect(phases.allSatisfy { $0.note?.contains("5.1") == true })
  }

  @Test("Labels name their source and UNECE")
  func attribution() throws {
    for name in ["gsbpm-5.1", "gsbpm-5.2"] {
      let vocabulary = try #require(Framework.builtin.vocabulary(name))
      #expect(vocabulary.attribution == "GSBPM is CC BY 4.0, UNECE")
      #expect(vocabulary.source.contains("UNECE/GSBPM-5.2"))
    }
  }

  @Test("A label in the scheme's own words is no fallback")
  func ownLabel() throws {
    let gsbpm = try #require(Framework.builtin.vocabulary("gsbpm-5.1"))
    let label = try #require(gsbpm.label("5.3", language: "fr"))
    #expect(label.text == "Examiner et valider les données")
    #expect(label.language == "fr" && !label.isFallback)
    #expect(gsbpm.label("5.3", language: "fr-CA") == label)
    #expect(gsbpm.label("5.9", language: "fr") == nil)
  }

  @Test("French for GSBPM 5.2 comes from 5.1 and says so")
  func borrowedLabel() throws {
    let gsbpm = try #require(Framework.builtin.vocabulary("gsbpm-5.2"))
    let french = try #require(gsbpm.label("5.3", language: "fr"))
    #expect(french.text == "Examiner et valider les données" && french.isFallback)
    #expect(try #require(gsbpm.label("6", language: "es")).isFallback)
    let english = try #require(gsbpm.label("2.1", language: "en"))
    #expect(english.text == "Design outputs and dissemination" && !english.isFallback)
  }

  @Test("A language without a label falls back to English")
  func englishLabel() throws {
    let gamso = try #require(Framework.builtin.vocabulary("gamso-1.2"))
    let label = try #require(gamso.label("3", language: "fr"))
    #expect(label.text == "Corporate Support")
    #expect(label.language == "en" && label.isFallback)
    #expect(try #require(gamso.label("3.10", language: "de")).language == "en")
  }

  @Test(
    "The generated literal is what the reference data give",
    .enabled(if: TestFile.reference != nil, "needs the shared reference data"))
  func literal() throws {
    let bytes = try #require(TestFile.reference)
    let reference = try #require(JSONParser.parse(bytes).root)
    let expected = VocabularyLiteral(reference: reference).text
    let path = TestFile.root + "/Sources/Framework/Documents/Framework1Vocabularies.swift"
    let actual = try #require(TestFile.read(path))
    let isCurrent = Array(expected.utf8) == actual
    if !isCurrent, TestFile.environment("UPDATE_GOLDEN") != nil {
      TestFile.write(expected, to: path)
    }
    #expect(isCurrent, "make it again: UPDATE_GOLDEN=1 swift test --filter FrameworkTests")
  }
}
