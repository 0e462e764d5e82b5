import Markdown
import MarkdownLint
import SourceCore
import TestSupport

/// Fixes a document with some rules, and looks at what comes of it.
struct FixProbe {
  private let linter: MarkdownLinter
  /// The rules that make headings of text, alone.
  private let headings: MarkdownLinter

  /// Rules by which text becomes a heading: it ends what it stands in, so the others' fixes are held
  /// against the page with these headings.
  private static let makingHeadings: Set = [
    "markdown/no-missing-space-atx", "markdown/no-missing-space-closed-atx",
  ]

  init(_ configuration: MarkdownConfiguration) {
    linter = MarkdownLinter(configuration: configuration)
    var configuration = configuration
    configuration.excluded.formUnion(
      Set(MarkdownRules.all.map(\.info.id)).subtracting(Self.makingHeadings))
    headings = MarkdownLinter(configuration: configuration)
  }

  /// What fixing gives, and the rules whose fixes were applied or could have been.
  func fixed(_ bytes: [UInt8]) -> (outcome: FixedText, rules: Set<String>) {
    fixed(bytes, by: linter)
  }

  private func fixed(
    _ bytes: [UInt8], by linter: MarkdownLinter
  ) -> (outcome: FixedText, rules: Set<String>) {
    var rules: Set<String> = []
    let outcome = FixLoop().run(bytes, watch: PageGuard(ParseOptions(dialect: .github))) { bytes in
      found(bytes, by: linter).map { found in
        if found.finding.fix?.applicability == .safe { rules.insert(found.rule.id) }
        return FixLoop.Found(rule: found.rule.id, fix: found.finding.fix)
      }
    }
    return (outcome, rules)
  }

  /// What is wrong with fixing a document; nothing where it ends, stays, leaves nothing fixable and
  /// changes nothing that readers see but what the rules are about.
  ///
  /// - Parameter isStrict: whether rules may neither contradict each other nor have a fix that is
  ///   left out because the page would show something else.
  func faults(_ bytes: [UInt8], isStrict: Bool = true) -> [String] {
    let (outcome, rules) = fixed(bytes)
    var faults: [String] = []
    if isStrict, !outcome.leftOut.isEmpty { faults.append("left out: \(outcome.leftOut.sorted())") }
    if isStrict, outcome.isContradicted { faults.append("rules contradict each other") }
    let left = found(outcome.bytes, by: linter).filter {
      $0.finding.fix?.applicability == .safe && !outcome.leftOut.contains($0.rule.id)
    }
    if !outcome.isStable || (!left.isEmpty && !outcome.isContradicted) {
      let rules = Set(left.map { $0.rule.alias ?? $0.rule.id }).sorted()
      faults.append("not stable after \(outcome.rounds) rounds: \(rules)")
    }
    if outcome.isStable, fixed(outcome.bytes).outcome.bytes != outcome.bytes {
      faults.append("changes when fixed again")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) != outcome.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      faults.append("loses its byte-order mark")
    }
    let kinds = Self.lineEndings(bytes)
    if kinds.count == 1, !Self.lineEndings(outcome.bytes).isSubset(of: kinds) {
      faults.append("mixes line endings")
    }
    if let difference = difference(bytes, outcome.bytes, rules) {
      var isHeading = false
      if rules.count > 1, !rules.isDisjoint(with: Self.makingHeadings) {
        let base = fixed(bytes, by: headings).outcome.bytes
        isHeading = self.difference(base, outcome.bytes, fixed(base).rules) == nil
      }
      if !isHeading { faults.append("\(rules.sorted()) change what it shows: \(difference)") }
    }
    return faults
  }

  /// What readers see otherwise, but for what some rules are about.
  private func difference(_ before: [UInt8], _ after: [UInt8], _ rules: Set<String>) -> String? {
    let own = rules.reduce(into: Set<FixDifference>()) { $0.formUnion(FixDifference.of($1)) }
    return Self.rendered(before).without(own).firstDifference(Self.rendered(after).without(own))
  }

  private func found(_ bytes: [UInt8], by linter: MarkdownLinter) -> [MarkdownLinter.Found] {
    linter.lint(
      MarkdownPage(
        Document(bytes, options: ParseOptions(dialect: .github)), lines: LineIndex(bytes)))
  }

  /// The kinds of line endings in a text.
  static func lineEndings(_ bytes: [UInt8]) -> Set<String> {
    var kinds: Set<String> = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { kinds.insert(index > 0 && bytes[index - 1] == 0x0D ? "CRLF" : "LF") }
      if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A { kinds.insert("CR") }
    }
    return kinds
  }

  /// The page as a reader sees it.
  static func rendered(_ bytes: [UInt8]) -> RenderedPage {
    RenderedPage(Document(bytes, options: ParseOptions(dialect: .github)).html())
  }
}
