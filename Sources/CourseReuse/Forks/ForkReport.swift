import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// What became of the lessons of a course in a fork of it.
public struct ForkReport: Sendable {
  /// A lesson of either side, or of both.
  public struct Row: Sendable, Hashable {
    /// A lesson by its id and its file below the course's folder.
    public struct Lesson: Sendable, Hashable {
      /// The id.
      public let id: String
      /// The file.
      public let path: RepoPath
    }

    /// What became of it.
    public enum Kind: Sendable, Hashable {
      /// It is reused.
      case reused(ReuseDeclaration.Kind)
      /// The fork's manifest says where it is from already.
      case declared
      /// It is the fork's own; where it stands in the place of another one, that one, and the percent
      /// of words that they share.
      case own(insteadOf: Lesson?, shared: Int)
      /// The fork has it no longer.
      case dropped
      /// Upstream has it since.
      case new
    }

    /// The fork's lesson.
    public let own: Lesson?
    /// The upstream course's lesson.
    public let upstream: Lesson?
    /// What became of it.
    public let kind: Kind
    /// The release, or commit, that it was taken from.
    public var version: SemVer?
    /// For an adapted lesson, the larger share of words that either holds of the other; for a
    /// translated one, how alike their structures are; in percent.
    public var share: Int?
  }

  /// Where the fork begins.
  public let point: ForkPoint
  /// The upstream course's releases.
  public let releases: [SemVer]
  /// The fork's lessons in their order, then what it dropped, then what upstream has new.
  public let rows: [Row]
  /// The entries for `reuses`, each as lines of YAML without the dash; the address is not in them.
  let items: [[String]]

  /// The manifest with the entries that declare what is reused.
  ///
  /// - Parameter address: where the upstream course is to be found, for `url`.
  public func declaring(
    in manifest: [UInt8], url address: String?
  ) throws(ReuseFailure) -> [UInt8] {
    var bytes = manifest
    let path = RepoPath.root.appending("course.yml")
    for item in items {
      var lines = item
      if let address { lines.insert("url: \(BlockList.scalar(address))", at: 1) }
      let root = CourseFile(path: path, bytes: bytes).data.root
      guard let changed = BlockList.adding(lines, to: "reuses", of: root, in: bytes) else {
        throw ReuseFailure(
          "`reuses` in course.yml cannot be edited without touching the rest",
          help: "write it as a list with one entry a line, and try again")
      }
      bytes = changed
    }
    return bytes
  }

  /// How many of the fork's lessons are reused.
  public var reusedCount: Int {
    rows.count { row in
      if case .reused = row.kind { return true }
      return false
    }
  }
}
