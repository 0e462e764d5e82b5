import Markdown
import SourceCore

/// Flags names that are not capitalised as the settings say.
struct ProperNames: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/proper-names", alias: "MD044",
    summary: "A name is not capitalised as it should be.",
    why: "Names of products and offices have one right way of writing.",
    severity: .warning, source: "markdownlint MD044", isOnByDefault: false, tags: ["spelling"])
  static let options = [
    RuleOption("names", .texts(default: []), "names as they should be written"),
    RuleOption("code_blocks", .flag(default: true), "whether code is searched"),
    RuleOption("html_elements", .flag(default: true), "whether HTML is searched"),
  ]
  static let examples: [Example] = [
    .good("Use github and markdown.\n"),
    .good("Use Markdown on GitHub.\n", options: ["names": .texts(["GitHub", "Markdown"])]),
    .good(
      "Use `github` and <a href=\"github\">this</a>.\n",
      options: [
        "names": .texts(["GitHub"]), "code_blocks": .flag(false), "html_elements": .flag(false),
      ]),
    .good("[home](https://github.com) and mygithubs.\n", options: ["names": .texts(["GitHub"])]),
    .bad(
      "Use ⟦github⟧ and *⟦GITHUB⟧*.\n", fixed: "Use GitHub and *GitHub*.\n",
      options: ["names": .texts(["GitHub"])]),
    .bad(
      "Élevé : ⟦éCole⟧ et github.com, non ⟦github⟧.\n",
      fixed: "Élevé : École et github.com, non GitHub.\n",
      options: ["names": .texts(["GitHub", "github.com", "École"])]),
    .bad(
      "```text\n⟦javascript⟧\n```\n\n`⟦javascript⟧`\n",
      fixed: "```text\nJavaScript\n```\n\n`JavaScript`\n",
      options: ["names": .texts(["JavaScript"])]),
  ]

  private let names: [ProperName]
  private let index: ProperNameIndex
  /// The names as they should be written.
  private let written: Set<String>
  private let withCode: Bool
  private let withHTML: Bool

  init(_ options: RuleOptionValues) {
    names = options.texts("names").filter { !$0.isEmpty }.map(ProperName.init)
      .sorted { a, b in
        let (x, y) = (a.text.utf16.count, b.text.utf16.count)
        return x != y ? x > y : a.text < b.text
      }
    index = ProperNameIndex(names)
    written = Set(names.map(\.text))
    withCode = options.flag("code_blocks")
    withHTML = options.flag("html_elements")
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    guard !names.isEmpty else { return }
    let runs = TextRuns(page, withCode: withCode, withHTML: withHTML).all
    // The bytes of names and addresses found so far: a name in them is none.
    var taken = Array(repeating: false, count: page.source.count)
    var scanned = Array(repeating: false, count: runs.count)
    lazy var comments = InlineComment.all(in: page.source, from: 0).map {
      $0.start..<$0.parameter.upperBound
    }
    for match in index.matches(in: runs, of: page.source) {
      let range = match.range
      defer { for offset in range.indices { taken[offset] = true } }
      let text = page.text(range)
      guard !written.contains(text), !taken[range.indices].contains(true) else { continue }
      if !scanned[match.run] {
        scanned[match.run] = true
        takeAddresses(of: runs[match.run], in: page, &taken)
        if taken[range.indices].contains(true) { continue }
      }
      let name = names[match.name].text
      // A comment that switches rules would no longer do so.
      let isSwitch = Self.isInside(range.start, comments)
      report(
        Finding(
          range, "`\(MarkdownPage.code(text))` should be `\(MarkdownPage.code(name))`",
          help: "write the name as it is agreed",
          fix: isSwitch
            ? nil
            : Fix(
              title: "write `\(name)`", replacing: range, with: name, applicability: .safe)))
    }
  }

  /// Whether an offset is in one of some ranges that come in order; those that overlap end alike.
  private static func isInside(_ offset: Int, _ ranges: [Range<Int>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ranges[low - 1].contains(offset)
  }

  /// Marks bare addresses in a run, and what follows them for as long as the run is.
  private func takeAddresses(of run: ByteRange, in page: MarkdownPage, _ taken: inout [Bool]) {
    let text = Array(page.source[run.indices])
    guard text.contains(UInt8(ascii: ".")) || text.contains(UInt8(ascii: ":")) else { return }
    let document = Document(text, options: ParseOptions(dialect: .gfm, frontMatter: false))
    let line = page.content(ofLine: page.lines.line(at: run.start))
    for index in 0..<document.nodeCount where document.kind(NodeID(index)) == .autolink {
      let range = document.range(NodeID(index))
      let first = text[range.start]
      if first == UInt8(ascii: "<") || first | 0x20 == UInt8(ascii: "f") { continue }
      let end = min(run.end + range.end + 1, max(line.end, run.end))
      for offset in run.start + range.start..<end { taken[offset] = true }
    }
  }
}
