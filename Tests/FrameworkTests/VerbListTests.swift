import Framework
import Testing

@Suite struct VerbListTests {
  private func list(_ language: String) throws -> VerbList {
    try #require(Framework.builtin.verbs(language: language))
  }

  @Test(
    "Openings that name nothing one can observe",
    arguments: [
      ("en", "Understand loops", "understand"), ("en", "**Knows** the commands", "knows"),
      ("en", "Be aware of risks", "be aware of"),
      ("en", "Become familiar with Git", "become familiar with"),
      ("en", "Gain insight into R", "gain insight into"),
      ("en", "Learners will appreciate tests", "appreciate"),
      ("en", "After this lesson, you will know Git", "know"),
      ("fr", "Comprendre les boucles", "comprendre"), ("fr", "CONNAÎTRE Git", "connaître"),
      ("fr", "Se familiariser avec R", "se familiariser avec"),
      ("fr", "À la fin de la leçon, vous pourrez comprendre Git", "comprendre"),
      ("fr", "S’approprier les concepts", "s'approprier"),
      ("es", "Comprender los bucles", "comprender"), ("es-MX", "Conocer Git", "conocer"),
      ("es", "Familiarizarse con R", "familiarizarse con"),
    ])
  func unmeasurable(language: String, objective: String, phrase: String) throws {
    let opening = try #require(try list(language).opening(of: objective))
    #expect(opening.kind == .verb)
    #expect(opening.phrase == phrase)
    #expect(!opening.alternatives.isEmpty && opening.verbBehind == nil)
  }

  @Test(
    "Openings that are fine",
    arguments: [
      ("en", "Create a branch"), ("en", "to create a branch"), ("en", "You will be able to merge"),
      ("en", "By the end of this lesson, learners will be able to resolve a conflict"),
      ("en", "Get data from an API"), ("en", "Know-how transfer plans are compared"),
      ("en", "`know()` returns a list"), ("en", "Realise a project"), ("en", "Explore a data set"),
      ("en", "Seed a random generator"), ("en", "Identify and understand factors"), ("en", ""),
      ("en", "Learning-by-doing plans are written"), ("fr", "Saisir des données"),
      ("fr", "Expliquer une branche"), ("fr", "Intégrer des données"), ("es", "Explicar una rama"),
    ])
  func fine(language: String, objective: String) throws {
    #expect(try list(language).opening(of: objective) == nil)
  }

  @Test(
    "`be able to` adds nothing, and what follows is judged",
    arguments: [
      ("en", "Be able to create a branch", "Be able to", "create"),
      ("en", "Learn how to read a log", "Learn how to", "read"),
      ("en", "Know how to merge", "Know how to", "merge"),
      ("fr", "Être capable d’identifier une branche", "Être capable d’", "identifier"),
      ("fr", "Savoir créer un dépôt", "Savoir", "créer"),
      ("es", "Ser capaz de crear una rama", "Ser capaz de", "crear"),
      ("es", "Aprender a usar Git", "Aprender a", "usar"),
    ])
  func padding(language: String, objective: String, words: String, verb: String) throws {
    let opening = try #require(try list(language).opening(of: objective))
    #expect(opening.kind == .padding)
    #expect(opening.verbBehind == verb && opening.alternatives.isEmpty)
    #expect(String(decoding: Array(objective.utf8)[opening.range], as: UTF8.self) == words)
  }

  @Test("What hides behind `be able to` is found, words included")
  func paddedVerb() throws {
    let opening = try #require(try list("en").opening(of: "Be able to understand loops"))
    #expect(opening.kind == .verb && opening.phrase == "understand")
    #expect(opening.range == 0..<21)
    let french = try #require(try list("fr").opening(of: "Être capable d'appréhender Git"))
    #expect(french.phrase == "appréhender")
  }

  @Test("A subject is no action")
  func topic() throws {
    let opening = try #require(try list("en").opening(of: "How to cite"))
    #expect(opening.kind == .topic && opening.verbBehind == "cite")
    #expect(try list("en").opening(of: "Introduction to Git")?.kind == .topic)
    #expect(try list("fr").opening(of: "Comment citer")?.verbBehind == "citer")
  }

  @Test(
    "The first measurable verb tells the level",
    arguments: [
      ("en", "List the commands", BloomLevel.remember), ("en", "Explain a branch", .understand),
      ("en", "Learn to use ggplot", .apply), ("en", "compare values", .analyze),
      ("en", "Justify a choice", .evaluate), ("en", "create functions", .create),
      ("en", "carry out a survey", .apply), ("fr", "Être capable de justifier", .evaluate),
      ("es", "Diseñar una muestra", .create),
    ])
  func level(language: String, objective: String, level: BloomLevel) throws {
    #expect(try list(language).level(of: objective) == level)
  }

  @Test("No level is guessed", arguments: ["Understand loops", "Xyz loops", "", "`list` values"])
  func noLevel(objective: String) throws {
    #expect(try list("en").level(of: objective) == nil)
  }

  @Test("A language without a list has none")
  func otherLanguage() {
    #expect(Framework.builtin.verbs(language: "de") == nil)
    #expect(Framework.builtin.verbs(language: "FR-ca")?.language == "fr")
  }

  @Test("Alternatives are measurable verbs of their level", arguments: ["en", "fr", "es"])
  func alternatives(language: String) throws {
    let verbs = try list(language)
    #expect(verbs.measurable.map(\.level) == BloomLevel.allCases)
    var levels: [String: BloomLevel] = [:]
    for entry in verbs.measurable {
      for verb in entry.verbs {
        #expect(levels.updateValue(entry.level, forKey: verb) == nil, "`\(verb)` has two levels")
      }
    }
    for entry in verbs.unmeasurable {
      for form in entry.forms { #expect(levels[form] == nil, "`\(form)` is on both lists") }
      for alternative in entry.alternatives {
        for verb in alternative.verbs { #expect(levels[verb] == alternative.level, "`\(verb)`") }
      }
    }
  }
}
