import SourceCore

/// Runs rules of `markdown/` on one page.
public struct MarkdownLinter: Sendable {
  /// What a rule found.
  public struct Found: Sendable {
    /// The rule.
    public let rule: RuleInfo
    /// What it found.
    public let finding: Finding
    /// The severity that a configuration gives it; nil leaves the rule's.
    public let severity: Severity?
  }

  /// A rule that is on, made with its options: one object, because every page asks for it.
  private final class Active: Sendable {
    let rule: any MarkdownRule
    let dense: (any DenseRule)?
    let info: RuleInfo
    let bit: UInt64
    let severity: Severity?

    init(rule: any MarkdownRule, info: RuleInfo, bit: UInt64, severity: Severity?) {
      self.rule = rule
      dense = rule.dense
      self.info = info
      self.bit = bit
      self.severity = severity
    }
  }

  private let configuration: MarkdownConfiguration
  private let available: [any MarkdownRule]
  private let active: [Active]
  private let on: UInt64

  /// Makes a linter with rules whose options are set; comments in pages count.
  public init(rules: [any MarkdownRule]) {
    var configuration = MarkdownConfiguration(base: .course(on: Set(rules.map(\.info.id))))
    configuration.overrides = [:]
    self.configuration = configuration
    available = rules
    active = rules.map(Self.active)
    on = active.reduce(0) { $0 | $1.bit }
  }

  /// Makes a linter with the rules that a configuration has on.
  public init(
    configuration: MarkdownConfiguration, available: [any MarkdownRule] = MarkdownRules.all
  ) {
    self.configuration = configuration
    self.available = available
    active = Self.active(available, configuration.entries(available), alsoOn: 0)
    on = active.reduce(0) { $0 | $1.bit }
  }

  /// Ids of the rules that are on where a page says nothing.
  public var rulesOn: Set<String> { Set(active.map(\.info.id)) }

  /// Whether comments in a page count.
  public var readsComments: Bool { configuration.readsComments }

  /// Whether there is anything to run on a page with these comments.
  public func hasWork(_ switches: CommentSwitches?) -> Bool {
    if !active.isEmpty { return true }
    guard let switches, !available.isEmpty else { return false }
    return configuration.commentsSwitchOn || !switches.members.isEmpty
  }

  /// What the rules find, rule by rule.
  public func lint(_ page: MarkdownPage) -> [Found] {
    var found: [Found] = []
    lint(
      page, switches: configuration.readsComments ? CommentSwitches(page) : nil,
      isTold: { _, _, _ in true }, report: { found.append($0) })
    return found
  }

  /// Reports what the rules find, with what the page's comments say already read.
  ///
  /// - Parameter isTold: asked of what a `DenseRule` finds, before it is put into words; nothing is
  ///   reported where the answer is no.
  public func lint(
    _ page: MarkdownPage, switches: CommentSwitches?,
    isTold: (RuleInfo, Severity?, ByteRange) -> Bool, report: (Found) -> Void
  ) {
    guard var switches else { return run(active, page, nil, isTold, report) }
    var active = active
    var on = on
    if !switches.members.isEmpty {
      let entries = configuration.entries(available, comment: switches.members)
      active = Self.active(available, entries, alsoOn: 0)
      on = active.reduce(0) { $0 | $1.bit }
    }
    switches.resolve(on: on)
    let wanted = switches.everOn & ~on
    if configuration.commentsSwitchOn, wanted != 0 {
      let entries = configuration.entries(available, comment: switches.members)
      active = Self.active(available, entries, alsoOn: wanted)
        .filter { !configuration.excluded.contains($0.info.id) }
    }
    let switchesOn = configuration.commentsSwitchOn
    let isWanted = { (rule: Active, line: Int) in
      guard rule.bit != 0 else { return true }
      let state = switches.state(ofLine: line)
      return (switchesOn ? state.on : state.allowed) & rule.bit != 0
    }
    run(active, page, isWanted, isTold, report)
  }

  private func run(
    _ active: [Active], _ page: MarkdownPage, _ isWanted: ((Active, Int) -> Bool)?,
    _ isTold: (RuleInfo, Severity?, ByteRange) -> Bool, _ report: (Found) -> Void
  ) {
    for item in active {
      if let dense = item.dense {
        runDense(dense, item, page, isWanted, isTold, report)
        continue
      }
      item.rule.check(page) { finding in
        if let isWanted {
          let line = finding.range.map { page.lines.line(at: $0.start) } ?? page.firstLine
          guard isWanted(item, line) else { return }
        }
        report(Found(rule: item.info, finding: finding, severity: item.severity))
      }
    }
  }

  private func runDense(
    _ rule: any DenseRule, _ item: Active, _ page: MarkdownPage,
    _ isWanted: ((Active, Int) -> Bool)?, _ isTold: (RuleInfo, Severity?, ByteRange) -> Bool,
    _ report: (Found) -> Void
  ) {
    withoutActuallyEscaping(isTold) { isTold in
      withoutActuallyEscaping(report) { report in
        let report = DenseReport(
          isTold: { range in
            if let isWanted, !isWanted(item, page.lines.line(at: range.start)) { return false }
            return isTold(item.info, item.severity, range)
          },
          report: {
            report(Found(rule: item.info, finding: $0, severity: item.severity))
          })
        rule.check(page, report: report)
      }
    }
  }

  private static func active(
    _ rules: [any MarkdownRule], _ entries: [MarkdownConfiguration.Entry], alsoOn: UInt64
  ) -> [Active] {
    zip(rules, entries).compactMap { rule, entry in
      let info = rule.info
      let bit = MarkdownNames.bit(alias: info.alias) ?? 0
      guard entry.isOn || bit & alsoOn != 0 else { return nil }
      let type = type(of: rule)
      let made = entry.options.isEmpty ? rule : type.init(RuleOptionValues(entry.options, of: type))
      return Active(rule: made, info: info, bit: bit, severity: entry.severity)
    }
  }

  private static func active(_ rule: any MarkdownRule) -> Active {
    let info = rule.info
    return Active(
      rule: rule, info: info, bit: MarkdownNames.bit(alias: info.alias) ?? 0, severity: nil)
  }
}
