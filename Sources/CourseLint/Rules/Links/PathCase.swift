import CourseModel
import SourceCore

/// Flags a link or an image to a file whose name is spelt with other capitals.
struct PathCase: LinkRule {
  static let info = RuleInfo(
    id: "links/case",
    summary: "A link or an image differs from the file's name in upper and lower case.",
    why: """
      It works on Windows and macOS, where the author tries it, and fails on the web server, in \
      the LMS and in the bundle, where `Prices.PNG` and `prices.png` are two files.
      """,
    severity: .error, scope: .course, source: "RFC 3986, section 6.2.2.1 (paths are case-sensitive)"
  )

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-prices.md", "![Prices since 2015](fig/Prices.PNG)\n"),
      .init("episodes/fig/Prices.PNG", "PNG"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Salaires\nlang: fr\n"),
      .init("episodes/01-salaires.md", "Voir [les primes](02-Primes.md).\n"),
      .init("episodes/02-Primes.md", "Texte.\n"),
      .init("episodes/02-primes.md", "Texte.\n"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Encuestas\nlang: es\n"),
      .init("episodes/01-encuestas.md", "Abra [los datos](Datos.csv).\n"),
    ]),
    .bad(
      files: [
        .init("episodes/01-prices.md", "![Prices since 2015](⟦fig/Prices.PNG⟧)\n"),
        .init("config.yaml", "title: Prices\n"),
        .init("episodes/fig/prices.png", "PNG"),
      ], fixed: "![Prices since 2015](fig/prices.png)\n"),
    .bad(
      files: [
        .init("episodes/01-salaires.md", "Voir [le calcul](⟦02-Primes.md#calcul⟧).\n"),
        .init("config.yaml", "title: Salaires\nlang: fr\n"),
        .init("episodes/02-primes.md", "## Calcul\n"),
      ], fixed: "Voir [le calcul](02-primes.md#calcul).\n"),
    .bad(
      files: [
        .init("learners/guia.md", "<a href=\"⟦Datos/encuesta.csv⟧\">Datos</a>\n"),
        .init("config.yaml", "title: Encuestas\nlang: es\n"),
        .init("episodes/01-encuestas.md", "Abra ⟦[los datos][d]⟧.\n\n[d]: Encuesta.CSV\n"),
        .init("episodes/encuesta.csv", "a,b\n"),
        .init("learners/datos/encuesta.csv", "a,b\n"),
      ], fixed: "<a href=\"datos/encuesta.csv\">Datos</a>\n"),
  ]

  func check(_ judged: JudgedLinks, _ context: LessonContext, report: (CourseFinding) -> Void) {
    for element in judged.links {
      guard case .missing(let target) = element.verdict,
        let meant = judged.near.otherCase(of: target)
      else { continue }
      let link = element.link
      let path = meant.link(from: element.page.path.parent)
      report(
        CourseFinding(
          element,
          Finding(
            link.range,
            "`\(Wording.short(link.path))` is called `\(Wording.short(meant.name))`, with "
              + "other capitals",
            help: "write `\(path)`, since capitals count on web servers",
            fix: LinkEdit.fix(link, path: path, applicability: .safe))))
    }
  }
}
