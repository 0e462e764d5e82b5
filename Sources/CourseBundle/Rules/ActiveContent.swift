import SourceCore

/// A picture or page that could run script or load something from elsewhere.
struct ActiveContent: Rule {
  static let info = RuleInfo(
    id: "bundle/active-content",
    summary: "A referenced SVG or HTML file could run script or load something from elsewhere.",
    why: "A bundle runs inside an office's learning platform, with the learner's session.",
    severity: .error, scope: .course, source: "Course format 1, bundles")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-index.md", "![A line](fig/line.svg)\n"),
      .init(
        "episodes/fig/line.svg",
        #"<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9" stroke="black"/></svg>"#),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-index.md", "![A line](⟦fig/line.svg⟧)\n"),
      .init(
        "episodes/fig/line.svg",
        #"<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><path d="M0 0h9"/></svg>"#),
    ]),
  ]
}
