import CourseModel
import SourceCore

/// Works out what a course's lock should hold.
///
/// What is locked and fits the manifest stays as it is, also where its release has moved since: a
/// lock that follows by itself is no witness.
struct LockPlan {
  private let facts: ReuseFacts
  private let catalog: ReuseCatalog
  private let index: Int

  init(_ facts: ReuseFacts, _ catalog: ReuseCatalog, course index: Int) {
    self.facts = facts
    self.catalog = catalog
    self.index = index
  }

  /// - Throws: where a file of a release that is to be locked cannot be read.
  func outcome() throws(ReadFailure) -> LockOutcome {
    let path = facts.course.folder.appending(facts.lock.path)
    if facts.course.metadata.reuses.isEmpty {
      if case .absent = facts.lock.content { return .notNeeded }
      return .remove(path: path)
    }
    if case .unusable(let problem) = facts.lock.content,
      problem.kind == .newer || problem.kind == .unreadable
    {
      return .refused([])
    }
    var entries: [LockFile.Entry] = []
    for reuse in facts.reuses {
      if reuse.problem != nil { return .refused([]) }
      for lesson in reuse.lessons {
        guard let entry = try entry(lesson, reuse.declaration) else { return .refused([]) }
        entries.append(entry)
      }
    }
    let bytes = LockWriter.bytes(of: LockFile(entries))
    return facts.lock.text?.bytes == bytes ? .unchanged : .write(path: path, bytes: bytes)
  }

  private func entry(
    _ lesson: LessonOutcome, _ declaration: ReuseDeclaration
  ) throws(ReadFailure) -> LockFile.Entry? {
    let isWrong = lesson.problems.contains { problem in
      if case .notLocked(.otherContent) = problem { return true }
      return false
    }
    if let entry = lesson.entry, !isWrong { return entry }
    guard let release = lesson.release, let original = lesson.original,
      let upstream = catalog.index(of: declaration.course)
    else { return nil }
    let before = facts.lock.file?.entry(
      own: lesson.pair.own, course: declaration.course, upstream: lesson.pair.upstream)
    return LockFile.Entry(
      own: lesson.pair.own, course: declaration.course, upstream: lesson.pair.upstream,
      kind: declaration.kind, version: release.version, commit: release.commit, tree: release.tree,
      lesson: original, assets: try assets(of: original, in: release, of: upstream),
      // Locking another release does not mean that the translation has followed.
      translation: declaration.kind == .translated
        ? before?.translation ?? .init(blob: original.blob) : nil)
  }

  private func assets(of original: LockFile.Content, in release: Release, of upstream: Int)
    throws(ReadFailure) -> [LockFile.Content]
  {
    let snapshot = try catalog.snapshot(release, of: upstream)
    guard let page = snapshot.course.pages.first(where: { $0.path == original.path }) else {
      return []
    }
    var assets: [LockFile.Content] = []
    for path in snapshot.assets(of: try snapshot.parse(page)) {
      // A symbolic link or submodule has no content to lock.
      guard snapshot.course.entry(at: path)?.isFile == true else { continue }
      assets.append(try snapshot.content(of: path))
    }
    return assets
  }
}
