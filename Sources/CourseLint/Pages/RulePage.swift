import SourceCore

/// Writes what a rule says of itself as a page in Markdown, for `docs/rules/` and `explain`.
public enum RulePage {
  /// The page of one rule.
  ///
  /// - Parameter keepsMarks: whether `⟦` and `⟧` stay in the examples, around what is reported.
  public static func markdown(for rule: any Rule, keepsMarks: Bool = false) -> String {
    let type = Swift.type(of: rule)
    let info = type.info
    var page = "# \(info.id)\n\n\(info.summary)\n\n"
    page += "- Severity: \(severity(info))\n"
    page += "- Looks at: \(scope(info.scope))\n"
    page += "- Fix: \(offersFix(type) ? "offered where the answer is known" : "none")\n"
    if let alias = info.alias { page += "- Known elsewhere as: \(alias)\n" }
    page += "- Source: \(info.source)\n"
    for option in type.options { page += "- Option \(describe(option))\n" }
    page += "\n## Why\n\n\(info.why)\n"
    let bad = type.examples.filter(\.isBad)
    let good = type.examples.filter { !$0.isBad }
    var notes = ""
    if let input = type as? any InputRule.Type, input.exampleLimit < 5_000_000 {
      notes = "The examples are read with `max-lesson-bytes` \(input.exampleLimit).\n\n"
    }
    if type.examples.contains(where: { $0.files.contains { $0.text.utf8.contains("‹".utf8) } }) {
      notes += "`‹E9›` stands for the byte 0xE9.\n\n"
    }
    if !bad.isEmpty { page += "\n## What it reports\n\n" + notes + sections(bad, keepsMarks) }
    if !good.isEmpty { page += "\n## What it leaves alone\n\n" + sections(good, keepsMarks) }
    return page
  }

  private static func sections(_ examples: [Example], _ keepsMarks: Bool) -> String {
    examples.enumerated().map { number, example in
      let language = languages[example.language].map { ", in \($0)" } ?? ""
      return "### Example \(number + 1)\(language)\n\n"
        + ExamplePage.markdown(example, keepsMarks: keepsMarks)
    }.joined(separator: "\n")
  }

  private static let languages = ["de": "German", "es": "Spanish", "fr": "French"]

  /// The table of all rules, with links to their pages.
  public static func index(_ rules: [any Rule]) -> String {
    var page = """
      # Rules

      Severities are those of a stable course. A rule that follows the lifecycle reports notes in a
      pre-alpha course, warnings at most in alpha and beta, and its own severity from stable on.

      These pages are written from the rules themselves by `make docs`.

      | Rule | Severity | Follows the lifecycle | Looks at | Fix | What it reports |
      |---|---|---|---|---|---|

      """
    for rule in rules {
      let type = Swift.type(of: rule)
      let info = type.info
      let summary = info.summary.split(separator: "|", omittingEmptySubsequences: false)
      page += "| [\(info.id)](\(info.id).md) | \(info.severity.rawValue) "
      page += "| \(info.followsLifecycle ? "yes" : "no") | \(scope(info.scope)) "
      page += "| \(offersFix(type) ? "yes" : "no") | \(summary.joined(separator: "\\|")) |\n"
    }
    return page
  }

  /// The table of all rules with what they are called elsewhere and where they come from, for
  /// `docs/linting.md`; `folder` leads to the rules' pages.
  public static func table(_ rules: [any Rule], folder: String) -> String {
    var table = "| Rule | Alias | On by default | Fix | Source |\n|---|---|---|---|---|\n"
    for rule in rules {
      let type = Swift.type(of: rule)
      let info = type.info
      let source = info.source.split(separator: "|", omittingEmptySubsequences: false)
      table += "| [\(info.id)](\(folder)/\(info.id).md) | \(info.alias ?? "") "
      table += "| \(info.isOnByDefault ? "yes" : "no") | \(offersFix(type) ? "yes" : "no") "
      table += "| \(source.joined(separator: "\\|")) |\n"
    }
    return table
  }

  /// A page with the text between its marks replaced; nil where it has no marks.
  public static func replacing(_ page: String, by table: String) -> String? {
    let begin = "<!-- rules: begin -->\n"
    let end = "<!-- rules: end -->"
    guard let start = page.firstRange(of: begin)?.upperBound,
      let stop = page[start...].firstRange(of: end)?.lowerBound
    else { return nil }
    return page[..<start] + "\n" + table + "\n" + page[stop...]
  }

  /// All pages by their path below `docs/rules/`, the index as `README.md` among them.
  public static func pages(_ rules: [any Rule]) -> [String: String] {
    var pages = ["README.md": index(rules)]
    for rule in rules { pages["\(rule.info.id).md"] = markdown(for: rule) }
    return pages
  }

  private static func describe(_ option: RuleOption) -> String {
    switch option.kind {
    case .number(let range, let value):
      "`\(option.name)` (\(range.lowerBound) to \(range.upperBound), default \(value)): "
        + option.summary
    case .texts(let values):
      "`\(option.name)` (a list, default "
        + (values.isEmpty ? "empty" : values.joined(separator: ", ")) + "): " + option.summary
    case .flag(let value):
      "`\(option.name)` (true or false, default \(value)): " + option.summary
    case .text(let value):
      "`\(option.name)` (a text, default "
        + (value.isEmpty ? "none" : "`\(value)`") + "): " + option.summary
    case .choice(let choices, let value):
      "`\(option.name)` (\(choices.joined(separator: ", ")); default \(value)): "
        + option.summary
    case .numbers(let values):
      "`\(option.name)` (a number or a list by level, default "
        + values.map { String($0) }.joined(separator: ", ") + "): " + option.summary
    }
  }

  private static func severity(_ info: RuleInfo) -> String {
    guard info.followsLifecycle else { return info.severity.rawValue }
    return info.severity == .note
      ? "note"
      : "\(info.severity.rawValue) in a stable course, less before (it follows the lifecycle)"
  }

  private static func scope(_ scope: RuleInfo.Scope) -> String {
    switch scope {
    case .lesson: "one page"
    case .course: "a course"
    case .academy: "all courses"
    }
  }

  private static func offersFix(_ type: any Rule.Type) -> Bool {
    type.examples.contains { $0.fixed != nil }
  }
}

extension String.UTF8View {
  fileprivate func contains(_ other: String.UTF8View) -> Bool {
    indices.contains { self[$0...].starts(with: other) }
  }
}
