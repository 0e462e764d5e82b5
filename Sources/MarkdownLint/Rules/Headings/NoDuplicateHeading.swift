import SourceCore

/// Flags headings with the text of an earlier one.
struct NoDuplicateHeading: DenseRule {
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

  func check(_ page: MarkdownPage, report: DenseReport) {
    guard page.headings.count > 1 else { return }
    var entries: [(hash: UInt64, index: Int)] = []
    entries.reserveCapacity(page.headings.count)
    // Which headings are compared: all, or for each level those below the same heading.
    var groups: [UInt64] = Array(repeating: 0, count: 7)
    var made: UInt64 = 0
    var last = 1
    var text: [UInt8] = []
    for (index, heading) in page.headings.enumerated() {
      if siblingsOnly {
        while last != heading.level {
          made += 1
          if last < heading.level {
            last += 1
            groups[last] = made
          } else {
            groups[last] = made
            last -= 1
          }
        }
      }
      text.removeAll(keepingCapacity: true)
      page.appendText(of: heading, to: &text)
      entries.append((Self.hash(text, groups[last]), index))
    }
    entries.sort { $0 < $1 }
    var first = 0
    for next in 1..<entries.count {
      guard entries[next].hash == entries[first].hash else {
        first = next
        continue
      }
      let earlier = page.headings[entries[first].index]
      let heading = page.headings[entries[next].index]
      guard page.text(of: earlier).utf8.elementsEqual(page.text(of: heading).utf8) else { continue }
      report(
        heading.place,
        Finding(
          heading.place, "line \(earlier.line + 1) has the same heading",
          help: "say in the heading what is different here"))
    }
  }

  private static func hash(_ bytes: [UInt8], _ group: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (group &* 0x9E37_79B9_7F4A_7C15)
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
