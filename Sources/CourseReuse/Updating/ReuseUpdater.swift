import CourseModel
import Identifiers
import SourceCore

/// Works out, for one course, what there is to update and how its lock moves on; writes nothing.
public struct ReuseUpdater {
  let checker: ReuseChecker
  let index: Int
  let facts: ReuseFacts

  var catalog: ReuseCatalog { checker.catalog }
  var own: CourseSnapshot { catalog.present(index) }

  /// Resolves what one of the checker's members reuses.
  public init(_ checker: ReuseChecker, course index: Int) {
    self.checker = checker
    self.index = index
    facts = ReuseResolver(checker.catalog, course: index).resolve(mending: true)
  }

  /// Why the lock cannot be worked out; empty where it can.
  public var diagnostics: [Diagnostic] { checker.diagnostics(facts) }

  /// Whether the course reuses a lesson from this course, or any where none is named.
  public func reuses(from course: String?) -> Bool {
    facts.reuses.contains { course == nil || $0.declaration.course == course }
  }

  /// The reused lessons that can be followed, in the order of the manifest.
  var lessons: [ReusedLesson] {
    facts.reuses.flatMap { reuse -> [ReusedLesson] in
      guard let upstream = catalog.index(of: reuse.declaration.course),
        let range = VersionRange(reuse.declaration.version)
      else { return [] }
      return reuse.lessons.map {
        ReusedLesson(
          declaration: reuse.declaration, outcome: $0, upstream: upstream, range: range)
      }
    }
  }

  // MARK: - Outdated

  /// All reused lessons beside the releases that there are.
  public func outdated() throws(ReadFailure) -> [OutdatedLesson] {
    var result: [OutdatedLesson] = []
    for lesson in lessons {
      let allowed = try catalog.newest(lesson) { lesson.range.contains($0.version) }
      let latest = try catalog.newest(lesson) { !$0.version.isPrerelease }
      let entry = lesson.outcome.entry
      var changed: [String] = []
      if let entry, let allowed, entry.version < allowed.release.version,
        let old = try original(lesson, entry)
      {
        let comparison = SectionComparison(
          from: old, to: try allowed.snapshot.parse(allowed.page))
        changed = comparison.sections.filter { $0.change != .same }.map(\.name)
      }
      result.append(
        OutdatedLesson(
          own: lesson.pair.own, course: lesson.declaration.course, upstream: lesson.pair.upstream,
          kind: lesson.declaration.kind, current: entry?.version,
          allowed: allowed?.release.version, latest: latest?.release.version, changed: changed))
    }
    return result
  }

  /// Lessons that a course, of which others are translated, has in its newest allowed release, and
  /// that are not reused from it.
  public func untranslated() throws(ReadFailure)
    -> [(course: String, version: SemVer, lessons: [String])]
  {
    var lists: [(course: String, version: SemVer, lessons: [String])] = []
    for lesson in lessons where lesson.declaration.kind == .translated {
      let course = lesson.declaration.course
      guard !lists.contains(where: { $0.course == course }),
        let newest = try catalog.newest(lesson, where: { lesson.range.contains($0.version) })
      else { continue }
      let taken = Set(lessons.filter { $0.declaration.course == course }.map(\.pair.upstream))
      let lacking = newest.snapshot.lessonIDs.filter { !taken.contains($0) }
      lists.append((course, newest.release.version, lacking))
    }
    return lists.filter { !$0.lessons.isEmpty }
  }

  /// The locked original, parsed.
  func original(_ lesson: ReusedLesson, _ entry: LockFile.Entry) throws(ReadFailure) -> Lesson? {
    guard let bytes = catalog.blob(entry.lesson.blob, of: lesson.upstream) else { return nil }
    return catalog.present(lesson.upstream).parse(bytes, as: entry.lesson.path)
  }

  // MARK: - The lock

  /// The lock with the lessons from one course, or from all, at the newest version that the manifest
  /// allows, or at exactly one.
  public func update(course: String?, precise: SemVer?) throws -> UpdateOutcome {
    let plan = LockPlan(facts, catalog, course: index)
    guard case .refused = try plan.outcome() else {
      return try moved(plan, course, precise)
    }
    return UpdateOutcome(lock: .refused(diagnostics), moves: [])
  }

  private func moved(
    _ plan: LockPlan, _ course: String?, _ precise: SemVer?
  ) throws -> UpdateOutcome {
    var entries: [LockFile.Entry] = []
    var moves: [UpdateOutcome.Move] = []
    for lesson in lessons {
      guard let kept = try plan.entry(lesson.outcome, lesson.declaration) else {
        return UpdateOutcome(lock: .refused(diagnostics), moves: [])
      }
      guard course == nil || course == lesson.declaration.course,
        let target = try target(lesson, precise)
      else {
        entries.append(kept)
        continue
      }
      let before = lesson.outcome.entry
      let entry = target.release.tree == kept.tree ? kept : try self.entry(lesson, kept, target)
      entries.append(entry)
      if before?.version != entry.version {
        moves.append(
          .init(
            own: lesson.pair.own, course: lesson.declaration.course,
            kind: lesson.declaration.kind, from: before?.version, to: entry.version,
            isChanged: lesson.declaration.kind == .translated
              ? entry.translation?.paragraphs.isEmpty == false : entry.translation != nil))
      }
    }
    let path = facts.course.folder.appending(facts.lock.path)
    if facts.course.metadata.reuses.isEmpty {
      return UpdateOutcome(lock: try plan.outcome(), moves: [])
    }
    let bytes = LockWriter.bytes(of: LockFile(entries))
    return UpdateOutcome(
      lock: facts.lock.text?.bytes == bytes ? .unchanged : .write(path: path, bytes: bytes),
      moves: moves)
  }

  /// Where a lesson is to go; nil where no release in the range has it.
  func target(_ lesson: ReusedLesson, _ precise: SemVer?) throws -> ReleasedLesson? {
    guard let precise else {
      return try catalog.newest(lesson) { lesson.range.contains($0.version) }
    }
    let course = lesson.declaration.course
    guard lesson.range.contains(precise) else {
      throw ReuseFailure(
        "`\(lesson.declaration.version)` in course.yml does not allow \(course) \(precise)",
        help: "change the range there first")
    }
    if let found = try catalog.newest(lesson, where: { $0.version == precise }) { return found }
    let versions = catalog.releases(of: lesson.upstream).releases.map(\.version.description)
    throw ReuseFailure(
      "\(course) has no release \(precise) with lesson `\(lesson.pair.upstream)`",
      help: "its releases are \(WordList.joined(versions))")
  }

  /// The entry of a lesson that goes to another release; the copy follows later.
  func entry(
    _ lesson: ReusedLesson, _ before: LockFile.Entry, _ target: ReleasedLesson
  ) throws(ReadFailure) -> LockFile.Entry {
    var entry = before
    let content = try target.snapshot.content(of: target.page.path)
    entry.version = target.release.version
    entry.commit = target.release.commit
    entry.tree = target.release.tree
    entry.lesson = content
    entry.assets = try target.snapshot.assetContents(of: target.page)
    if lesson.declaration.kind == .translated {
      let marks = before.translation ?? .init(blob: before.lesson.blob)
      if let copy = lesson.outcome.own {
        entry.translation = catalog.marks(
          copy, try target.snapshot.parse(target.page), content.blob, target.snapshot,
          lesson.upstream
        ).moved(marks)
      }
    } else {
      let followed = before.translation?.blob ?? before.lesson.blob
      entry.translation = followed == content.blob ? nil : .init(blob: followed)
    }
    return entry
  }
}
