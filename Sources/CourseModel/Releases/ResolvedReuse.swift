import SourceCore

/// One entry of `reuses`, with what each of its lessons was taken from.
public struct ResolvedReuse: Sendable {
  /// A reused lesson that was found on both sides.
  public struct ReusedLesson: Sendable {
    /// Its id in the course it was taken from.
    public let upstreamID: String
    /// Its id here.
    public let ownID: String
    /// The copy, below this course's folder.
    public let ownPath: RepoPath
    /// The original, below the folder of the course it was taken from.
    public let upstreamPath: RepoPath
    /// The original's blob.
    public let blob: ObjectID
    /// The release it was taken from.
    public let release: Release
    /// Whether the lock says so; otherwise the release was found by comparing.
    public let isLocked: Bool

    /// Makes a lesson.
    public init(
      upstreamID: String, ownID: String, ownPath: RepoPath, upstreamPath: RepoPath, blob: ObjectID,
      release: Release, isLocked: Bool
    ) {
      self.upstreamID = upstreamID
      self.ownID = ownID
      self.ownPath = ownPath
      self.upstreamPath = upstreamPath
      self.blob = blob
      self.release = release
      self.isLocked = isLocked
    }
  }

  /// Whom to name for the lessons: what the entry says, else what the upstream course says.
  public struct Credit: Sendable, Hashable {
    /// Title of the course.
    public let title: String?
    /// Its authors.
    public let author: String?
    /// Where it is to be found.
    public let source: String?
    /// Its licence, as written upstream.
    public let license: String?

    /// Makes a credit.
    public init(title: String?, author: String?, source: String?, license: String?) {
      self.title = title
      self.author = author
      self.source = source
      self.license = license
    }
  }

  /// What the manifest says.
  public let declaration: ReuseDeclaration
  /// The lessons that were found, in the manifest's order.
  public let lessons: [ReusedLesson]
  /// Whom to name.
  public let credit: Credit

  /// Makes a resolved entry.
  public init(declaration: ReuseDeclaration, lessons: [ReusedLesson], credit: Credit) {
    self.declaration = declaration
    self.lessons = lessons
    self.credit = credit
  }
}
