import Identifiers
import SourceCore

/// What the licences say to one lesson or file, and to one of the places it comes from.
struct LicenceFinding {
  /// What it is about.
  enum Part: Hashable {
    case lesson
    case asset(RepoPath)
  }

  /// Why nothing can be said.
  enum Gap: Hashable {
    /// Upstream names no licence.
    case none
    /// What upstream writes is no licence expression.
    case unreadable(String)
    /// The matrix does not have a licence.
    case notListed(String)
    /// The course that upstream has it from is not at hand.
    case origin(String)
  }

  enum Answer: Hashable {
    case judged(LicenceJudge.Outcome)
    case gap(Gap)
  }

  let part: Part
  /// The course that the licence is of, and its release.
  let course: String
  let version: SemVer
  /// The courses it came through, the nearest first; empty for the one it was taken from.
  let via: [String]
  /// The licence there and here, as they are understood.
  let upstream: String
  let own: String
  let use: LicenceJudge.Use
  let answer: Answer
}
