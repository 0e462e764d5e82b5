import CourseModel
import Identifiers

/// What changed in a course since a release, and whether its version says so.
public struct ReleaseCheck: Sendable {
  /// How the version that is declared relates to what changed.
  public enum Verdict: String, Sendable, Hashable {
    /// There is no release to compare with.
    case first
    /// Nothing changed since the release.
    case unchanged
    /// The declared version says what changed.
    case suffices
    /// The declared version says less than what changed.
    case insufficient
    /// The manifest declares no version.
    case undeclared
  }

  /// The course's id or name.
  public let course: String
  /// The release that was compared with; nil where there is none.
  public let base: Release?
  /// The version that the manifest declares.
  public let declared: SemVer?
  /// What changed, the weightiest first.
  public let changes: [CourseChange]
  /// The lowest version that says what changed; nil where nothing changed.
  public let required: SemVer?
  /// Whether versions are dates, which promise nothing but their order.
  public let isCalendar: Bool

  /// Judges changes against a declared version.
  public init(
    course: String, base: Release?, declared: SemVer?, changes: [CourseChange], isCalendar: Bool
  ) {
    self.course = course
    self.base = base
    self.declared = declared
    self.changes = changes
    self.isCalendar = isCalendar
    if let base, let bump = changes.map(\.bump).max() {
      required = Self.next(base.version, bump, isCalendar: isCalendar)
    } else {
      required = nil
    }
  }

  /// The weightiest change's part of the version; nil where nothing changed.
  public var bump: Bump? { changes.map(\.bump).max() }

  /// Whether the declared version will do.
  public var verdict: Verdict {
    guard let declared else { return .undeclared }
    guard base != nil else { return .first }
    guard let required else { return .unchanged }
    return declared.core.precedence(to: required) >= 0 ? .suffices : .insufficient
  }

  /// The lowest version that may follow a release after a change.
  public static func next(_ version: SemVer, _ bump: Bump, isCalendar: Bool = false) -> SemVer {
    // What was only a pre-release may become its release with any change.
    if version.isPrerelease { return version.core }
    if isCalendar { return version.nextPatch }
    // In 0.y a minor is breaking, so everything moves one place to the right.
    if version.major == 0 { return bump == .major ? version.nextMinor : version.nextPatch }
    switch bump {
    case .major: return version.nextMajor
    case .minor: return version.nextMinor
    case .patch: return version.nextPatch
    }
  }
}
