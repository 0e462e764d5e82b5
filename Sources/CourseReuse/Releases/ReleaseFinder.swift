import CourseModel
import Identifiers
import SourceCore

/// Finds a course's releases in the past of its repository.
///
/// Neither the highest tag nor ancestry says what was released: template tags come along with a
/// fork, and trimmed histories leave real tags behind. Only the manifest in a commit's tree does.
struct ReleaseFinder {
  private let history: any History
  /// The course's folder as it is now; in older commits it may have been elsewhere.
  private let folder: RepoPath
  /// The course's id; nil for a course without a manifest, which has no releases.
  private let courseID: String?
  private let mode: CourseMetadata.ReleaseMode
  /// The version that the course has now.
  private let present: SemVer?
  private let byteLimit: Int
  private let identities: ManifestIdentities

  init(
    history: any History, folder: RepoPath, courseID: String?,
    mode: CourseMetadata.ReleaseMode, present: SemVer? = nil, limit: Int,
    identities: ManifestIdentities = ManifestIdentities()
  ) {
    self.history = history
    self.folder = folder
    self.courseID = courseID
    self.mode = mode
    self.present = present
    byteLimit = limit
    self.identities = identities
  }

  /// The releases; of a declared course, those on the first-parent history of `tip`.
  mutating func find(tip: ObjectID?) -> ReleaseSet {
    do throws(ReadFailure) {
      switch mode {
      case .tags: return try tagged(tip: tip)
      case .declared: return try declared(tip: tip)
      }
    } catch {
      return ReleaseSet(releases: [], limit: .unreadable(error))
    }
  }

  /// Why there may be more releases than those found.
  private var openEnd: ReleaseSet.Limit? { history.isShallow ? .shallow : nil }

  // MARK: - Tags

  private mutating func tagged(tip: ObjectID?) throws(ReadFailure) -> ReleaseSet {
    var byVersion: [SemVer: [Release]] = [:]
    var foreign: [VersionTag] = []
    for tag in try history.tags() {
      guard let name = VersionTag(tag.name) else { continue }
      // `other/course/v1.0.0` does not even claim to be about this course.
      if let course = name.course, course != courseID { continue }
      switch try judge(name, tag.commit) {
      case .release(let release): byVersion[release.version, default: []].append(release)
      case .foreign: foreign.append(name)
      case .anotherCourse: continue
      }
    }
    var releases: [Release] = []
    var conflicts: [ReleaseSet.Repeated] = []
    var repeated: [ReleaseSet.Repeated] = []
    for (version, found) in byVersion {
      let merged = Self.merged(found)
      if merged.count > 1 {
        conflicts.append(.init(version: version, releases: merged))
        continue
      }
      releases += merged
      if found.count > 1 { repeated.append(.init(version: version, releases: merged)) }
    }
    return ReleaseSet(
      releases: releases, foreignTags: foreign.sorted(by: VersionTag.precedes).map(\.name),
      conflicts: conflicts.sorted { $0.version < $1.version },
      repeated: repeated.sorted { $0.version < $1.version }, limit: openEnd,
      overtaking: try overtaking(releases, tip: tip))
  }

  /// The highest release above the present version that the branch itself went through; a tag of
  /// another line of work says nothing of this one.
  private mutating func overtaking(
    _ releases: [Release], tip: ObjectID?
  ) throws(ReadFailure) -> Release? {
    guard let present else { return nil }
    let higher = releases.filter { $0.version.precedence(to: present) > 0 }
    guard !higher.isEmpty else { return nil }
    var start = tip
    if start == nil { start = try head() }
    guard let start else { return nil }
    let own = Set(try history.firstParentHistory(of: .root, from: start).map(\.id))
    return higher.filter { own.contains($0.commit) }.max { $0.version < $1.version }
  }

  private enum Verdict {
    case release(Release)
    case foreign
    case anotherCourse
  }

  private mutating func judge(_ tag: VersionTag, _ commit: ObjectID) throws(ReadFailure) -> Verdict
  {
    guard let courseID else { return .foreign }
    if let release = try release(tag, commit, courseID, in: folder) { return .release(release) }
    // The course may have stood elsewhere; or the tag releases another course of the repository.
    for other in try manifestFolders(in: commit) where other != folder {
      if let release = try release(tag, commit, courseID, in: other) { return .release(release) }
      if let found = try identity(in: commit, folder: other),
        let version = tag.version(isCalendar: found.isCalendar), found.version == version
      {
        return .anotherCourse
      }
    }
    return .foreign
  }

  private mutating func release(
    _ tag: VersionTag, _ commit: ObjectID, _ courseID: String, in folder: RepoPath
  ) throws(ReadFailure) -> Release? {
    guard let found = try identity(in: commit, folder: folder), found.id == courseID,
      let version = tag.version(isCalendar: found.isCalendar), found.version == version,
      let tree = try history.objectID(at: folder, in: commit)
    else { return nil }
    let info = try history.commit(commit.hex)
    return Release(
      version: version, commit: commit, tree: tree, folder: folder, tags: [tag.name],
      time: info.time)
  }

