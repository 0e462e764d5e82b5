import Markdown
import MarkdownLint
import SourceCore

/// Fixes a document with some rules, and looks at what comes of it.
struct FixProbe {
  private let linter: MarkdownLinter

  init(_ configuration: MarkdownConfiguration) {
    linter = MarkdownLinter(configuration: configuration)
  }

  /// Rules whose fix changes what a reader sees, with what that is.
  static let ownDifference: [String: String] = [
    "markdown/no-hard-tabs": "blanks stand for tabs, in code too",
    "markdown/commands-show-output": "the `$ ` in front of commands goes",
    "markdown/no-trailing-punctuation": "the mark at the end of a heading goes",
    "markdown/no-trailing-spaces": "a line break made by three or more blanks goes",
    "markdown/ol-prefix": "items are numbered otherwise",
    "markdown/ul-style": "lists that only their markers told apart become one",
    "markdown/ul-indent": "items that the indentation put at the wrong depth move",
    "markdown/list-indent": "items that the indentation put at the wrong depth move",
    "markdown/no-missing-space-atx": "a line that was meant as a heading is one",
    "markdown/no-missing-space-closed-atx": "a line that was meant as a heading is one",
    "markdown/no-reversed-links": "text that was meant as a link is one",
    "markdown/no-space-in-emphasis": "text that was meant as emphasis is",
    "markdown/no-space-in-code": "blanks at the ends of code go",
    "markdown/no-space-in-links": "blanks at the ends of a link's text go",
    "markdown/no-bare-urls": "an address that was text is a link",
    "markdown/proper-names": "names are written as they should be",
  ]

  func fixed(_ bytes: [UInt8]) -> FixLoop.Outcome {
    FixLoop().run(bytes) { found($0).compactMap(\.finding.fix) }
  }

  /// What is wrong with fixing a document; nothing where it ends, stays, and leaves nothing fixable.
  func faults(_ bytes: [UInt8]) -> [String] {
    let outcome = fixed(bytes)
    var faults: [String] = []
    let left = found(outcome.bytes).filter { $0.finding.fix?.applicability == .safe }
    if !outcome.isStable || !left.isEmpty {
      let rules = Set(left.map { $0.rule.alias ?? $0.rule.id }).sorted()
      faults.append("not stable after \(outcome.rounds) rounds: \(rules)")
    }
    if outcome.isStable, fixed(outcome.bytes).bytes != outcome.bytes {
      faults.append("changes when fixed again")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]), !outcome.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      faults.append("loses its byte-order mark")
    }
    return faults
  }

  private func found(_ bytes: [UInt8]) -> [MarkdownLinter.Found] {
    linter.lint(
      MarkdownPage(
        Document(bytes, options: ParseOptions(dialect: .github)), lines: LineIndex(bytes)))
  }

  /// The page as a reader sees it: blanks between tags and in lines count once.
  static func rendered(_ bytes: [UInt8]) -> [String] {
    let html = Document(bytes, options: ParseOptions(dialect: .github)).html()
    return html.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  static func firstDifference(_ a: [String], _ b: [String]) -> String {
    let same = zip(a, b).prefix { $0 == $1 }.count
    let from = max(0, same - 3)
    return "\(a[from...].prefix(9).joined(separator: " ")) → "
      + "\(b[min(from, b.count)...].prefix(9).joined(separator: " "))"
  }
}
