/// What a rule is called, says and rests on; the same data feeds reports, `explain` and the docs.
///
/// It is one object for each rule, because every finding refers to one.
public final class RuleInfo: Sendable {
  /// What a rule must see to decide.
  public enum Scope: String, Sendable, Hashable {
    /// One file's bytes, the settings and the framework.
    case lesson
    /// A course's manifest and its lessons' facts.
    case course
    /// Several courses, their releases and locks.
    case academy
  }

  /// `group/name`, lower case.
  public let id: String
  /// Another tool's name for the same rule (`MD001`), where there is one.
  public let alias: String?
  /// One line that says what is found.
  public let summary: String
  /// Why it matters to a learner, an author or another office.
  public let why: String
  /// Severity in a stable course.
  public let severity: Severity
  /// Whether an unfinished course may have this: a note in pre-alpha, a warning at most in alpha
  /// and beta.
  public let followsLifecycle: Bool
  /// What the rule must see.
  public let scope: Scope
  /// The standard, guideline or page the rule rests on.
  public let source: String
  /// Whether the rule is on where neither a profile nor a setting says so.
  public let isOnByDefault: Bool
  /// Names that switch it together with others (`headings`), as another tool has them.
  public let tags: [String]

  /// Makes a rule's description.
  public init(
    id: String, alias: String? = nil, summary: String, why: String, severity: Severity,
    followsLifecycle: Bool = false, scope: Scope = .lesson, source: String,
    isOnByDefault: Bool = true, tags: [String] = []
  ) {
    self.id = id
    self.alias = alias
    self.summary = summary
    self.why = why
    self.severity = severity
    self.followsLifecycle = followsLifecycle
    self.scope = scope
    self.source = source
    self.isOnByDefault = isOnByDefault
    self.tags = tags
  }

  /// The part of the id before the slash.
  public var group: String { String(id.prefix { $0 != "/" }) }
  /// The part of the id behind the slash.
  public var name: String { String(id.dropFirst(group.count + 1)) }
}

extension RuleInfo: Hashable {
  /// Whether two describe the same rule in the same words.
  public static func == (a: RuleInfo, b: RuleInfo) -> Bool {
    a === b
      || (a.id == b.id && a.alias == b.alias && a.summary == b.summary && a.why == b.why
        && a.severity == b.severity && a.followsLifecycle == b.followsLifecycle
        && a.scope == b.scope && a.source == b.source && a.isOnByDefault == b.isOnByDefault
        && a.tags == b.tags)
  }

  /// Hashes the id, which tells rules apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
