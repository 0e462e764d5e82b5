import CourseModel
import SourceCore

/// Flags an acronym that the course never explains, where it is used first.
struct UnexplainedAcronym: CourseRule {
  static let info = RuleInfo(
    id: "markdown/unexplained-acronym",
    summary: "An acronym is never explained.",
    why: """
      Offices differ in what they abbreviate. A learner from another one, or a translator, cannot \
      look up three letters.
      """,
    severity: .note, scope: .course, source: "WCAG 2.2, 3.1.4; Plain language (ISO 24495-1)")
  static let options = [
    RuleOption("known", .texts(default: []), "further acronyms that every learner knows")
  ]

  /// What anyone who can open a lesson has met: of computing, of measures, of the field itself.
  private static let known: Set<String> = Set(
    """
    API ASCII BOM CC0 CLI CPU CRAN CSS CSV DNS DOI EOF FAQ FTP GIF GIT GNU GPL GPU GUI HTML HTTP
    HINT HTTPS IDE INFO IPYNB ISBN ISSN JPEG JPG JSON LTS MIT NOTE NULL ODF OECD OSX PATH PDF PHP PNG POSIX PPT RAM
    README ROM RSS SDK SQL SSD SSH SSL SVG TIFF TIP TLS TODO TOML TRUE TSV TXT UNECE UNIX URI URL USA
    USER USB USD UTC UTF VPN WIFI WWW XLS XML YAML ZIP FALSE FIXME LICENSE CHF EUR GBP NULL NAN WARNING
    ERROR AND NOT THE FOR ALL YES NEW END HEAD MAIN
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  static let examples: [Example] = [
    .good("The Generic Statistical Business Process Model (GSBPM) has phases. GSBPM helps.\n"),
    .good("L'IPCH (indice des prix à la consommation harmonisé) monte.\n", language: "fr"),
    .good("Pay rises[^1].\n\n[^1]: MPJ Smith, Pay, 2020.\n"),
    .good("Un archivo CSV, y el [IPC](https://example.org/ipc).\n", language: "es"),
    .good(files: [
      Example.File("_config.yml", "title: Weights\n"),
      Example.File("_episodes/01-weights.md", "---\ntitle: Weights\n---\n\n* TOC\n{:toc}\n"),
    ]),
    .bad("Weights of the ⟦HICP⟧ change. The HICP is chained.\n"),
    .bad("L'enquête ⟦EFT⟧ commence.\n", language: "fr"),
    .bad(
      files: [
        Example.File(Example.lessonPath, "La ⟦EPA⟧ es trimestral.\n"),
        Example.File("learners/reference.md", "## Glosario\n\nIPC\n:   Índice de precios.\n"),
        Example.File("config.yaml", "title: Example\nlang: es\n"),
      ], language: "es"),
  ]

  static let reads: FactParts = .acronyms

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    var explained = Self.known.union(context.texts("known", of: Self.self))
    for page in course.pages { explained.formUnion(page.explainedAcronyms) }
    for term in course.course.glossary.terms {
      for word in term.text.split(separator: " ") { explained.insert(String(word)) }
    }
    for page in course.pages {
      for use in page.acronyms where explained.insert(use.text).inserted {
        report(
          CourseFinding(
            page.path, use.place,
            Finding(
              nil, "`\(use.text)` is explained nowhere in the course",
              help: "write it out where it comes first, `Full name (\(use.text))`, or put it into "
                + "the glossary")))
      }
    }
  }
}
