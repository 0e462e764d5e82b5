import SourceCore
import StructuredData

/// Which rules of `markdown/` are on, with which options and severities.
///
/// It is made of what holds where nothing is said, the entries of configuration files, and what the
/// academy's own settings say, which win over the files.
public struct MarkdownConfiguration: Sendable, Hashable {
  /// What holds where nothing is said.
  public enum Base: Sendable, Hashable {
    /// All rules of markdownlint are on; a comment may switch on what is off.
    case markdownlint
    /// The rules on a list are on, by id; a comment that ends another switches on nothing further.
    case course(on: Set<String>)
  }

  /// What is said of one rule by the academy's own settings.
  public struct Override: Sendable, Hashable {
    /// Whether it is on; nil leaves it as it is.
    public let isOn: Bool?
    /// Options by name.
    public let options: [String: RuleSettings.Value]

    /// Makes an override.
    public init(isOn: Bool?, options: [String: RuleSettings.Value] = [:]) {
      self.isOn = isOn
      self.options = options
    }
  }

  /// What becomes of one rule.
  struct Entry {
    var isOn: Bool
    var options: [String: RuleSettings.Value] = [:]
    /// The severity, where a configuration gives one.
    var severity: Severity?
  }

  /// What holds where nothing is said.
  public let base: Base
  /// The entries of configuration files, the later ones in front of nothing.
  public private(set) var members: [DataNode.Member] = []
  /// What the academy's settings say, by rule id.
  public var overrides: [String: Override] = [:]
  /// Rules that never run, whatever is said elsewhere, by id.
  public var excluded: Set<String> = []
  /// Whether comments in a page count.
  public var readsComments = true

  /// markdownlint as it is where nothing is configured.
  public static let markdownlint = MarkdownConfiguration(base: .markdownlint)

  /// Makes a configuration.
  public init(base: Base, members: [DataNode.Member] = []) {
    self.base = base
    merge(members)
  }

  /// Adds entries: one with the key of an earlier one takes its place.
  public mutating func merge(_ added: [DataNode.Member]) {
    if added.isEmpty { return }
    var merged = MergedMembers(members)
    merged.merge(added)
    members = merged.members
  }

  /// Whether a comment may switch on a rule that the configuration has off.
  var commentsSwitchOn: Bool { base == .markdownlint }

  /// What becomes of each of `rules`; `comment` holds the entries of the page's own comments.
  func entries(_ rules: [any MarkdownRule], comment: [DataNode.Member] = []) -> [Entry] {
    var merged = self
    merged.merge(comment)
    var entries = merged.fromMembers(rules)
    let told = comment.reduce(0) { $0 | MarkdownNames.rules(anyCase: $1.key) }
    for (index, rule) in rules.enumerated() {
      let info = rule.info
      if let override = overrides[info.id],
        MarkdownNames.bit(alias: info.alias).map({ told & $0 }) ?? 0 == 0
      {
        entries[index].isOn = override.isOn ?? entries[index].isOn
        entries[index].options.merge(override.options) { $1 }
      }
      if excluded.contains(info.id) { entries[index].isOn = false }
    }
    return entries
  }

  private func fromMembers(_ rules: [any MarkdownRule]) -> [Entry] {
    let standard = members.first { MarkdownNames.capitals($0.key) == "DEFAULT" }?.value
    let severity: Severity? = standard?.string == "warning" ? .warning : nil
    var entries = rules.map { rule in
      let info = rule.info
      let isMarkdownlint = info.alias != nil
      let isOn =
        switch base {
        case .markdownlint: isMarkdownlint
        case .course(let on): on.contains(info.id)
        }
      return Entry(
        isOn: isMarkdownlint ? standard.map(ConfigurationValue.isTrue) ?? isOn : isOn,
        severity: isMarkdownlint ? severity : nil)
    }
    let bits = rules.map { MarkdownNames.bit(alias: $0.info.alias) ?? 0 }
    for member in members {
      let named = MarkdownNames.rules(anyCase: member.key)
      guard named != 0 else { continue }
      for (index, rule) in rules.enumerated() where named & bits[index] != 0 {
        entries[index] = Self.entry(member.value, of: type(of: rule))
      }
    }
    return entries
  }

  private static func entry(_ value: DataNode, of rule: any MarkdownRule.Type) -> Entry {
    guard ConfigurationValue.isTrue(value) else { return Entry(isOn: false) }
    guard value.object != nil || value.array != nil else {
      return Entry(isOn: true, severity: value.string.flatMap(severity))
    }
    var entry = Entry(isOn: true)
    for field in value.object ?? [] {
      switch field.key {
      case "enabled": entry.isOn = ConfigurationValue.isTrue(field.value)
      case "severity": entry.severity = field.value.string.flatMap(severity)
      default:
        guard let option = rule.options.first(where: { $0.name == field.key }) else { continue }
        entry.options[field.key] = ConfigurationValue.option(field.value, option.kind)
      }
    }
    return entry
  }

  private static func severity(_ text: String) -> Severity? {
    text == "warning" ? .warning : text == "error" ? .error : nil
  }
}
