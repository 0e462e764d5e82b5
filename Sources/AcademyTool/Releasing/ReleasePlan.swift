import CourseModel
import CourseReuse
import GitStore
import Identifiers
import SourceCore
import StructuredData

/// What cutting a release will do; nothing is written yet.
struct ReleasePlan {
  /// A file of the release commit.
  struct File {
    /// Path below the repository's root.
    let path: RepoPath
    /// What the commit holds.
    let committed: [UInt8]
    /// What the work tree gets; it may differ in its line endings.
    let worktree: [UInt8]
  }

  /// The version as it is written in the manifest.
  let version: String
  /// The version that stood there.
  let before: String
  /// Files that change; none where only the tag is missing.
  let files: [File]
  /// The commit that the release follows.
  let head: ObjectID
  /// Full name of the branch.
  let branch: String
  /// The tag, where the course releases by tag.
  let tag: String?
  /// First line of the commit's and the tag's message.
  let subject: String
  /// The section of the changelog, for showing.
  let section: [String]
}

/// Works out what cutting a release of a course means.
struct ReleasePlanner {
  let loaded: LoadedCourse
  let repository: Repository
  let releases: ReleaseSet
  /// How many courses the repository has.
  let courseCount: Int
  let day: CalendarDay

  /// - Parameters:
  ///   - wanted: the version that was named; else the manifest's, without its pre-release part.
  ///   - judge: compares the course with its last release, for a version.
  func plan(
    _ wanted: String?, judge: (SemVer) throws -> ReleaseCheck
  ) throws -> ReleasePlan {
    let course = loaded.course
    guard let id = course.metadata.id?.value else {
      throw ToolFailure(
        "\(course.name) has no id, so that it cannot be released",
        help: "run `academy adopt`, which writes a course.yml")
    }
    guard let branch = try repository.checkedOutBranch() else {
      throw ToolFailure("no branch is checked out", help: "`git switch` to the branch to release")
    }
    if let operation = repository.unfinishedOperation {
      throw ToolFailure("\(operation) is not finished", help: "finish it, or abort it")
    }
    guard let head = try repository.headCommit()?.id else {
      throw ToolFailure("there is no commit yet", help: "commit the course first")
    }
    let manifestPath = course.folder.appending("course.yml")
    guard let committed = try bytes(at: manifestPath, in: head) else {
      throw ToolFailure("\(manifestPath) is not committed", help: "commit the course first")
    }
    let manifest = CourseFile(path: manifestPath, bytes: committed)
    guard let node = manifest["version"], let before = node.written ?? node.stringValue else {
      throw ToolFailure(
        "\(manifestPath) declares no version", help: "write `version: 0.1.0-dev` in it")
    }
    let isCalendar = manifest["versioning"]?.stringValue == "calver"
    let written = wanted ?? String(before.prefix { $0 != "-" && $0 != "+" })
    guard let version = isCalendar ? SemVer(calver: written) : SemVer(written) else {
      throw ToolFailure(
        "`\(written)` is no version", help: "a version is three numbers, such as 1.4.0")
    }
    if version.isPrerelease, course.metadata.releases == .declared {
      throw ToolFailure(
        "\(written) has a pre-release part, and what a course declares is released without one",
        help: "leave out what stands behind the hyphen")
    }
    let check = try judge(version)
    try refuseRepeated(version, before, check)
    if check.verdict == .insufficient, let required = check.required {
      let reasons = check.changes.filter { $0.bump == check.bump }.map { "\n  \($0.message)" }
      throw ToolFailure(
        "this change needs \(required), and \(written) does not say so:" + reasons.joined(),
        help: "write `version: \(required)-dev` in course.yml, and commit it")
    }
    var section: [String] = []
    var files = [
      try file(manifestPath, in: head) { bytes in
        Self.replacing(before, by: written, in: bytes ?? [], at: manifestPath)
      }
    ]
    let changelogPath = course.folder.appending(Changelog.name)
    let news = ChangelogSection(check)
    files.append(
      try file(changelogPath, in: head) { bytes in
        var changelog = Changelog(bytes)
        if changelog.has(written) { return bytes ?? changelog.bytes }
        changelog.add(news, version: written, day: day)
        return changelog.bytes
      })
    section = ["## \(written) - \(day)", ""] + news.merged(into: [])
    return ReleasePlan(
      version: written, before: before, files: files.compactMap(\.self), head: head,
      branch: branch, tag: try tag(written, id), subject: "Release \(id) \(written)",
      section: section)
  }

  private func refuseRepeated(_ version: SemVer, _ before: String, _ check: ReleaseCheck) throws {
    let isKnown =
      releases[version] != nil || releases.conflicts.contains { $0.version == version }
    guard isKnown else { return }
    let next = check.required ?? version.nextPatch
    throw ToolFailure(
      "\(version) is released already",
      help: check.changes.isEmpty
        ? "nothing changed since, so there is nothing to release"
        : "write `version: \(next)-dev` in course.yml, and commit it")
  }

  // MARK: - Files

  /// What becomes of a file; nil where it stays as it is.
  private func file(
    _ path: RepoPath, in head: ObjectID, _ edit: ([UInt8]?) -> [UInt8]
  ) throws -> ReleasePlan.File? {
    let committed = try bytes(at: path, in: head)
    let new = edit(committed)
    if new == committed { return nil }
    let entry = loaded.tree.view.entry(at: path)
    var present: [UInt8]?
    if let entry {
      do throws(ReadFailure) {
        present = try loaded.tree.view.read(entry, limit: 50_000_000)
      } catch {
        throw ToolFailure(error.message, help: error.help)
      }
    }
    // A cut that was interrupted has left the file as it shall be.
    if present == new {
      return ReleasePlan.File(path: path, committed: new, worktree: new)
    }
    return ReleasePlan.File(path: path, committed: new, worktree: edit(present))
  }

  private func bytes(at path: RepoPath, in commit: ObjectID) throws -> [UInt8]? {
    do throws(ReadFailure) {
      guard let blob = try repository.objectID(at: path, in: commit) else { return nil }
      return try repository.blob(blob, limit: 50_000_000)
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
  }

  /// The manifest with another version, everything else as it was written.
  private static func replacing(
    _ old: String, by new: String, in bytes: [UInt8], at path: RepoPath
  ) -> [UInt8] {
    let manifest = CourseFile(path: path, bytes: bytes)
    guard let range = manifest["version"]?.range.indices else { return bytes }
    let wanted = Array(old.utf8)
    guard
      let start = (range.lowerBound...max(range.lowerBound, range.upperBound - wanted.count))
        .first(where: { Array(bytes[$0...].prefix(wanted.count)) == wanted })
    else { return bytes }
    var result = bytes
    result.replaceSubrange(start..<start + wanted.count, with: Array(new.utf8))
    return result
  }

  // MARK: - Tags

  /// A name in the manner of the tags that the course has, and one that is free.
  private func tag(_ version: String, _ id: String) throws -> String? {
    guard loaded.course.metadata.releases == .tags else { return nil }
    let last = releases.newest?.tags.first
    let isLong = last.map { $0.contains("/") } ?? (courseCount > 1)
    let isBare = last?.first?.isNumber ?? false
    let names =
      isLong ? ["\(id)/v\(version)"] : [(isBare ? "" : "v") + version, "\(id)/v\(version)"]
    if let free = names.first(where: { !repository.hasTag($0) }) { return free }
    throw ToolFailure(
      "the tag `\(names[names.count - 1])` exists, and is no release of this course",
      help: "delete it (`git tag --delete \(names[names.count - 1])`), or release another version")
  }
}
