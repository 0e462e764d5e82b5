import CourseModel
import Markdown
import SourceCore

/// Notes a page whose sentences and words are very long.
struct Readability: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/readability",
    summary: "A page reads as hard as a law, by the LIX index.",
    why: """
      Most learners do not read the lesson in their first language. LIX is the mean number of \
      words in a sentence plus the share of words with more than six letters, in per cent: below \
      25 very easy, to 35 easy, to 45 as a newspaper, to 55 hard, above very hard. A page of at \
      least 150 words of running text is noted above 60 in English and above 64 in French and \
      Spanish, whose words are longer. It is a hint and never more: a formula counts words, not \
      thoughts.
      """,
    severity: .note, source: "C. H. Björnsson, Läsbarhet, 1968; WCAG 2.2, success criterion 3.1.5")

  private static let plain = """
    We ask ten shops for the price of milk. Each shop gives one price. We add the ten prices and \
    divide by ten. That is the mean. If one shop is closed, we ask the next one in the list.

    """

  private static let hard = """
    Notwithstanding methodological considerations concerning representativeness, statistical \
    organisations implementing multidimensional harmonisation strategies systematically \
    encounter considerable institutional difficulties whenever heterogeneous administrative \
    sources, originally established exclusively according to national legislative requirements, \
    are integrated within internationally standardised dissemination infrastructures.

    """

  private static let difficile = """
    Nonobstant les considérations méthodologiques concernant la représentativité, les organismes \
    statistiques mettant en œuvre des stratégies d'harmonisation multidimensionnelles rencontrent \
    systématiquement des difficultés institutionnelles considérables lorsque des sources \
    administratives hétérogènes, établies exclusivement conformément aux obligations \
    réglementaires nationales, sont intégrées dans des infrastructures internationales.

    """

  private static let dificil = """
    Independientemente de consideraciones metodológicas concernientes a la representatividad, \
    organizaciones estadísticas responsables de estrategias multidimensionales de armonización \
    experimentan sistemáticamente dificultades institucionales considerables cuando determinadas \
    fuentes administrativas heterogéneas, establecidas exclusivamente según requerimientos \
    legislativos nacionales, resultan integradas dentro de infraestructuras internacionales.

    """

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text + "\n", count: count)
  }

  static let examples: [Example] = [
    .good(times(6, plain)),
    .good(hard),
    .good(
      "```\n" + times(6, hard) + "```\n\n" + times(5, "- Méthodologie internationale\n"),
      language: "fr"),
    .good(times(6, hard), language: "de"),
    .good(
      "mathematical statistics department "
        + String(repeating: "and international relations<br>\n", count: 70)),
    .bad(times(5, hard), wholeFile: true),
    .bad(times(5, difficile), wholeFile: true, language: "fr"),
    .bad(times(5, dificil), wholeFile: true, language: "es"),
  ]

  /// The highest LIX that is not noted, by language.
  static let options: [RuleOption] = [
    RuleOption("en", .number(30...100, default: 60), "highest LIX of an English page"),
    RuleOption("es", .number(30...100, default: 64), "highest LIX of a Spanish page"),
    RuleOption("fr", .number(30...100, default: 64), "highest LIX of a French page"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let language = asciiLowercased(lesson.language.prefix { $0 != "-" && $0 != "_" })
    guard Self.options.contains(where: { $0.name == language }) else { return }
    let limit = context.number(language, of: Self.self)
    var count = WordCount()
    count.add(lesson)
    guard count.words >= 150 else { return }
    // LIX times ten, without rounding on the way.
    let lix = (count.words * 10 / max(count.sentences, 1)) + count.longWords * 1000 / count.words
    let perSentence = count.words / max(count.sentences, 1)
    // A list without bullets, or a table drawn with blanks, has no sentences to cut.
    guard lix > limit * 10, perSentence <= 60 else { return }
    report(
      Finding(
        nil,
        "the page reads very hard: LIX \(lix / 10), with \(perSentence) words in a sentence and "
          + "\(count.longWords * 100 / count.words) % long ones",
        help: "cut the longest sentences in two, and say it as you would to a colleague"))
  }
}
