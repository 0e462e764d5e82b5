import CourseModel
import SourceCore

/// Flags a link or an image to a file of the course that is not there.
struct LinkedFile: LinkRule {
  static let info = RuleInfo(
    id: "links/file",
    summary: "A link or an image leads to a file that does not exist.",
    why: """
      A learner gets an error page instead of the exercise's data, or an empty frame instead of \
      the picture. Links to other sites are not looked at.
      """,
    severity: .error, scope: .course, source: "RFC 3986, section 5; Carpentries Workbench, pegboard"
  )

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init(
        "episodes/01-prices.md", "See [weights](02-weights.md) and ![Prices](fig/prices.svg).\n"),
      .init("episodes/02-weights.md", "Back to [prices](01-prices.html).\n"),
      .init("episodes/fig/prices.svg", "<svg/>"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Salaires\nlang: fr\n"),
      .init(
        "episodes/01-salaires.md", "[Les données]({{ page.root }}/salaires.csv), [aide](#aide)\n"),
    ]),
    .good(files: [
      .init("intro.md", "Siga con [la guía](guia.qmd) o con [ejemplos](ejemplos).\n"),
      .init("guia.qmd", "Texto.\n"),
    ]),
    .bad(
      files: [
        .init("episodes/01-prices.md", "![Prices since 2015](⟦fig/prices.svg⟧)\n"),
        .init("config.yaml", "title: Prices\n"),
        .init("episodes/fig/prices.png", "PNG"),
      ], fixed: "![Prices since 2015](fig/prices.png)\n"),
    .bad(
      files: [
        .init(
          "episodes/01-salaires.md", "Voir [la suite](⟦02-primes.md⟧) et [la fin](⟦fin.md⟧).\n"),
        .init("config.yaml", "title: Salaires\nlang: fr\n"),
        .init("episodes/03-primes.md", "Texte.\n"),
      ], fixed: "Voir [la suite](03-primes.md) et [la fin](fin.md).\n"),
    .bad(files: [
      .init("config.yaml", "title: Encuestas\nlang: es\n"),
      .init("episodes/01-encuestas.md", "Abra ⟦[los datos][d]⟧.\n\n[d]: datos/encuesta.csv\n"),
      .init("learners/setup.md", "<a href=\"⟦../data/encuesta.csv⟧\">Datos</a>\n"),
    ]),
    .bad(
      files: [
        .init("notes.md", "Take [the table](⟦table.csv⟧).\n"),
        .init("tables.csv", "a,b\n"),
      ], fixed: "Take [the table](tables.csv).\n"),
  ]

  func check(_ judged: JudgedLinks, _ context: LessonContext, report: (CourseFinding) -> Void) {
    for element in judged.links {
      guard case .missing(let target) = element.verdict else { continue }
      // That is a rule of its own, `links/case`.
      if judged.near.otherCase(of: target) != nil { continue }
      let (page, link) = (element.page.path, element.link)
      if let taken = judged.taken.lesson(target, from: page) {
        report(CourseFinding(element, finding(link, target, page, taken)))
        continue
      }
      let near = judged.near.candidate(for: target)
      report(CourseFinding(element, finding(link, target, page, near)))
    }
  }

  private static func message(_ link: LessonFacts.LocalLink, _ target: RepoPath) -> String {
    let what = link.isImage ? "the image" : "the link"
    let shown = target.string == link.path ? "" : " (`\(Wording.short(target.string))`)"
    return "\(what) leads to `\(Wording.short(link.path))`, which does not exist\(shown)"
  }

  private func finding(
    _ link: LessonFacts.LocalLink, _ target: RepoPath, _ page: RepoPath, _ taken: TakenPaths.Found
  ) -> Finding {
    var path = taken.path.link(from: page.parent)
    if target.fileExtension == "html" {
      path = taken.path.parent.appending(taken.path.stem + ".html").link(from: page.parent)
    }
    return Finding(
      link.range, Self.message(link, target),
      help: "write `\(path)`: that is what this course calls the lesson `\(target.name)` of "
        + "`\(taken.course)`",
      fix: LinkEdit.fix(link, path: path, applicability: taken.isCertain ? .safe : .suggestion))
  }

  private func finding(
    _ link: LessonFacts.LocalLink, _ target: RepoPath, _ page: RepoPath,
    _ near: NearPath.Candidate?
  ) -> Finding {
    let message = Self.message(link, target)
    guard let near else {
      return Finding(
        link.range, message,
        help: link.isImage
          ? "add the picture to the course, or correct its path"
          : "add the file to the course, or correct the path")
    }
    let path = near.path.link(from: page.parent)
    return Finding(
      link.range, message,
      help: near.isCertain
        ? "write `\(path)`: the file's name \(near.difference)"
        : "`\(path)` \(near.difference); write that, if it is what is meant",
      fix: LinkEdit.fix(
        link, path: path, applicability: near.isCertain ? .safe : .suggestion))
  }
}
