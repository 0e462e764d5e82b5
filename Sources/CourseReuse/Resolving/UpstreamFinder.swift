import CourseModel
import SourceCore

/// Finds a lesson in a release, also where upstream has renamed it since.
struct UpstreamFinder {
  /// How a lesson was found.
  enum Way: Hashable {
    case id
    /// Its course says that it had this id before.
    case alias
    /// It has the same content under another id.
    case content
    /// The lock names its file.
    case locked
    /// It shares so many percent of its lines.
    case similarity(Int)
  }

  let id: String
  /// The lesson in a release that has it under this id.
  let known: LockFile.Content?
  /// The bytes of a blob.
  let bytes: (ObjectID) -> [UInt8]?

  /// Less than this in common is another lesson.
  private static let leastShare = 0.5

  func find(in snapshot: CourseSnapshot) throws(ReadFailure) -> (CoursePage, Way)? {
    if let page = snapshot.lesson(id) { return (page, .id) }
    if let page = snapshot.lesson(onceCalled: id) { return (page, .alias) }
    guard let known else { return nil }
    for page in snapshot.lessons where try snapshot.blob(of: page.path) == known.blob {
      return (page, .content)
    }
    guard let text = bytes(known.blob) else { return nil }
    let wanted = Similarity(text)
    var best: (page: CoursePage, score: Double)?
    for page in snapshot.lessons {
      let score = wanted.score(Similarity(try snapshot.bytes(of: page)))
      if score >= Self.leastShare, score > best?.score ?? 0 { best = (page, score) }
    }
    return best.map { ($0.page, .similarity(Int($0.score * 100))) }
  }
}
