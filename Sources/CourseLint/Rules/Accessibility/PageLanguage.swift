import CourseModel
import Identifiers
import Markdown
import SourceCore
import StructuredData

/// Flags a language tag that is none, and a text that is not in the language it is marked with.
struct PageLanguage: CourseRule, LessonRule {
  static let info = RuleInfo(
    id: "accessibility/language",
    summary: "The language of a page is marked wrongly, or not at all.",
    why: """
      A screen reader reads French with English sounds where the page says `en`, and nobody \
      understands it. Browsers hyphenate and translate by the mark, and the academy's catalogue \
      lists the course by it. A course that says nothing counts as English. Whether a text is in \
      German, English, French or Spanish is told by its most frequent words; manifests are \
      checked by `framework/manifest`.
      """,
    severity: .error, scope: .course,
    source: "WCAG 2.2, success criteria 3.1.1 and 3.1.2; BCP 47 (RFC 5646)")

  private static let english = """
    The index is the ratio of the prices of this year to those of the year before, and it is \
    computed for all of the goods that are in the basket. You can see that the weights are the \
    shares of the goods, and that they are taken from the accounts. For this we need the prices \
    of each of the goods, and it can be that you do not have all of them. The rest is in the \
    handbook that we wrote for the offices. That is what this lesson is about, and it is for you.
    """

  private static let french = """
    Les indices sont calculés dans les régions avec des prix relevés sur place. Une enquête est \
    menée pour cela, et les poids viennent du recensement. Cette méthode est simple, et vous \
    pouvez la suivre pas à pas dans les exercices. Nous partons des dépenses, qui sont tirées du \
    budget des ménages et pour lesquelles une moyenne est connue. Les résultats sont publiés \
    dans les tableaux, avec une note sur la qualité. Vous verrez aux pages qui suivent une carte \
    et des exemples.
    """

