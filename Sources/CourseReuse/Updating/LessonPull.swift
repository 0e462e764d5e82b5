import CourseModel
import Identifiers
import SourceCore

/// A three-way merge of texts, as libgit2 does it.
public struct TextMerge: Sendable {
  /// The merged text, and whether it holds marks of a conflict.
  public typealias Result = (bytes: [UInt8], isClean: Bool)

  /// Merges `theirs` into `ours`; the labels name the two sides in the marks.
  public typealias Run =
    @Sendable (
      _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8], _ labels: (ours: String, theirs: String)
    ) throws -> Result

  let run: Run

  /// Makes a merge.
  public init(_ run: @escaping Run) { self.run = run }
}

/// What bringing lessons up to a release changes.
public struct PullPlan: Sendable {
  /// One lesson.
  public struct Lesson: Sendable, Hashable {
    /// Its id here.
    public let own: String
    /// The course it is from.
    public let course: String
    /// What the copy is.
    public let kind: ReuseDeclaration.Kind
    /// The version that it followed, where a release holds that state.
    public let from: SemVer?
    /// The version that it follows now.
    public let to: SemVer
    /// Names of the sections that upstream changed.
    public let sections: [String]
    /// Places that both sides changed, marked in the text.
    public let conflicts: Int
    /// Paragraphs that a translator has to look at.
    public let pending: Int
    /// What else a person should know.
    public let remarks: [String]
  }

  /// The lessons, in the order of the manifest.
  public let lessons: [Lesson]
  /// Files to write, with paths below the root of the course's tree, in bytewise order; the lock is
  /// one of them.
  public let files: [(path: RepoPath, bytes: [UInt8])]
}

extension ReuseUpdater {
  /// Brings lessons up to the locked release where the lock is ahead of them, else to the newest one
  /// that the manifest allows.
  public func pull(_ names: [String], merge: TextMerge) throws -> PullPlan {
    for name in names where !lessons.contains(where: { $0.pair.own == name }) {
      throw ReuseFailure(
        "`\(name)` is no reused lesson of \(facts.course.name)",
        help: "they are \(WordList.joined(lessons.map(\.pair.own)))")
    }
    guard let lock = facts.lock.file else {
      throw ReuseFailure(
        "\(facts.course.name) has no usable academy.lock, so nobody knows what its lessons follow",
        help: "run `academy reuse lock` first, and commit it")
    }
    var entries = lock.entries
    var files: [RepoPath: [UInt8]] = [:]
    var pulled: [PullPlan.Lesson] = []
    for lesson in lessons where names.isEmpty || names.contains(lesson.pair.own) {
      guard let entry = lesson.outcome.entry, let i = entries.firstIndex(of: entry) else {
        throw ReuseFailure(
          "lesson `\(lesson.pair.own)` is not locked", help: "run `academy reuse lock` first")
      }
      guard let copy = lesson.outcome.own else {
        throw ReuseFailure(
          "lesson `\(lesson.pair.own)` cannot be followed to \(entry.course) \(entry.version)",
          help:
            "`academy reuse check` says why; most often the repository has to be fetched in full")
      }
      let isLockAhead =
        lesson.declaration.kind != .translated && lesson.followed != entry.lesson.blob
      let found =
        isLockAhead
        ? try catalog.newest(lesson) { $0.tree == entry.tree }
        : try catalog.newest(lesson) { lesson.range.contains($0.version) }
      guard let target = found, isLockAhead || target.release.version > entry.version else {
        continue
      }
      let step = LessonPull(
        updater: self, lesson: lesson, entry: entry, copy: copy, target: target, merge: merge)
      let (new, done) = try step.run(&files)
      entries[i] = new
      pulled.append(done)
    }
    if !pulled.isEmpty {
      files[facts.lock.path] = LockWriter.bytes(of: LockFile(entries))
    }
    return PullPlan(
      lessons: pulled,
      files: files.sorted { $0.key < $1.key }.map {
        (facts.course.folder.appending($0.key), $0.value)
      }
    )
  }
}

/// Brings one lesson up to a release.
struct LessonPull {
  let updater: ReuseUpdater
  let lesson: ReusedLesson
  let entry: LockFile.Entry
  let copy: Lesson
  let target: ReleasedLesson
  let merge: TextMerge

  /// The new entry and what was done; `files` gets what is to be written.
  func run(_ files: inout [RepoPath: [UInt8]]) throws -> (LockFile.Entry, PullPlan.Lesson) {
    let catalog = updater.catalog
    guard let blob = lesson.followed, let bytes = catalog.blob(blob, of: lesson.upstream) else {
      throw ReuseFailure(
        "the original that lesson `\(lesson.pair.own)` follows is not at hand",
        help: "fetch the repository of \(entry.course) in full (`git fetch --unshallow --tags`)")
    }
    let base = try baseRelease()
    let original = base.snapshot.parse(bytes, as: base.path)
    let new = try target.snapshot.parse(target.page)
    let sections = SectionComparison(from: original, to: new)
    var remarks: [String] = []
    var changed = try updater.entry(lesson, entry, target)
    let assets = AssetMapping(
      own: updater.own, copy: copy, path: copy.path, upstream: base.snapshot, original: original)
    var conflicts = 0
    if lesson.declaration.kind != .translated {
      changed.translation = nil
      let text = try merged(original, base.snapshot, new, assets, &remarks, &conflicts)
      if text != copy.text.bytes { files[copy.path] = text }
    }
    try takeFiles(new, assets, base.snapshot, original, &files, &remarks)
    if target.way != .id {
      remarks.append(
        "upstream calls the lesson `\(target.snapshot.id(of: target.page))` now; change the pair in "
          + "course.yml")
    }
    return (
      changed,
      PullPlan.Lesson(
        own: lesson.pair.own, course: entry.course, kind: lesson.declaration.kind,
        from: base.version, to: target.release.version,
        sections: sections.sections.filter { $0.change != .same }.map(\.name),
        conflicts: conflicts, pending: changed.translation?.paragraphs.count ?? 0,
        remarks: remarks)
    )
  }

