import CourseModel
import Digest
import Identifiers
import SourceCore

/// Finds what one reused lesson was taken from, and compares the copy where that is promised.
struct LessonResolver {
  let catalog: ReuseCatalog
  let own: Int
  let upstream: Int
  let declaration: ReuseDeclaration
  let range: VersionRange
  /// Releases in the range, the highest version first.
  let candidates: [Release]
  let lock: LockFile?
  let taken: TakenLessons

  func resolve(_ pair: ReuseDeclaration.LessonPair) -> LessonOutcome {
    let course = catalog.present(own)
    let page = course.lesson(pair.own)
    let locked = lock?.entry(own: pair.own, course: declaration.course, upstream: pair.upstream)
    let drift = drift(locked)
    var outcome = LessonOutcome(
      pair: pair, ownPath: page?.path, entry: drift == nil ? locked : nil)
    guard let page else {
      outcome.problems.append(.notHere(ids: course.lessonIDs))
      return outcome
    }
    do throws(ReadFailure) {
      if let entry = outcome.entry {
        try follow(entry, page, &outcome)
      } else {
        try choose(page, &outcome)
        if let drift, outcome.original != nil { outcome.problems.append(.notLocked(drift)) }
      }
    } catch {
      outcome.problems.append(.unverified(.unreadable(error)))
    }
    return outcome
  }

  private func drift(_ entry: LockFile.Entry?) -> LockDrift? {
    guard let entry else { return .missing }
    if entry.kind != declaration.kind { return .otherKind(entry) }
    return range.contains(entry.version) ? nil : .outOfRange(entry)
  }

  // MARK: - Locked

  private func follow(
    _ entry: LockFile.Entry, _ page: CoursePage, _ outcome: inout LessonOutcome
  ) throws(ReadFailure) {
    let releases = catalog.releases(of: upstream)
    let known =
      releases.releases.filter { $0.version == entry.version }
      + releases.conflicts.filter { $0.version == entry.version }.flatMap(\.releases)
    if let release = known.first(where: { $0.tree == entry.tree }) {
      let snapshot = try catalog.snapshot(release, of: upstream)
      guard let (original, way) = try finder(entry).find(in: snapshot) else {
        outcome.problems.append(.notUpstream(release, ids: snapshot.lessonIDs))
        return
      }
      outcome.release = release
      outcome.original = try Self.content(original, in: snapshot)
      for content in [entry.lesson] + entry.assets { catalog.note(content.blob, of: upstream) }
      let isLocked = way == .content && original.path == entry.lesson.path
      note(isLocked ? .locked : way, original, snapshot, release.version, &outcome)
      let wrong = try LockIntegrityCheck(catalog: catalog, upstream: upstream, entry: entry)
        .differences(original, in: snapshot, release)
      if !wrong.isEmpty { outcome.problems.append(.notLocked(.otherContent(entry, wrong))) }
      try compare(page, with: original, in: snapshot, release.version, &outcome)
      return
    }
    if !known.isEmpty || releases.limit == nil {
      outcome.problems.append(.moved(entry, now: known.first))
    }
    outcome.release = Release(
      version: entry.version, commit: entry.commit, tree: entry.tree,
      folder: catalog.members[upstream].repositoryFolder, time: 0)
    outcome.original = entry.lesson
    try compareByLock(entry, page, releases.limit, &outcome)
  }

  /// Without the release, the lock's digests are the witness.
  private func compareByLock(
    _ entry: LockFile.Entry, _ page: CoursePage, _ limit: ReleaseSet.Limit?,
    _ outcome: inout LessonOutcome
  ) throws(ReadFailure) {
    guard declaration.kind == .verbatim else { return }
    let course = catalog.present(own)
    let copy = try course.parse(page)
    outcome.own = copy
    let witness = LockWitness(entry: entry)
    if !witness.isCopy(copy.text.bytes) {
      guard let bytes = lockedBytes(entry) else {
        if let limit { outcome.problems.append(.unverified(limit)) }
        return
      }
      let present = catalog.present(upstream)
      let original = present.parse(bytes, as: entry.lesson.path)
      let result = LessonComparison(
        own: .init(lesson: copy, course: course),
        upstream: .init(lesson: original, course: present),
        taken: taken.lockedPaths(of: declaration.course)
      ).run()
      if let difference = result.difference {
        outcome.problems.append(
          .differs(difference, version: entry.version, upstreamPath: entry.lesson.path))
      }
    }
    for asset in try witness.differences(copy, in: course) {
      outcome.problems.append(.asset(asset, version: entry.version))
    }
  }

  /// The locked original, from wherever bytes with its digest can be had.
  private func lockedBytes(_ entry: LockFile.Entry) -> [UInt8]? {
    let digest = entry.lesson.sha256
    if let bytes = catalog.blob(entry.lesson.blob, of: upstream), SHA256.hex(bytes) == digest {
      return bytes
    }
    // A copy of the files without their history still holds what was not changed since.
    guard let bytes = try? catalog.file(entry.lesson.path, of: upstream),
      SHA256.hex(bytes) == digest
    else { return nil }
    return bytes
  }

