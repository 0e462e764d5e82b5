/// Which rules are on: by profile, by settings, and by what the command line asks for.
public struct RuleSelection: Sendable, Hashable {
  /// A set of rules with a name.
  public enum Profile: String, Sendable, Hashable, CaseIterable {
    /// The rules that are on by default.
    case course
    /// The rules that markdownlint has, and no other.
    case markdownlint
    /// Every rule.
    case all
  }

  /// The profiles, of which each adds its rules; empty for the rules that are on by default.
  public var profiles: [Profile]
  /// The only rules that are wanted, by id; nil for no such limit.
  public var only: Set<String>?
  /// Rules that are wanted besides, by id.
  public var extended: Set<String>
  /// Rules that are not wanted, by id.
  public var ignored: Set<String>
  /// Rules that stay on unless they are ignored: what they find keeps a file from the others.
  public var guards: Set<String>

  /// Makes a selection.
  public init(
    profiles: [Profile] = [], only: Set<String>? = nil, extended: Set<String> = [],
    ignored: Set<String> = [], guards: Set<String> = []
  ) {
    self.profiles = profiles
    self.only = only
    self.extended = extended
    self.ignored = ignored
    self.guards = guards
  }

  /// The rules that are on by default.
  public static let course = RuleSelection()

  /// Whether markdownlint's own defaults hold for its rules.
  public var isMarkdownlint: Bool { profiles.contains(.markdownlint) }

  /// Whether a rule is on where no setting says anything of it.
  public func isOn(_ rule: RuleInfo) -> Bool {
    if ignored.contains(rule.id) { return false }
    if extended.contains(rule.id) || guards.contains(rule.id) { return true }
    if let only { return only.contains(rule.id) }
    return isInProfile(rule)
  }

  /// Whether a rule is on at a path, the settings considered.
  public func isOn(_ rule: RuleInfo, at path: RepoPath, _ settings: RuleSettings) -> Bool {
    isOn(rule, level: settings.level(of: rule, at: path))
  }

  /// Whether a rule is on where the settings give it a level.
  public func isOn(_ rule: RuleInfo, level: RuleSettings.Setting.Level?) -> Bool {
    if isFixed(rule) { return isOn(rule) }
    switch level {
    case .off: return false
    case .on: return true
    case nil: return isOn(rule)
    }
  }

  /// Whether a rule is on at some path.
  public func mayBeOn(_ rule: RuleInfo, _ settings: RuleSettings) -> Bool {
    if isOn(rule) { return true }
    return !isFixed(rule)
      && settings.scopes.contains { scope in
        guard case .on = scope.rules[rule.id]?.level ?? scope.rules[rule.group]?.level else {
          return false
        }
        return true
      }
  }

  /// Whether the command line decides, whatever the settings say.
  public func isFixed(_ rule: RuleInfo) -> Bool {
    ignored.contains(rule.id) || extended.contains(rule.id)
      || only.map { $0.contains(rule.id) || !guards.contains(rule.id) } ?? false
  }

  /// Drops the findings of rules that are off at their path, and gives the others their severity.
  public func apply(
    to diagnostics: [Diagnostic], _ settings: RuleSettings, rules: [String: RuleInfo]
  ) -> [Diagnostic] {
    var kept = diagnostics
    restrict(&kept, settings, rules: rules)
    return kept
  }

  /// Does the same in place: there may be a million.
  public func restrict(
    _ diagnostics: inout [Diagnostic], _ settings: RuleSettings, rules: [String: RuleInfo]
  ) {
    if settings.scopes.isEmpty {
      // Without folders of their own, a rule is on or off for all findings alike.
      var isOn: [String: Bool] = [:]
      diagnostics.removeAll { diagnostic in
        if let known = isOn[diagnostic.rule] { return !known }
        let found =
          rules[diagnostic.rule].map { self.isOn($0) || $0.isMarkdownlint && !isFixed($0) } ?? true
        isOn[diagnostic.rule] = found
        return !found
      }
      return
    }
    // Findings mostly come file by file.
    var path: String?
    var levels: [String: RuleSettings.Setting.Level?] = [:]
    diagnostics = diagnostics.compactMap { diagnostic in
      guard let rule = rules[diagnostic.rule] else { return diagnostic }
      if diagnostic.path != path {
        path = diagnostic.path
        levels = [:]
      }
      let level: RuleSettings.Setting.Level?
      if let known = levels[rule.id] {
        level = known
      } else {
        level = settings.level(of: rule, at: RepoPath(diagnostic.path) ?? .root)
        levels[rule.id] = .some(level)
      }
      // A page's comment may switch on what is off elsewhere in `markdown/`.
      guard isOn(rule, level: level) || (rule.isMarkdownlint && level != .off && !isFixed(rule))
      else { return nil }
      guard case .on(let severity) = level else { return diagnostic }
      return diagnostic.severity == severity ? diagnostic : diagnostic.with(severity)
    }
  }

  private func isInProfile(_ rule: RuleInfo) -> Bool {
    if profiles.isEmpty { return rule.isOnByDefault }
    return profiles.contains { profile in
      switch profile {
      case .course: rule.isOnByDefault
      case .markdownlint: rule.isMarkdownlint
      case .all: true
      }
    }
  }
}

extension RuleInfo {
  /// Whether it is a rule that markdownlint has, in its place.
  public var isMarkdownlint: Bool { group == "markdown" && alias?.hasPrefix("MD") == true }
}
