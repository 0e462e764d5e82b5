import CourseModel
import Identifiers
import SourceCore

/// What moving a lock on gives.
public struct UpdateOutcome: Sendable {
  /// A lesson that goes to another version.
  public struct Move: Sendable, Hashable {
    /// The lesson's id here.
    public let own: String
    /// The course it is from.
    public let course: String
    /// What the copy is.
    public let kind: ReuseDeclaration.Kind
    /// The version that was locked; nil where none was.
    public let from: SemVer?
    /// The version that is locked now.
    public let to: SemVer
    /// Whether the copy has something to follow.
    public let isChanged: Bool
  }

  /// The lock.
  public let lock: LockOutcome
  /// What moves, in the order of the manifest.
  public let moves: [Move]
}