  /// One release for each tree, with all its tags; the earliest commit speaks for it.
  private static func merged(_ releases: [Release]) -> [Release] {
    var byTree: [ObjectID: [Release]] = [:]
    for release in releases { byTree[release.tree, default: []].append(release) }
    return byTree.values.compactMap { same in
      guard let first = same.min(by: { ($0.time, $0.commit) < ($1.time, $1.commit) }) else {
        return nil
      }
      let tags = same.flatMap(\.tags).sorted { $0.precedesBytewise($1) }
      return Release(
        version: first.version, commit: first.commit, tree: first.tree, folder: first.folder,
        tags: tags, time: first.time)
    }.sorted { ($0.tags.first ?? "") < ($1.tags.first ?? "") }
  }

  // MARK: - Declared versions

  private mutating func declared(tip: ObjectID?) throws(ReadFailure) -> ReleaseSet {
    guard let courseID else { return ReleaseSet(releases: [], limit: openEnd) }
    var start = tip
    if start == nil { start = try head() }
    guard let start else { return ReleaseSet(releases: []) }
    var releases: [SemVer: Release] = [:]
    for (commit, folder) in try walk(from: start, courseID) {
      // What the oldest commit of a shallow clone declares may have been declared long before.
      if history.isShallow, commit.parents.isEmpty { continue }
      guard let found = try identity(in: commit.id, folder: folder), found.id == courseID,
        let version = found.version, !version.isPrerelease,
        let tree = try history.objectID(at: folder, in: commit.id)
      else { continue }
      // The walk goes back in time, so the first commit to declare a version is the last one met.
      releases[version] = Release(
        version: version, commit: commit.id, tree: tree, folder: folder, time: commit.time)
    }
    let higher = releases.values.filter { release in
      present.map { release.version.precedence(to: $0) > 0 } ?? false
    }
    return ReleaseSet(
      releases: Array(releases.values), limit: openEnd,
      overtaking: higher.max { $0.version < $1.version })
  }

  /// The commit that is checked out; nil before the first one.
  private func head() throws(ReadFailure) -> ObjectID? {
    do throws(ReadFailure) { return try history.commit("HEAD").id } catch {
      if error.reason == .missing { return nil }
      throw error
    }
  }

  /// Commits that changed the manifest, newest first, with the folder it stood in.
  private mutating func walk(from start: ObjectID, _ courseID: String) throws(ReadFailure)
    -> [(CommitInfo, RepoPath)]
  {
    var found: [(CommitInfo, RepoPath)] = []
    var next: (commit: ObjectID, folder: RepoPath)? = (start, folder)
    while let (commit, folder) = next {
      next = nil
      let manifest = folder.appending("course.yml")
      let commits = try history.firstParentHistory(of: manifest, from: commit)
      found += commits.map { ($0, folder) }
      guard let oldest = commits.last, let parent = oldest.parents.first else { break }
      // Where the manifest appears, it may have been moved there.
      for (other, blob) in try manifests(in: parent) where other != folder {
        guard let blob, try identity(blob)?.id == courseID else { continue }
        next = (parent, other)
        break
      }
    }
    return found
  }

  // MARK: - Manifests

  private mutating func identity(in commit: ObjectID, folder: RepoPath) throws(ReadFailure)
    -> ManifestIdentity?
  {
    guard let blob = try history.objectID(at: folder.appending("course.yml"), in: commit) else {
      return nil
    }
    return try identity(blob)
  }

  private func identity(_ blob: ObjectID) throws(ReadFailure) -> ManifestIdentity? {
    if let known = identities.byBlob[blob] { return known }
    let bytes: [UInt8]
    do throws(ReadFailure) { bytes = try history.blob(blob, limit: byteLimit) } catch {
      // A folder or a giant of that name is no manifest; anything else must be told.
      if error.reason == .notAFile || error.reason == .tooLarge { return nil }
      throw error
    }
    let identity = ManifestIdentity(bytes)
    identities.byBlob[blob] = identity
    return identity
  }

  private func manifestFolders(in commit: ObjectID) throws(ReadFailure) -> [RepoPath] {
    try manifests(in: commit).map(\.folder)
  }

  /// The folders with a manifest in a commit, and the manifests' blobs.
  private func manifests(
    in commit: ObjectID
  ) throws(ReadFailure) -> [(folder: RepoPath, blob: ObjectID?)] {
    let entries = try history.tree(of: commit, folder: .root).entries
    return entries.filter { $0.isFile && $0.path.string.hasSuffix("course.yml") }
      .filter { $0.path.name == "course.yml" }.map { ($0.path.parent, $0.blob) }
  }
}
