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
  ///
  /// - Parameter course: the only course that must be found; what is reused from others keeps its
  ///   entries where it cannot be followed.
  func outcome(only course: String? = nil) throws(ReadFailure) -> LockOutcome {
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
      if let course, reuse.declaration.course != course, !isFollowed(reuse) {
        entries += (facts.lock.file?.entries ?? []).filter { entry in
          entry.course == reuse.declaration.course
            && reuse.declaration.lessons.contains { $0.own == entry.own }
        }
        continue
      }
      if reuse.problem != nil { return .refused([]) }
      for lesson in reuse.lessons {
        guard let entry = try entry(lesson, reuse.declaration) else { return .refused([]) }
        entries.append(entry)
      }
    }
    let bytes = LockWriter.bytes(of: LockFile(entries))
    return facts.lock.text?.bytes == bytes ? .unchanged : .write(path: path, bytes: bytes)
  }

  private func isFollowed(_ reuse: ReuseOutcome) -> Bool {
    reuse.problem == nil
      && reuse.lessons.allSatisfy { $0.entry != nil || $0.release != nil && $0.original != nil }
  }

  func entry(
    _ lesson: LessonOutcome, _ declaration: ReuseDeclaration
  ) throws(ReadFailure) -> LockFile.Entry? {
    if let entry = lesson.entry, !lesson.isLockedWrongly { return refreshed(entry, lesson) }
    guard let release = lesson.release, let original = lesson.original,
      let upstream = catalog.index(of: declaration.course)
    else { return nil }
    // A pair that follows upstream's new name for the lesson is still about the same copy.
    let before =
      facts.lock.file?.entry(
        own: lesson.pair.own, course: declaration.course, upstream: lesson.pair.upstream)
      ?? facts.lock.file?.entries.first {
        $0.own == lesson.pair.own && $0.course == declaration.course
      }
    let snapshot = try catalog.snapshot(release, of: upstream)
    let page = snapshot.course.pages.first { $0.path == original.path }
    var marks: LockFile.Translation?
    if declaration.kind == .translated {
      // Locking another release does not mean that the translation has followed.
      marks = before?.translation ?? .init(blob: original.blob)
      if let page, let old = marks, let own = lesson.own {
        marks = catalog.marks(own, try snapshot.parse(page), original.blob, snapshot, upstream)
          .moved(old)
      }
    }
    return LockFile.Entry(
      own: lesson.pair.own, course: declaration.course, upstream: lesson.pair.upstream,
      kind: declaration.kind, version: release.version, commit: release.commit, tree: release.tree,
      lesson: original, assets: try page.map(snapshot.assetContents) ?? [], translation: marks)
  }

  /// The entry without marks of paragraphs that have been edited since.
  private func refreshed(_ entry: LockFile.Entry, _ lesson: LessonOutcome) -> LockFile.Entry {
    if entry.kind != .translated, entry.translation != nil, lesson.follows == nil,
      lesson.original != nil
    {
      var entry = entry
      entry.translation = nil
      return entry
    }
    guard var marks = entry.translation, let translation = lesson.translation,
      translation.unread.isEmpty
    else { return entry }
    let stale = Set(translation.stale.map(\.paragraph.mark))
    marks.paragraphs.removeAll { !stale.contains($0.hash) }
    var entry = entry
    entry.translation = marks
    return entry
  }
}
