import CourseModel
import Framework
import SourceCore

/// Checks the releases of an academy's courses and what they reuse from each other and from sources.
///
/// It remembers what it has read, so one checker serves all courses of a run; like the repositories
/// it reads, it belongs to one thread.
public struct ReuseChecker {
  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - members: the academy's own courses, which may reuse each other.
  ///   - sources: courses that are only reused from.
  ///   - locked: whether what a lock leaves open is an error.
  ///   - limit: longest file that is read, in bytes.
  public init(
    framework: Framework, members: [AcademyMember], sources: [AcademyMember] = [],
    locked: Bool = false, limit: Int = 5_000_000, rules: [any Rule] = ReuseRules.all
  ) {}

  /// Checks one of the members.
  public func check(_ index: Int) -> ReuseReport {
    ReuseReport(diagnostics: [], reuses: [], releases: ReleaseSet(releases: []))
  }

  /// Works out the lock of one of the members; nothing is written.
  public func lock(_ index: Int) -> LockOutcome { .notNeeded }

  /// The releases of one of the members.
  public func releases(_ index: Int) -> ReleaseSet { ReleaseSet(releases: []) }
}
