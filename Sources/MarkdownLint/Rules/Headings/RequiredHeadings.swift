import SourceCore

/// Flags a page whose headings are not those that are asked for.
struct RequiredHeadings: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/required-headings", alias: "MD043",
    summary: "A page does not have the headings that are asked for.",
    why: "Readers find their way in pages of one kind where all of them are built alike.",
    severity: .warning, source: "markdownlint MD043", isOnByDefault: false, tags: ["headings"])
  static let options = [
    RuleOption(
      "headings", .texts(default: []),
      "the headings, as `## Text`; `*` for any number of others, `+` for one or more, `?` for one"),
    RuleOption("match_case", .flag(default: false), "whether capitals must be the same"),
  ]
  static let examples: [Example] = [
    .good("# Anything\n\n## Goes\n"),
    .good(
      "# prices\n\n## Weights\n\n## Sources\n", options: headings("# Prices", "*", "## Sources")),
    .good("# Prices\n\n## Weights\n", options: headings("?", "## Weights")),
    .bad("# Prices\n\n## ⟦Results⟧\n", options: headings("# Prices", "## Weights")),
    .bad("# Prices\n⟦⟧", options: headings("# Prices", "+")),
    .bad(
      "# ⟦prices⟧\n",
      options: ["headings": .texts(["# Prices"]), "match_case": .flag(true)]),
  ]

  private static func headings(_ texts: String...) -> [String: RuleSettings.Value] {
    ["headings": .texts(texts)]
  }

  private let headings: [String]?
  private let matchesCase: Bool

  init(_ options: RuleOptionValues) {
    headings = options.isSet("headings") ? options.texts("headings") : nil
    matchesCase = options.flag("match_case")
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    guard let required = headings else { return }
    var index = 0
    var mayBeOther = false
    func next() -> String? {
      defer { index += 1 }
      return index < required.count && !required[index].isEmpty ? required[index] : nil
    }
    for heading in page.headings {
      let actual = String(repeating: "#", count: heading.level) + " " + page.text(of: heading)
      let expected = next()
      switch expected {
      case "*":
        if !isSame(next(), actual) {
          mayBeOther = true
          index -= 1
        }
      case "+": mayBeOther = true
      case "?": break
      default:
        if isSame(expected, actual) {
          mayBeOther = false
        } else if mayBeOther {
          index -= 1
        } else {
          report(finding(heading, expected))
          return
        }
      }
    }
    let left = required.count - index
    guard left > 1 || left == 1 && required[index] != "*",
      !page.headings.isEmpty || required.contains(where: { $0 != "*" })
    else { return }
    let end = page.source.count
    report(
      Finding(
        ByteRange(end, end), "the heading `\(required[index])` is missing", help: "add it"))
  }

  private func finding(_ heading: Heading, _ expected: String?) -> Finding {
    guard let expected else {
      return Finding(
        heading.place, "no further heading is asked for", help: "take it away, or make it a text")
    }
    return Finding(
      heading.place, "`\(expected)` should stand here", help: "write the heading that is asked for")
  }

  private func isSame(_ expected: String?, _ actual: String) -> Bool {
    let expected = expected ?? "[None]"
    return matchesCase ? expected == actual : expected.lowercased() == actual.lowercased()
  }
}