  /// The release that the copy follows; where none holds that state, the locked one.
  private func baseRelease() throws -> (snapshot: CourseSnapshot, path: RepoPath, version: SemVer?)
  {
    let catalog = updater.catalog
    let releases = catalog.releases(of: lesson.upstream).releases
    // Of releases with one text, whose pictures may differ, the locked one was taken.
    let locked = releases.filter { $0.tree == entry.tree && lesson.followed == entry.lesson.blob }
    for release in locked + releases.reversed() {
      let snapshot = try catalog.snapshot(release, of: lesson.upstream)
      for page in snapshot.course.lessons where page.entry.blob == lesson.followed {
        return (snapshot, page.path, release.version)
      }
    }
    return (target.snapshot, entry.lesson.path, nil)
  }

  private func merged(
    _ base: Lesson, _ baseCourse: CourseSnapshot, _ new: Lesson, _ assets: AssetMapping,
    _ remarks: inout [String], _ conflicts: inout Int
  ) throws -> [UInt8] {
    let usesCRLF = copy.lines.lineEnding == "\r\n"
    let front = FrontMatterMerge(base: base, ours: copy, theirs: new)
    for field in front?.kept ?? [] {
      remarks.append("`\(field)` in the front matter stays as it is here")
    }
    func side(_ lesson: Lesson, _ course: CourseSnapshot) throws -> [UInt8] {
      let mapping = LinkMapping(
        target: updater.own, path: copy.path, pages: pages(course),
        assets: try assets.paths(of: lesson, in: course), existing: copy)
      let start = front == nil ? 0 : FrontMatterMerge.bodyStart(lesson)
      let body = mapping.rewritten(lesson, in: course, from: start)
      return LineEndings.written((front?.bytes ?? []) + body, asWindows: usesCRLF)
    }
    if try isUntouched(base, baseCourse) { return try side(new, target.snapshot) }
    let ours =
      (front?.bytes ?? [])
      + copy.text.bytes[(front == nil ? 0 : FrontMatterMerge.bodyStart(copy))...]
    let result = try merge.run(
      try side(base, baseCourse), LineEndings.written(Array(ours), asWindows: usesCRLF),
      try side(new, target.snapshot),
      (
        ours: updater.catalog.members[updater.index].id ?? "ours",
        theirs: "\(entry.course) \(target.release.version)"
      ))
    if !result.isClean { conflicts = max(1, LineEndings.count(of: "<<<<<<< ", in: result.bytes)) }
    return result.bytes
  }

  /// Whether a verbatim copy is its original still, so that nothing has to be merged.
  private func isUntouched(_ base: Lesson, _ course: CourseSnapshot) throws -> Bool {
    guard lesson.declaration.kind == .verbatim else { return false }
    let result = LessonComparison(
      own: .init(lesson: copy, course: updater.own), upstream: .init(lesson: base, course: course),
      taken: pages(course)
    ).run()
    return result.isEqual
  }

  /// Upstream's lessons that stand here, by their paths.
  private func pages(_ course: CourseSnapshot) -> [RepoPath: RepoPath] {
    var pages: [RepoPath: RepoPath] = [:]
    for other in updater.lessons where other.declaration.course == entry.course {
      guard let path = other.outcome.ownPath else { continue }
      if let page = course.lesson(other.pair.upstream) { pages[page.path] = path }
    }
    return pages
  }

  private func takeFiles(
    _ new: Lesson, _ assets: AssetMapping, _ base: CourseSnapshot, _ original: Lesson,
    _ files: inout [RepoPath: [UInt8]], _ remarks: inout [String]
  ) throws {
    let before = Set(base.assets(of: original))
    let after = try assets.paths(of: new, in: target.snapshot)
    for (theirs, mine) in after.sorted(by: { $0.key < $1.key }) {
      guard let bytes = target.snapshot.file(theirs) else { continue }
      let blob = try target.snapshot.blob(of: theirs)
      let here = updater.own.course.entry(at: mine) == nil ? nil : try updater.own.blob(of: mine)
      if here == blob { continue }
      let old = before.contains(theirs) ? try base.blob(of: theirs) : nil
      if old == blob { continue }
      if here == nil || here == old || lesson.declaration.kind == .verbatim {
        files[mine] = bytes
      } else {
        remarks.append(
          "`\(mine)` was changed here and upstream (`\(theirs)`); it stays as it is here")
      }
    }
    let now = Set(after.keys)
    for gone in before.sorted() where !now.contains(gone) {
      remarks.append("upstream no longer uses `\(gone)`")
    }
  }
}
