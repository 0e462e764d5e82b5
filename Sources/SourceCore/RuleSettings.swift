/// What an academy changes about rules: severities, rules that are off, options; by folder too.
public struct RuleSettings: Sendable, Hashable {
  /// The value of an option.
  public enum Value: Sendable, Hashable {
    /// Of a number.
    case number(Int)
    /// Of a list of texts.
    case texts([String])
    /// Of yes or no.
    case flag(Bool)
    /// Of a text, or a choice.
    case text(String)
    /// Of a number for each level.
    case numbers([Int])
  }

  /// What is said of one rule or group.
  public struct Setting: Sendable, Hashable {
    /// What becomes of its findings.
    public enum Level: Sendable, Hashable {
      /// Nothing is reported.
      case off
      /// Reported with this severity, whatever the lifecycle.
      case on(Severity)
    }

    /// What becomes of the findings; nil leaves it as it is.
    public let level: Level?
    /// Options by name.
    public let options: [String: Value]

    /// Makes a setting.
    public init(level: Level?, options: [String: Value] = [:]) {
      self.level = level
      self.options = options
    }
  }

  /// Settings for the files at or below some folders.
  public struct Scope: Sendable, Hashable {
    /// The folders or files; the root means all.
    public let paths: [RepoPath]
    /// Settings by rule id, or by group.
    public let rules: [String: Setting]
    /// The dialect of Markdown that the files are written in; nil where layout and name decide.
    public let dialect: String?

    /// Makes a scope.
    public init(paths: [RepoPath], rules: [String: Setting], dialect: String? = nil) {
      self.paths = paths
      self.rules = rules
      self.dialect = dialect
    }
  }

  /// Scopes in the order they are written: a later one wins over an earlier one, and within a scope
  /// a rule over its group.
  public let scopes: [Scope]
  private let folders: FolderIndex
  private let dialectFolders: FolderIndex
  private let dialects: [String]

  /// Settings that change nothing.
  public static let none = RuleSettings(scopes: [])

  /// Makes settings.
  public init(scopes: [Scope]) {
    self.scopes = scopes
    folders = FolderIndex(scopes.lazy.map(\.paths))
    let withDialect = scopes.filter { $0.dialect != nil }
    dialectFolders = FolderIndex(withDialect.lazy.map(\.paths))
    dialects = withDialect.compactMap(\.dialect)
  }

  /// What becomes of a rule's findings at a path; nil leaves it as it is.
  public func level(of rule: RuleInfo, at path: RepoPath) -> Setting.Level? {
    var level: Setting.Level?
    for scope in covering(path).lazy.map({ scopes[$0] }) {
      level = scope.rules[rule.id]?.level ?? scope.rules[rule.group]?.level ?? level
    }
    return level
  }

  /// The options that are set for a rule at a path.
  public func options(of rule: String, at path: RepoPath) -> [String: Value] {
    var options: [String: Value] = [:]
    for scope in covering(path).lazy.map({ scopes[$0] }) {
      options.merge(scope.rules[rule]?.options ?? [:]) { $1 }
    }
    return options
  }

  /// The dialect that is set for a path; nil where none is.
  public func dialect(at path: RepoPath) -> String? {
    dialectFolders.covering(path).last.map { dialects[$0] }
  }

  /// Applies the levels to findings: drops what is off, and gives the others their severity.
  public func apply(to diagnostics: [Diagnostic], rules: [String: RuleInfo]) -> [Diagnostic] {
    if scopes.isEmpty { return diagnostics }
    return RuleSelection(profiles: [.all]).apply(to: diagnostics, self, rules: rules)
  }

  /// Which scopes cover a path, as indices into `scopes`; paths with the same ones are treated alike.
  public func covering(_ path: RepoPath) -> [Int] { folders.covering(path) }
}
