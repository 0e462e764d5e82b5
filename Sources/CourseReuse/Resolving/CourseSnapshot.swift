import CourseModel
import Digest
import SourceCore

/// A course in one state, to look lessons and assets up in: a release, or what is checked.
///
/// It remembers what it has parsed, and belongs to one thread as the tree view it reads does.
final class CourseSnapshot {
  let course: Course
  let resolver: LinkResolver
  private let view: any TreeView
  private let limit: Int
  private let parser: LessonParser
  private var ids: [RepoPath: String] = [:]
  private var parsed: [RepoPath: Lesson] = [:]

  /// Pictures and data may be larger than any lesson.
  private static let assetLimit = 500_000_000

  init(course: Course, view: any TreeView, facts: CourseFacts?, limit: Int) {
    self.course = course
    self.view = view
    self.limit = limit
    resolver = LinkResolver(course)
    parser = LessonParser(course)
    for page in facts?.pages ?? [] { ids[page.path] = page.id }
  }

  // MARK: - Lessons

  /// The lesson with this id; nil where there is none.
  func lesson(_ id: String) -> CoursePage? {
    // Nearly always the id is the listed one or the file's; then one file is read, not all.
    if let likely = byLikelyID[id], self.id(of: likely) == id { return likely }
    return byID[id]
  }

  /// The ids of all lessons, in the course's order.
  private(set) lazy var lessonIDs: [String] = lessons.map(id)

  /// The lesson that the course's list says had this id before; nil where there is none.
  func lesson(onceCalled id: String) -> CoursePage? {
    byAlias[id]?.path.flatMap { path in lessons.first { $0.path == path } }
  }

  private(set) lazy var lessons = course.lessons

  /// Lessons by the id that the list gives them, and by that of their file; the first counts.
  private lazy var byLikelyID: [String: CoursePage] = {
    var found: [String: CoursePage] = [:]
    for page in lessons {
      for id in [page.listedID, Lesson.defaultID(page.path)].compactMap(\.self)
      where found[id] == nil {
        found[id] = page
      }
    }
    return found
  }()

  /// Lessons by the id that they have; to know them all, each file is read.
  private lazy var byID = Dictionary(
    zip(lessonIDs, lessons), uniquingKeysWith: { first, _ in first })

  private lazy var byAlias = Dictionary(
    course.listed.lazy.flatMap { listed in listed.aliases.lazy.map { ($0, listed) } },
    uniquingKeysWith: { first, _ in first })

  /// A lesson's id: the manifest's where it writes one, else the front matter's, else the file's.
  func id(of page: CoursePage) -> String {
    let fallback = Lesson.defaultID(page.path)
    if let listed = page.listedID, listed != fallback { return listed }
    if let known = ids[page.path] { return known }
    let bytes = (try? view.read(page.entry, limit: limit)) ?? []
    let id = FrontMatterID.read(bytes) ?? fallback
    ids[page.path] = id
    return id
  }

  /// A lesson's bytes.
  func bytes(of page: CoursePage) throws(ReadFailure) -> [UInt8] {
    try view.read(page.entry, limit: limit)
  }

  /// A lesson, parsed; its path is below the course's folder.
  func parse(_ page: CoursePage) throws(ReadFailure) -> Lesson {
    if let known = parsed[page.path] { return known }
    let lesson = parse(try bytes(of: page), as: page.path)
    parsed[page.path] = lesson
    return lesson
  }

  /// A text parsed as if it stood at `path` in this course.
  func parse(_ bytes: [UInt8], as path: RepoPath) -> Lesson {
    parser.parse(SourceText(path: path, bytes: bytes), path: path, kind: .lesson)
  }

  // MARK: - Assets

  /// The files that a lesson shows or links to, each once, in bytewise order.
  func assets(of lesson: Lesson) -> [RepoPath] {
    var found: Set<RepoPath> = []
    for spot in LinkSpot.all(in: lesson) {
      guard case .local(let path, _) = spot.target,
        case .file(let file) = resolver.resolve(path, from: lesson.path)
      else { continue }
      found.insert(file)
    }
    return found.sorted()
  }

  /// What a lock says of a file.
  func content(of path: RepoPath) throws(ReadFailure) -> LockFile.Content {
    let (entry, bytes) = try read(path)
    return LockFile.Content(
      path: path, blob: entry.blob ?? ObjectID(blobOf: bytes), sha256: SHA256.hex(bytes))
  }

  /// What a lock says of the files that a lesson shows or links to.
  func assetContents(of page: CoursePage) throws(ReadFailure) -> [LockFile.Content] {
    var contents: [LockFile.Content] = []
    for path in assets(of: try parse(page)) {
      // A symbolic link or submodule has no content to lock.
      guard course.entry(at: path)?.isFile == true else { continue }
      contents.append(try content(of: path))
    }
    return contents
  }

  /// The blob id of a file's content.
  func blob(of path: RepoPath) throws(ReadFailure) -> ObjectID {
    if let blob = course.entry(at: path)?.blob { return blob }
    return ObjectID(blobOf: try read(path).bytes)
  }

  /// A file's bytes; nil where there is none, or it cannot be read.
  func file(_ path: RepoPath) -> [UInt8]? {
    guard course.entry(at: path)?.isFile == true else { return nil }
    return try? read(path).bytes
  }

  /// The course's lock, where it has one that can be used.
  private(set) lazy var lock: LockFile? = file(RepoPath.root.appending(LockFile.name)).flatMap {
    try? LockReader.read($0)
  }

  private func read(_ path: RepoPath) throws(ReadFailure) -> (entry: TreeEntry, bytes: [UInt8]) {
    guard let entry = view.entry(at: course.folder.appending(path)) else {
      throw ReadFailure(.missing, "\(path) is not there.")
    }
    return (entry, try view.read(entry, limit: Self.assetLimit))
  }
}
