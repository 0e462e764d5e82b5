import CourseModel
import Identifiers
import SourceCore

/// `academy.lock`: for each reused lesson, exactly what it was taken from.
///
/// The format has a number. A tool reads its own and older ones; a newer one it neither reads nor
/// overwrites, because it cannot know what it would lose. A field it does not know is left out when
/// it writes, so a new field raises the number unless a lock without it means the same.
public struct LockFile: Sendable, Hashable {
  /// The format that this tool writes.
  public static let format = 1
  /// The file's name, beside `course.yml`.
  public static let name = "academy.lock"

  /// A file by its content.
  public struct Content: Sendable, Hashable {
    /// Path below the upstream course's folder.
    public var path: RepoPath
    /// Git's id of the content.
    public var blob: ObjectID
    /// SHA-256 of the content, which can be checked without Git.
    public var sha256: String

    /// Makes a file.
    public init(path: RepoPath, blob: ObjectID, sha256: String) {
      self.path = path
      self.blob = blob
      self.sha256 = sha256
    }
  }

  /// How far a translation has followed its source.
  public struct Translation: Sendable, Hashable {
    /// A paragraph that was checked against another state of the source than the rest.
    public struct Paragraph: Sendable, Hashable {
      /// Names the paragraph by its content.
      public var hash: String
      /// The source lesson it was checked against.
      public var blob: ObjectID

      /// Makes a paragraph's mark.
      public init(hash: String, blob: ObjectID) {
        self.hash = hash
        self.blob = blob
      }
    }

    /// The source lesson that the translation was last checked against.
    public var blob: ObjectID
    /// Exceptions, in the order of the lesson.
    public var paragraphs: [Paragraph]

    /// Makes a mark.
    public init(blob: ObjectID, paragraphs: [Paragraph] = []) {
      self.blob = blob
      self.paragraphs = paragraphs
    }
  }

  /// One reused lesson.
  public struct Entry: Sendable, Hashable {
    /// The lesson's id in this course.
    public var own: String
    /// The course it was taken from.
    public var course: String
    /// Its id there.
    public var upstream: String
    /// What the copy is.
    public var kind: ReuseDeclaration.Kind
    /// The release it was taken from.
    public var version: SemVer
    /// A commit that holds the release.
    public var commit: ObjectID
    /// The release's identity: the tree of the course's folder.
    public var tree: ObjectID
    /// The original.
    public var lesson: Content
    /// Files of the upstream course that the original shows or links to, in bytewise order.
    public var assets: [Content]
    /// For a translation, how far it has followed; for another copy, the source that it still follows
    /// where the lock was moved on without it.
    public var translation: Translation?

    /// Makes an entry.
    public init(
      own: String, course: String, upstream: String, kind: ReuseDeclaration.Kind, version: SemVer,
      commit: ObjectID, tree: ObjectID, lesson: Content, assets: [Content] = [],
      translation: Translation? = nil
    ) {
      self.own = own
      self.course = course
      self.upstream = upstream
      self.kind = kind
      self.version = version
      self.commit = commit
      self.tree = tree
      self.lesson = lesson
      self.assets = assets
      self.translation = translation
    }
  }

  /// What an entry is about; no two entries of a lock have the same.
  struct Pair: Hashable {
    let own: String
    let course: String
    let upstream: String
  }

  /// The entries, in the order of the own lessons' ids.
  public let entries: [Entry]
  private let places: [Pair: Int]

  /// Makes a lock; entries and their assets are sorted.
  public init(_ entries: [Entry]) {
    let sorted = entries.map { entry in
      var entry = entry
      entry.assets.sort { $0.path < $1.path }
      return entry
    }.sorted { a, b in
      for (x, y) in [(a.own, b.own), (a.course, b.course), (a.upstream, b.upstream)] where x != y {
        return x.precedesBytewise(y)
      }
      return false
    }
    self.entries = sorted
    places = Dictionary(
      sorted.enumerated().map { ($0.element.pair, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }

  /// The entry of a declared lesson, whatever version it names.
  public func entry(own: String, course: String, upstream: String) -> Entry? {
    places[Pair(own: own, course: course, upstream: upstream)].map { entries[$0] }
  }
}

extension LockFile.Entry {
  /// What the entry is about.
  var pair: LockFile.Pair { .init(own: own, course: course, upstream: upstream) }
}
