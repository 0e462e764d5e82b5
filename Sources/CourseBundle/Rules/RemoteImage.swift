import SourceCore

/// An image on another server, which a bundle shows as a link.
struct RemoteImage: Rule {
  static let info = RuleInfo(
    id: "bundle/remote-image", summary: "An image lies on another server.",
    why: "Bundles work without a network, so learners see a link in the picture's place.",
    severity: .warning, scope: .course, source: "Course format 1, bundles")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-index.md", "[Prices by year](https://example.org/prices.png)\n"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-index.md", "![Prices by year](⟦https://example.org/prices.png⟧)\n"),
    ]),
  ]
}
