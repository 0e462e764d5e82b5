import CourseModel
import SourceCore

/// Flags a picture or another file of a lesson that takes long to load.
struct LargeAsset: LinkRule {
  static let info = RuleInfo(
    id: "links/large-asset",
    summary: "A picture is larger than 1 MB, or another linked file larger than 20 MB.",
    why: """
      Learners with a slow or metered connection wait for it on every visit, every bundle and every \
      clone carries it, and an LMS may refuse the upload. A screenshot as PNG needs 100 kB.
      """,
    severity: .warning, scope: .course,
    source: "Web Sustainability Guidelines 1.0 (W3C), 2.7 and 2.11; Moodle, maxbytes")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-prices.md", "![Prices](fig/prices.png), [data](files/prices.csv)\n"),
      .init("episodes/fig/prices.png", "PNG", as: .sized(240_000)),
      .init("episodes/files/prices.csv", "a,b", as: .sized(3_000_000)),
    ]),
    .good(files: [
      .init("config.yaml", "title: Salaires\nlang: fr\n"),
      .init("episodes/01-salaires.md", "Du texte.\n"),
      .init("episodes/fig/brouillon.png", "PNG", as: .sized(9_000_000)),
    ]),
    .good(files: [
      .init("config.yaml", "title: Encuestas\nlang: es\n"),
      .init("episodes/01-encuestas.md", "[El vídeo](https://videos.ine.example/censo.mp4)\n"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Prices\n"),
      .init(
        "episodes/01-prices.md", "![Prices](⟦fig/prices.png⟧)\n\n![The same](fig/prices.png)\n"),
      .init("episodes/fig/prices.png", "PNG", as: .sized(3_400_000)),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Salaires\nlang: fr\n"),
      .init("episodes/01-salaires.md", "[Les données](⟦files/salaires.zip⟧)\n"),
      .init("episodes/files/salaires.zip", "PK", as: .sized(52_000_000)),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Encuestas\nlang: es\n"),
      .init("episodes/01-encuestas.md", "<img src=\"⟦fig/mapa.jpg⟧\" alt=\"Mapa\">\n"),
      .init("episodes/fig/mapa.jpg", "JPG", as: .sized(1_250_000)),
    ]),
  ]

  static let options: [RuleOption] = [
    RuleOption(
      "picture-bytes", .number(1...1_000_000_000, default: 1_000_000), "largest picture, in bytes"),
    RuleOption(
      "other-bytes", .number(1...10_000_000_000, default: 20_000_000),
      "largest other file, in bytes"),
  ]

  /// A file is told once, where it is linked to first.
  static let looksAtPagesAlone = false

  func mayFind(_ surroundings: CourseSurroundings?, _ context: LessonContext) -> Bool {
    let limit = min(
      context.number("picture-bytes", of: Self.self), context.number("other-bytes", of: Self.self))
    return surroundings?.sizes.values.contains { $0 > limit } ?? false
  }

  func check(_ judged: JudgedLinks, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let pictureLimit = context.number("picture-bytes", of: Self.self)
    let otherLimit = context.number("other-bytes", of: Self.self)
    guard let sizes = judged.facts.surroundings?.sizes,
      mayFind(judged.facts.surroundings, context)
    else { return }
    var told: Set<RepoPath> = []
    for element in judged.links {
      guard case .file(let path) = element.verdict, let size = sizes[path] else { continue }
      let isPicture = AssetName.kind(path.fileExtension) == .picture
      let limit = isPicture ? pictureLimit : otherLimit
      guard size > limit, told.insert(path).inserted else { continue }
      report(
        CourseFinding(
          element,
          Finding(
            element.link.range,
            "`\(Wording.short(path.name))` has \(Wording.size(size)), more than "
              + Wording.size(limit),
            help: isPicture
              ? "scale it to the size it is shown in, or save it as WebP or as SVG without pictures"
              : "offer a smaller extract, or put it where data are kept and link to that")))
    }
  }
}
