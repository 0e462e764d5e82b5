import SourceCore

/// Flags headings with the text of an earlier one.
struct NoDuplicateHeading: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-duplicate-heading", alias: "MD024",
    summary: "Two headings have the same text.",
    why:
      "Links to a heading and tables of contents need texts that differ; of two equal ones only the "
      + "first is found.",
    severity: .warning, source: "markdownlint MD024", isOnByDefault: false, tags: ["headings"])
  static let options = [
    RuleOption(
      "siblings_only", .flag(default: false), "compare only headings below the same heading")
  ]
  static let examples: [Example] = [
    .good("# Prices\n\n## Weights\n\n## Sources\n"),
    .good("# Prices\n\n## prices\n"),
    .good(
      "## Prices\n\n### Sources\n\n## Weights\n\n### Sources\n",
      options: ["siblings_only": .flag(true)]),
    .bad("# Prices\n\n## ⟦Prices⟧\n"),
    .bad("## Prices\n\n### Sources\n\n## Weights\n\n### ⟦Sources⟧ ###\n"),
    .bad(
      "## Prices\n\n### Sources\n\n### ⟦Sources⟧\n", options: ["siblings_only": .flag(true)]),
  ]

  private let siblingsOnly: Bool

  init(_ options: RuleOptionValues) { siblingsOnly = options.flag("siblings_only") }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    guard page.headings.count > 1 else { return }
    // Which heading had a text first, by a hash of it; one set for each level below another.
    var known: [[UInt64: Int]] = Array(repeating: [:], count: 7)
    var last = 1
    var text: [UInt8] = []
    for (index, heading) in page.headings.enumerated() {
      if siblingsOnly {
        while last < heading.level {
          last += 1
          known[last].removeAll(keepingCapacity: true)
        }
        while last > heading.level {
          known[last].removeAll(keepingCapacity: true)
          last -= 1
        }
      }
      text.removeAll(keepingCapacity: true)
      page.appendText(of: heading, to: &text)
      let key = Self.hash(text)
      guard let first = known[last][key] else {
        known[last][key] = index
        continue
      }
      var firstText: [UInt8] = []
      page.appendText(of: page.headings[first], to: &firstText)
      guard firstText == text else { continue }
      report(
        Finding(
          heading.place, "line \(page.headings[first].line + 1) has the same heading",
          help: "say in the heading what is different here"))
    }
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
