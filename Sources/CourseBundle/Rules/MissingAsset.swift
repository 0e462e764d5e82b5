import SourceCore

/// A file that a page shows or links to cannot be taken into the bundle.
struct MissingAsset: Rule {
  static let info = RuleInfo(
    id: "bundle/asset", summary: "A file of the course cannot be taken into the bundle.",
    why: "A learner would find a gap in the page, or a link to nothing.", severity: .error,
    scope: .course, source: "Course format 1, bundles")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-index.md", "![Prices by year](fig/prices.png)\n"),
      .init("episodes/fig/prices.png", "a picture"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-index.md", "![Prices by year](⟦fig/prices.png⟧)\n"),
    ]),
  ]
}
