import CourseModel
import SourceCore

/// Flags a link that starts at the root of the server.
struct AbsolutePath: LinkRule {
  static let info = RuleInfo(
    id: "links/absolute-path",
    summary: "A link or an image starts with `/`, the root of the server.",
    why: """
      It works where the course is alone on its server. GitHub and GitLab Pages, an LMS and a \
      folder on a disk show it below a path of their own, and there it leads to nothing.
      """,
    severity: .warning, scope: .course, source: "RFC 3986, section 4.2")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("learners/setup.md", "![Prices](../episodes/fig/prices.svg)\n"),
      .init("episodes/fig/prices.svg", "<svg/>"),
    ]),
    .good("Voir [l'annexe](//www.insee.fr/annexe) et [le début](#top).\n", language: "fr"),
    .good(files: [
      .init("_quarto.yml", "project: {type: website}\n"),
      .init("guia.qmd", "![Mapa](/fig/mapa.png)\n"),
      .init("fig/mapa.png", "PNG"),
    ]),
    .good(files: [
      .init("_config.yml", "title: Precios\nlang: es\n"),
      .init("_episodes/01-precios.md", "<img src=\"{{ page.root }}/fig/p.svg\" alt=\"Precios\">\n"),
      .init("fig/p.svg", "<svg/>"),
    ]),
    .bad(
      files: [
        .init("learners/setup.md", "![Prices since 2015](⟦/episodes/fig/prices.svg⟧)\n"),
        .init("config.yaml", "title: Prices\n"),
        .init("episodes/fig/prices.svg", "<svg/>"),
      ], fixed: "![Prices since 2015](../episodes/fig/prices.svg)\n"),
    .bad(
      files: [
        .init("cours/intro.md", "Voir [la suite](⟦/cours/suite.md#fin⟧).\n"),
        .init("cours/suite.md", "## Fin\n"),
      ], fixed: "Voir [la suite](suite.md#fin).\n"),
    .bad(
      files: [
        .init("episodes/01-encuestas.md", "<a href=\"⟦/learners/datos.csv⟧\">Los datos</a>\n"),
        .init("config.yaml", "title: Encuestas\nlang: es\n"),
        .init("learners/datos.csv", "a,b\n"),
      ], fixed: "<a href=\"../learners/datos.csv\">Los datos</a>\n"),
  ]

  func check(_ judged: JudgedLinks, _ context: LessonContext, report: (CourseFinding) -> Void) {
    var mayStartAtRoot: Bool?
    for element in judged.links where element.link.path.utf8.first == UInt8(ascii: "/") {
      let target: RepoPath
      switch element.verdict {
      case .page(let path), .file(let path): target = path
      default: continue
      }
      // `{{ page.root }}/a` starts at the course's own root, wherever that is served.
      if element.link.place.flagged.contains("{") { continue }
      let course = judged.facts.course
      if mayStartAtRoot ?? Self.startsAtRoot(course) { return }
      mayStartAtRoot = false
      let link = element.link
      let path = target.link(from: element.page.path.parent)
      report(
        CourseFinding(
          element,
          Finding(
            link.range, "`\(Wording.short(link.path))` starts at the root of the server",
            help: "write `\(path)`, the way from this page",
            fix: LinkEdit.fix(link, path: path, applicability: .safe))))
    }
  }

  /// Whether the course's site generator may turn paths from the root of the project into others.
  private static func startsAtRoot(_ course: Course) -> Bool {
    switch course.layout {
    case .quarto, .myst, .hugo: true
    case .workbench, .jekyll, .mdbook: false
    case .plain: generators.contains { course.entry(at: RepoPath.root.appending($0)) != nil }
    }
  }

  /// Files of generators that are not read as layouts.
  private static let generators = [
    "antora.yml", "docusaurus.config.js", "docusaurus.config.ts", "mkdocs.yml", "package.json",
  ]
}