  // MARK: - Not locked

  /// The highest release whose lesson equals the copy, else the one that is most like it.
  private func choose(
    _ page: CoursePage, _ outcome: inout LessonOutcome
  ) throws(ReadFailure) {
    let limit = catalog.releases(of: upstream).limit
    guard let highest = candidates.first else {
      // Where all releases are known, the entry as a whole says that none fits.
      if let limit { outcome.problems.append(.unverified(limit)) }
      return
    }
    let course = catalog.present(own)
    let copy = try course.parse(page)
    let similarity = Similarity(copy.text.bytes)
    var best: (release: Release, score: Double)?
    var scores: [ObjectID: Double] = [:]
    let finder = try self.finder(outcome.pair)
    for release in candidates {
      let snapshot = try catalog.snapshot(release, of: upstream)
      guard let (original, _) = try finder.find(in: snapshot) else { continue }
      if declaration.kind == .verbatim {
        if try comparison(copy, original, snapshot).isEqual {
          best = (release, 2)
          break
        }
      }
      let blob = try snapshot.blob(of: original.path)
      let bytes = try snapshot.bytes(of: original)
      let score = scores[blob] ?? similarity.score(Similarity(bytes))
      scores[blob] = score
      // Candidates come from the highest version down, so of equal ones the highest stays.
      if best.map({ score > $0.score }) ?? true { best = (release, score) }
    }
    guard let best else {
      let ids = try catalog.snapshot(highest, of: upstream).lessonIDs
      outcome.problems.append(.notUpstream(highest, ids: ids))
      return
    }
    let snapshot = try catalog.snapshot(best.release, of: upstream)
    guard let (original, way) = try finder.find(in: snapshot) else { return }
    outcome.release = best.release
    outcome.original = try Self.content(original, in: snapshot)
    note(way, original, snapshot, best.release.version, &outcome)
    try compare(page, with: original, in: snapshot, best.release.version, &outcome)
  }

  /// Looks for the lesson that an entry of the lock is about.
  private func finder(_ entry: LockFile.Entry) -> UpstreamFinder {
    UpstreamFinder(id: entry.upstream, known: entry.lesson) { catalog.blob($0, of: upstream) }
  }

  /// Looks for a lesson that was never locked; a release that has it tells how it looks.
  private func finder(_ pair: ReuseDeclaration.LessonPair) throws(ReadFailure) -> UpstreamFinder {
    if let entry = lock?.entry(own: pair.own, course: declaration.course, upstream: pair.upstream) {
      return finder(entry)
    }
    for release in catalog.releases(of: upstream).releases.reversed() {
      let snapshot = try catalog.snapshot(release, of: upstream)
      guard let page = snapshot.lesson(pair.upstream) else { continue }
      return UpstreamFinder(id: pair.upstream, known: try Self.content(page, in: snapshot)) {
        catalog.blob($0, of: upstream)
      }
    }
    return UpstreamFinder(id: pair.upstream, known: nil) { _ in nil }
  }

  private func note(
    _ way: UpstreamFinder.Way, _ page: CoursePage, _ snapshot: CourseSnapshot, _ version: SemVer,
    _ outcome: inout LessonOutcome
  ) {
    if way == .id { return }
    outcome.problems.append(.renamed(to: snapshot.id(of: page), version: version, way))
  }

  // MARK: - Comparing

  private func compare(
    _ page: CoursePage, with original: CoursePage, in snapshot: CourseSnapshot, _ version: SemVer,
    _ outcome: inout LessonOutcome
  ) throws(ReadFailure) {
    let copy = try catalog.present(own).parse(page)
    outcome.own = copy
    try CopyInquiry(
      catalog: catalog, own: own, upstream: upstream, declaration: declaration, copy: copy
    ).ask(original, in: snapshot, version, &outcome)
    guard declaration.kind == .verbatim else { return }
    let result = try comparison(copy, original, snapshot)
    // Whoever copied the locked text by hand has followed the lock.
    if result.isEqual { outcome.follows = nil }
    if let difference = result.difference {
      outcome.problems.append(
        .differs(difference, version: version, upstreamPath: original.path))
      outcome.shared = WordShare(copy.text.bytes).percent(
        with: WordShare(try snapshot.bytes(of: original)))
    }
    for asset in result.assets { outcome.problems.append(.asset(asset, version: version)) }
  }

  private func comparison(
    _ copy: Lesson, _ original: CoursePage, _ snapshot: CourseSnapshot
  ) throws(ReadFailure) -> LessonComparison.Result {
    let course = catalog.present(own)
    return LessonComparison(
      own: .init(lesson: copy, course: course),
      upstream: .init(lesson: try snapshot.parse(original), course: snapshot),
      taken: taken.paths(of: declaration.course, in: snapshot)
    ).run()
  }

  private static func content(_ page: CoursePage, in snapshot: CourseSnapshot) throws(ReadFailure)
    -> LockFile.Content
  {
    try snapshot.content(of: page.path)
  }
}
