import CourseModel
import Identifiers

/// A reused lesson beside the releases that there are.
public struct OutdatedLesson: Sendable, Hashable {
  /// Its id here.
  public let own: String
  /// The course it is from.
  public let course: String
  /// Its id there.
  public let upstream: String
  /// What the copy is.
  public let kind: ReuseDeclaration.Kind
  /// The locked version; nil where none is.
  public let current: SemVer?
  /// The newest version in the manifest's range that has the lesson.
  public let allowed: SemVer?
  /// The newest version of the course that has the lesson.
  public let latest: SemVer?
  /// Names of the sections that differ between the locked and the newest allowed version.
  public let changed: [String]

  /// Whether a newer version is allowed.
  public var isBehind: Bool {
    guard let current, let allowed else { return current == nil && allowed != nil }
    return current < allowed
  }
}