  private static let spanish = """
    Los índices se calculan con los precios de las tiendas, y las ponderaciones salen del censo \
    y de las encuestas. Para los hogares el método es como en el caso anterior, y puede seguirse \
    paso por paso. Una tabla con los resultados está en el anexo, con las notas para el lector. \
    Los datos del año pasado están en el archivo, y los de esta semana llegan por correo. El \
    lector puede calcular con ellos una media para las regiones y sus provincias, como se ve en \
    el ejemplo de las páginas que siguen.
    """

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"), .init("episodes/01-prices.md", english + "\n"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Les prix\nlang: fr-CA\n"),
      .init("episodes/01-prix.md", french + "\n\n<p lang=\"en-GB\">The index</p>\n"),
    ]),
    .good("Una página corta.\n\n<span lang=\"\">x</span>\n"),
    .bad(files: [
      .init("config.yaml", "title: Prices\nlang: ⟦english⟧\n"),
      .init("episodes/01-prices.md", "Text.\n"),
    ]),
    .bad(
      files: [
        .init("episodes/01-prix.md", "Du texte.\n\n<q ⟦lang=\"en_US\"⟧>The index</q>\n"),
        .init("config.yaml", "title: Les prix\nlang: fr\n"),
      ]),
    .bad(
      files: [
        .init("config.yaml", "title: Los precios\n"),
        .init("episodes/01-precios.md", spanish + "\n"),
      ], wholeFiles: ["config.yaml"]),
    .bad(files: [
      .init("config.yaml", "title: Les prix\nlang: ⟦en⟧\n"),
      .init("episodes/01-prix.md", french + "\n"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Prices\nlang: en\n"),
      .init("episodes/01-prices.md", english + "\n"),
      .init("episodes/02-precios.md", "---\nlang: ⟦fr⟧\n---\n\n" + spanish + "\n"),
      .init("episodes/03-weights.md", english + "\n"),
    ]),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    if let node = lesson.frontMatter["lang"], let finding = Self.finding(node) { report(finding) }
    for tag in lesson.tags where !tag.attributes.isEmpty {
      for attribute in tag.attributes where attribute.name == "lang" || attribute.name == "xml:lang"
      {
        // The empty tag says that the language is not known.
        guard let value = attribute.value, !value.isEmpty,
          let (message, help) = Self.problem(AttributeText.decode(value))
        else { continue }
        report(Finding(attribute.range, message, help: help))
      }
    }
  }

  static let reads: FactParts = .language

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    if let config = course.config, let node = config["lang"], let finding = Self.finding(node) {
      report(CourseFinding(config.path, config.place(node.range), finding))
      return
    }
    var others: [String: [LessonFacts]] = [:]
    var told = 0
    for page in facts.pages {
      guard let spoken = page.spokenLanguage else { continue }
      if page.languagePlace == nil { told += 1 }
      guard let tag = LanguageTag(page.language), tag.primary != spoken else { continue }
      if page.languagePlace == nil {
        others[spoken, default: []].append(page)
      } else {
        report(Self.pageFinding(page, spoken))
      }
    }
    for (spoken, pages) in others.sorted(by: { $0.key < $1.key }) {
      if pages.count * 2 > told {
        report(Self.courseFinding(course, spoken, pages))
      } else {
        for page in pages { report(Self.pageFinding(page, spoken)) }
      }
    }
  }

  private static func pageFinding(_ page: LessonFacts, _ spoken: String) -> CourseFinding {
    CourseFinding(
      page.path, page.languagePlace,
      Finding(
        nil, "the page is in \(name(spoken)), and is marked as `\(Wording.short(page.language))`",
        help: "write `language: \(spoken)` in its front matter"))
  }

  private static func courseFinding(_ course: Course, _ spoken: String, _ pages: [LessonFacts])
    -> CourseFinding
  {
    let field = course.metadata.language
    let place = field.flatMap { MetadataPlace.of($0, in: course) }
    // Where a generator's own file has no field that it shares with others, the manifest has.
    let saysLang = [.workbench, .jekyll, .quarto].contains(course.layout)
    let config = saysLang ? course.config : nil
    let file = field?.path ?? course.manifest?.path ?? config?.path
    let key = file == config?.path && file != nil ? "lang" : "language"
    let message =
      field.map {
        "the course is in \(name(spoken)), and is marked as `\(Wording.short($0.value))`"
      }
      ?? "the course is in \(name(spoken)), and nothing says so, so that it counts as English"
    return CourseFinding(
      file ?? .root, place,
      Finding(
        nil, message,
        help: "write `\(key): \(spoken)` in `\(file?.string ?? "course.yml")`",
        notes: [.init("one of its pages", path: pages[0].path)]))
  }

  private static func finding(_ node: DataNode) -> Finding? {
    guard let text = node.stringValue, !text.isEmpty, let (message, help) = problem(text) else {
      return nil
    }
    return Finding(node.range, message, help: help)
  }

  /// What is wrong with a language tag; nil where nothing is.
  private static func problem(_ text: String) -> (message: String, help: String)? {
    do {
      let tag = try LanguageTag(parsing: text)
      if let meant = LanguageTag.suggestion(for: text) {
        return ("`\(Wording.short(text))` is a language's name, not its tag", "write `\(meant)`")
      }
      guard !tag.isKnown else { return nil }
      return (
        "no language has the code `\(tag.primary)`", "write a code such as `en`, `fr` or `es`"
      )
    } catch {
      return (
        "`\(Wording.short(text))` is no language tag",
        error.help.map { $0.hasPrefix("write ") ? "write `\($0.dropFirst(6))`" : $0 }
          ?? "write a code such as `en`, `fr` or `pt-BR`"
      )
    }
  }

  private static func name(_ code: String) -> String {
    switch code {
    case "de": "German"
    case "en": "English"
    case "es": "Spanish"
    default: "French"
    }
  }
}
