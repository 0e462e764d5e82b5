import CourseModel
import Markdown
import SourceCore

/// Flags pictures and data files of a course that no page mentions.
struct OrphanAsset: CourseRule {
  static let info = RuleInfo(
    id: "links/orphan-asset",
    summary: "Pictures or data files of the course are mentioned on no page.",
    why: """
      They are copied, bundled and translated by every office that reuses the course, and nobody \
      sees them. Often a link to them was forgotten, or a new file has taken their place. A file \
      counts as used where its name stands anywhere on a page, in code as well.
      """,
    severity: .note, scope: .course, source: "Carpentries Workbench, \"Episode Structure\"")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-prices.md", "![Prices](fig/p.png)\n\n```r\nread.csv(\"d.csv\")\n```\n"),
      .init("episodes/data/d.csv", "a,b\n"), .init("episodes/fig/p.png", "PNG"),
      .init("site/logo.png", "PNG"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Salaires\nlang: fr\n"),
      .init("episodes/01-salaires.md", "![Salaires](<fig/Mes salaires.png>)\n"),
      .init("episodes/fig/Mes salaires.png", "PNG"), .init("favicon.png", "PNG"),
    ]),
    .good(files: [
      .init("guia.md", "Texto.\n"), .init("docs/site_libs/icono.png", "PNG"),
      .init("portada/logo.svg", "<svg/>"),
    ]),
    .bad(
      files: [
        .init("config.yaml", "title: Prices\n"),
        .init("episodes/01-prices.md", "![Prices](fig/prices.png)\n"),
        .init("episodes/fig/prices-old.png", "PNG"), .init("episodes/fig/prices.png", "PNG"),
      ], wholeFiles: [""]),
    .bad(
      files: [
        .init("config.yaml", "title: Salaires\nlang: fr\n"),
        .init("episodes/01-salaires.md", "Du texte.\n"),
        .init("episodes/data/brut.csv", "a\n"), .init("episodes/files/notes.pdf", "PDF"),
      ], wholeFiles: [""]),
    .bad(
      files: [
        .init("config.yaml", "title: Encuestas\nlang: es\n"),
        .init("episodes/01-encuestas.md", "Texto.\n"),
        .init("learners/guia.md", "[Los datos](datos/encuesta-2024.csv)\n"),
        .init("learners/datos/encuesta-2023.csv", "a\n"),
        .init("learners/datos/encuesta-2024.csv", "a\n"),
      ], wholeFiles: [""]),
  ]

  /// How many files are named.
  private static let shown = 8

  static let reads: FactParts = .assets

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    // Templates, styles and configurations of other generators use files too, and are not read.
    guard context.layout == .workbench else { return }
    var names: Set<String> = []
    for page in facts.pages { names.formUnion(page.assetNames) }
    // Pages name the labels of these only.
    for definition in facts.course.sharedDefinitions.all {
      names.formUnion(AssetName.mentioned(in: Array(definition.destination.utf8)))
    }
    let orphans = facts.course.entries.filter { entry in
      entry.isFile && AssetName.kind(entry.path.fileExtension) != nil && Self.isCopied(entry.path)
        && !names.contains(AssetName.mention(of: entry.path.name))
    }
    guard let first = orphans.first else { return }
    let others = orphans.count - 1
    let more = others == 0 ? "is" : "and \(Wording.count(others, "other file")) are"
    report(
      CourseFinding(
        .root, nil,
        Finding(
          nil, "`\(Wording.short(first.path.string))` \(more) mentioned on no page",
          help: others == 0
            ? "link to it, or delete it: Git keeps it"
            : "link to them, or delete them: Git keeps them",
          notes: others == 0 ? [] : notes(orphans.map(\.path)))))
  }

  private func notes(_ paths: [RepoPath]) -> [Finding.Note] {
    let listed = Wording.list(paths.prefix(Self.shown).map { Wording.short($0.string) })
    let rest = paths.count - Self.shown
    return [.init(rest > 0 ? "\(listed), and \(rest) more" : listed)]
  }

  /// The folders that the Workbench copies to the site.
  private static func isCopied(_ path: RepoPath) -> Bool {
    guard let first = path.components.first, path.components.count > 1 else { return false }
    return ["episodes", "instructors", "learners", "profiles"].contains(String(first))
  }
}
