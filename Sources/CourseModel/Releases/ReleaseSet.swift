import Identifiers
import SourceCore

/// A course's releases, and what stands in the way of knowing them all.
public struct ReleaseSet: Sendable {
  /// A version that is tagged more than once.
  public struct Repeated: Sendable, Hashable {
    /// The version.
    public let version: SemVer
    /// One release for each of its trees, or for equal trees just one.
    public let releases: [Release]

    /// Makes a repeated version.
    public init(version: SemVer, releases: [Release]) {
      self.version = version
      self.releases = releases
    }
  }

  /// Whether the same is found as long as tags and commits stay as they are.
  public var isLasting: Bool {
    switch limit {
    case nil, .shallow: true
    case .noHistory, .unreadable: false
    }
  }

  /// Why releases may be missing from the set.
  public enum Limit: Sendable, Hashable {
    /// The course's folder is in no repository.
    case noHistory
    /// The repository was cloned without its older commits.
    case shallow
    /// Something in the repository could not be read.
    case unreadable(ReadFailure)
  }

  /// Releases by version, the oldest version first; of a version in conflict, none.
  public let releases: [Release]
  /// Tags that look like versions and are no release of this course, in the order of versions.
  public let foreignTags: [String]
  /// Versions whose tags hold different trees.
  public let conflicts: [Repeated]
  /// Versions with several tags that hold the same tree.
  public let repeated: [Repeated]
  /// Why there may be more; nil where all are known.
  public let limit: Limit?
  /// The highest release of the branch's own past that comes after the version the course has now;
  /// nil where the version did not go backwards.
  public let overtaking: Release?

  /// Makes a set; the releases are put in the order of their versions.
  public init(
    releases: [Release], foreignTags: [String] = [], conflicts: [Repeated] = [],
    repeated: [Repeated] = [], limit: Limit? = nil, overtaking: Release? = nil
  ) {
    self.releases = releases.sorted { $0.version < $1.version }
    self.foreignTags = foreignTags
    self.conflicts = conflicts
    self.repeated = repeated
    self.limit = limit
    self.overtaking = overtaking
  }

  /// The release with the highest version, a pre-release only where there is nothing else.
  public var newest: Release? {
    releases.last { !$0.version.isPrerelease } ?? releases.last
  }

  /// The release of a version; nil where there is none.
  public subscript(_ version: SemVer) -> Release? {
    releases.first { $0.version == version }
  }
}
