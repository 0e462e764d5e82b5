import CourseModel
import Identifiers
import SourceCore

/// What an office changed in a copy, as upstream would have written it.
public struct Contribution: Sendable {
  /// A file of upstream's repository.
  public struct File: Sendable, Hashable {
    /// Its path below the root of that repository.
    public let path: RepoPath
    /// Its bytes there; nil for a new file.
    public let before: [UInt8]?
    /// Its bytes with the change.
    public let after: [UInt8]
  }

  /// The course that it is for.
  public let course: String
  /// The lesson's id there.
  public let lesson: String
  /// The version that the patch is made against; nil for what is at the tip of upstream's branch.
  public let version: SemVer?
  /// Names of the sections that it changes.
  public let sections: [String]
  /// The files that it changes.
  public let files: [File]
  /// What a person should know.
  public let remarks: [String]
}

extension ReuseUpdater {
  /// The changes of a copy for upstream: against what is there now where they fit, else against the
  /// locked release.
  public func contribution(_ own: String, merge: TextMerge) throws -> Contribution {
    guard let lesson = lessons.first(where: { $0.pair.own == own }) else {
      throw ReuseFailure(
        "`\(own)` is no reused lesson of \(facts.course.name)",
        help: "they are \(WordList.joined(lessons.map(\.pair.own)))")
    }
    guard lesson.declaration.kind != .translated else {
      throw ReuseFailure("`\(own)` is a translation, which is no change of its original")
    }
    guard let entry = lesson.outcome.entry, let copy = lesson.outcome.own else {
      throw ReuseFailure("lesson `\(own)` is not locked", help: "run `academy reuse lock` first")
    }
    guard let release = try catalog.newest(lesson, where: { $0.tree == entry.tree }) else {
      throw ReuseFailure(
        "the release \(entry.version) of \(entry.course) is not at hand",
        help: "fetch its repository in full (`git fetch --unshallow --tags`)")
    }
    guard lesson.followed == entry.lesson.blob else {
      throw ReuseFailure(
        "lesson `\(own)` does not follow the locked release yet",
        help: "run `academy reuse pull \(own)` first")
    }
    let original = try release.snapshot.parse(release.page)
    let assets = AssetMapping(
      own: self.own, copy: copy, path: copy.path, upstream: release.snapshot, original: original)
    let after = try mappedBack(copy, original, release, assets, entry.course)
    let member = catalog.members[lesson.upstream]
    let present = catalog.present(lesson.upstream)
    var remarks: [String] = []
    var before = original.text.bytes
    var path = release.release.folder.appending(release.page.path)
    var result = after
    var version: SemVer? = entry.version
    if let page = present.course.lessons.first(where: { present.id(of: $0) == entry.upstream })
      ?? present.course.lessons.first(where: { $0.path == release.page.path })
    {
      let now = try present.bytes(of: page)
      if now == before {
        path = member.repositoryFolder.appending(page.path)
        version = nil
      } else {
        let merged = try merge.run(
          before, now, after, (ours: entry.course, theirs: facts.course.name))
        if merged.isClean {
          (before, result, version) = (now, merged.bytes, nil)
          path = member.repositoryFolder.appending(page.path)
        } else {
          remarks.append(
            "upstream has changed the same places since \(entry.version), so the patch is made "
              + "against that release")
        }
      }
    }
    var files: [Contribution.File] = []
    if before != result { files.append(.init(path: path, before: before, after: result)) }
    files += try self.assets(copy, assets, release, original)
    let sections = SectionComparison(from: original, to: copy)
    return Contribution(
      course: entry.course, lesson: entry.upstream, version: version,
      sections: sections.sections.filter { $0.change != .same && !$0.isFrontMatter }.map(\.name),
      files: files, remarks: remarks)
  }

  /// The copy with upstream's front matter, links and line endings.
  private func mappedBack(
    _ copy: Lesson, _ original: Lesson, _ release: ReleasedLesson, _ assets: AssetMapping,
    _ course: String
  ) throws -> [UInt8] {
    var pages: [RepoPath: RepoPath] = [:]
    for other in lessons where other.declaration.course == course {
      guard let path = other.outcome.ownPath,
        let page = release.snapshot.lesson(other.pair.upstream)
      else { continue }
      pages[path] = page.path
    }
    var back: [RepoPath: RepoPath] = [:]
    for (theirs, mine) in try assets.paths(of: original, in: release.snapshot) {
      back[mine] = theirs
    }
    for mine in own.assets(of: copy) where back[mine] == nil {
      back[mine] = beside(mine, copy, release.page.path)
    }
    let links = LinkMapping(
      target: release.snapshot, path: release.page.path, pages: pages, assets: back,
      existing: original, restoresAddresses: true)
    let body = links.rewritten(copy, in: own, from: FrontMatterMerge.bodyStart(copy))
    let front = original.text.bytes[..<FrontMatterMerge.bodyStart(original)]
    return front + LineEndings.written(body, asWindows: original.lines.lineEnding == "\r\n")
  }

  /// Where a file of the copy would stand beside the original.
  private func beside(_ file: RepoPath, _ copy: Lesson, _ original: RepoPath) -> RepoPath {
    file.relative(to: copy.path.parent).map { original.parent.appending($0) }
      ?? original.parent.appending("fig").appending(file.name)
  }

  private func assets(
    _ copy: Lesson, _ assets: AssetMapping, _ release: ReleasedLesson, _ original: Lesson
  ) throws -> [Contribution.File] {
    var theirs: [RepoPath: RepoPath] = [:]
    for (path, mine) in try assets.paths(of: original, in: release.snapshot) { theirs[mine] = path }
    var files: [Contribution.File] = []
    for mine in own.assets(of: copy) {
      guard let bytes = own.file(mine) else { continue }
      let path = theirs[mine] ?? beside(mine, copy, release.page.path)
      let before = release.snapshot.file(path)
      if before == bytes { continue }
      files.append(
        .init(path: release.release.folder.appending(path), before: before, after: bytes))
    }
    return files
  }
}
