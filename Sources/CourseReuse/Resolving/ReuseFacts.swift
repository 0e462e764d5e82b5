import CourseModel
import Identifiers
import SourceCore

/// What is known of a course's releases and reuse; the rules read it, and nothing else.
struct ReuseFacts {
  let course: Course
  let releases: ReleaseSet
  /// Ids of the courses that can be reused from, sorted.
  let knownCourses: [String]
  let lock: LockState
  /// The entries of `reuses`, in the manifest's order.
  let reuses: [ReuseOutcome]
  /// Entries of the lock that the manifest has no lesson for.
  let leftover: [LockFile.Entry]
  /// How the course stands among the others.
  var network = NetworkFacts()
  /// Other places that declare the course's id, where this is the first.
  var twins: [String] = []
}

/// What became of a course's `academy.lock`.
struct LockState {
  enum Content {
    case absent
    case read(LockFile)
    case unusable(LockProblem)
  }

  /// Path below the course's folder.
  let path: RepoPath
  /// The bytes, where they could be read.
  let text: SourceText?
  let content: Content

  var file: LockFile? {
    if case .read(let file) = content { return file }
    return nil
  }
}

/// One entry of `reuses`, as far as it could be followed.
struct ReuseOutcome {
  enum Problem {
    /// No member or source has the course; the id that was meant, where one is near.
    case unknownCourse(meant: String?)
    /// The version range is none.
    case badRange(IdentifierError)
    /// All releases are known, and none is in the range.
    case noRelease
  }

  let declaration: ReuseDeclaration
  let problem: Problem?
  /// The upstream course's releases; empty where the course is unknown.
  let releases: ReleaseSet
  /// The version that the upstream course has now, released or not.
  let presentVersion: SemVer?
  /// The path or URL of the upstream repository.
  let label: String
  let credit: ResolvedReuse.Credit
  var lessons: [LessonOutcome]
  /// Whether the upstream course is no member of the academy, so that nothing is told of it.
  var isFromSource = false
  /// Other places that declare the upstream course's id.
  var twins: [String] = []
  /// What became of the commits of locked releases that have moved.
  var traces: [ObjectID: CommitTrace] = [:]
}

/// One reused lesson, as far as it could be followed.
struct LessonOutcome {
  enum Problem {
    /// The release has no such lesson; its lessons' ids.
    case notUpstream(Release, ids: [String])
    /// This course has no such lesson; its lessons' ids.
    case notHere(ids: [String])
    /// The release's tree is another one than the lock's, or nil where the release is gone.
    case moved(LockFile.Entry, now: Release?)
    /// It cannot be followed, or not be compared, and why.
    case unverified(ReleaseSet.Limit)
    /// The copy's text differs from the original's.
    case differs(Difference, version: SemVer, upstreamPath: RepoPath)
    /// A file that the copy shows differs.
    case asset(AssetDifference, version: SemVer)
    /// The lock says nothing usable of it, though it could.
    case notLocked(LockDrift)
    /// The release calls the lesson otherwise, and how that was found out.
    case renamed(to: String, version: SemVer, UpstreamFinder.Way)
  }

  let pair: ReuseDeclaration.LessonPair
  /// The copy, below the course's folder.
  let ownPath: RepoPath?
  /// The copy, parsed, where it was compared.
  var own: Lesson?
  /// What the lock says of it, where that fits the manifest.
  let entry: LockFile.Entry?
  /// The release that it is taken from, where there is one.
  var release: Release?
  /// The original, where it was found in that release.
  var original: LockFile.Content?
  var problems: [Problem] = []
  /// What the licences on the way to the copy say against it.
  var licences: [LicenceFinding] = []
  /// What an adapted copy has changed.
  var sections: SectionComparison?
  /// Notices of others that an adapted copy lacks.
  var lostNotices: [String] = []
  /// How a translation stands to its source.
  var translation: TranslationFacts?
  /// The version whose text the copy still follows, where the lock has been moved on.
  var follows: CopyFollows?
  /// How much a verbatim copy that differs shares with its original, in percent.
  var shared: Int?

  /// Whether ids or digests of the lock are not those of the release.
  var isLockedWrongly: Bool {
    problems.contains { problem in
      if case .notLocked(.otherContent) = problem { return true }
      return false
    }
  }

  /// Whether both ids lead to a lesson, as far as that could be seen.
  var isNamedRight: Bool {
    problems.allSatisfy { problem in
      switch problem {
      case .notUpstream, .notHere: false
      default: true
      }
    }
  }

  /// What a bundle may rely on.
  var resolved: ResolvedReuse.ReusedLesson? {
    guard let ownPath, let release, let original else { return nil }
    return ResolvedReuse.ReusedLesson(
      upstreamID: pair.upstream, ownID: pair.own, ownPath: ownPath, upstreamPath: original.path,
      blob: original.blob, release: release, isLocked: entry != nil)
  }
}

/// A lock that was moved on before its copy.
enum CopyFollows {
  /// The copy was last brought up to this version.
  case version(SemVer)
  /// It was last brought up to a state that no release holds.
  case unknown
}

/// What became of a commit that a lock names.
enum CommitTrace {
  /// The repository no longer has it.
  case gone
  /// It is there, and not in the branch's own past.
  case aside
  /// It is in the branch's past.
  case onBranch
}

/// How a lock fails to fit the manifest.
enum LockDrift {
  /// It has no entry for the lesson.
  case missing
  /// Its version is not in the manifest's range.
  case outOfRange(LockFile.Entry)
  /// It says that the copy is of another kind.
  case otherKind(LockFile.Entry)
  /// Its ids or digests are not those of the release that it names; which ones.
  case otherContent(LockFile.Entry, [String])
}
