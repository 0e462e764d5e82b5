import CourseModel
import Identifiers
import SourceCore

/// The courses that a run knows, and what has been read of their releases so far.
final class ReuseCatalog {
  let members: [AcademyMember]
  /// How many of them are the academy's own; the others are only reused from.
  let ownCount: Int
  /// Ids of all courses that have one, sorted.
  let ids: [String]
  /// Their ids, to find the one that was meant.
  private(set) lazy var nearIDs = NearMatch.Index(ids)
  let limit: Int
  let byID: [String: [Int]]
  /// What earlier runs have found out; nil where it is not to be used.
  let store: (any FactStore)?
  /// What this run has found out for the next.
  var additions: [(key: FactKey, value: [UInt8])] = []
  /// What the check that is going on looks at.
  var trace: CheckTrace?
  /// Digests of courses by their ids, as far as they were asked for.
  var courseDigests: [String: [UInt8]?] = [:]
  private(set) lazy var recalled = recallReleases()
  private let identities = ManifestIdentities()
  private var releaseSets: [Int: ReleaseSet] = [:]
  private var releasedSets: [Int: ReleaseSet] = [:]
  /// Courses of which commits count as versions.
  private var withCommits: Set<Int> = []
  private var presents: [Int: CourseSnapshot] = [:]
  private var released: [ObjectID: CourseSnapshot] = [:]

  init(
    _ own: [AcademyMember], sources: [AcademyMember], limit: Int, store: (any FactStore)? = nil
  ) {
    self.store = store
    members = own + sources
    ownCount = own.count
    self.limit = limit
    var byID: [String: [Int]] = [:]
    for (i, member) in members.enumerated() {
      if let id = member.id { byID[id, default: []].append(i) }
    }
    self.byID = byID
    ids = byID.keys.sorted { $0.precedesBytewise($1) }
  }

  /// The course with this id; of several, the first, so that the academy's own come before sources.
  func index(of id: String) -> Int? {
    trace?.courses.insert(id)
    return byID[id]?.first
  }

  /// Where else courses say that they have this id: all places but the first.
  func twins(of id: String) -> [String] {
    guard let all = byID[id], all.count > 1 else { return [] }
    var seen: Set<String> = [members[all[0]].place]
    // One course may be listed both as a member and as a source.
    return all.dropFirst().map { members[$0].place }.filter { seen.insert($0).inserted }
  }

  /// What became of a commit that a lock names.
  func trace(_ commit: ObjectID, of index: Int) -> CommitTrace {
    trace?.isPassing = true
    guard let history = members[index].history, let known = try? history.commit(commit.hex) else {
      return .gone
    }
    guard let head = members[index].head ?? (try? history.commit("HEAD").id),
      let past = try? history.firstParentHistory(of: .root, from: head)
    else { return .aside }
    return past.contains { $0.id == known.id } ? .onBranch : .aside
  }

  /// The releases of a course, and the commits of it that manifests and locks name as versions.
  ///
  /// Of a course that has released nothing, its newest commit is among them.
  func releases(of index: Int) -> ReleaseSet {
    // Which commits are named depends on the locks of all courses.
    defer { if withCommits.contains(index) { trace?.isPassing = true } }
    if let known = releaseSets[index] { return known }
    let set = released(index)
    let commits = commits(of: index, isReleased: !set.releases.isEmpty)
    if !commits.isEmpty { withCommits.insert(index) }
    let all = set.adding(commits)
    releaseSets[index] = all
    return all
  }

  /// What a course has released itself.
  func released(_ index: Int) -> ReleaseSet {
    if let known = releasedSets[index] { return known }
    let recalled = recalled[index]
    let set = recalled?.facts.flatMap { ReleaseSet(facts: $0) } ?? findReleases(of: members[index])
    if let recalled, recalled.facts == nil, let facts = set.facts() {
      additions.append((recalled.key, facts))
    }
    releasedSets[index] = set
    return set
  }

  private lazy var commitVersions = CommitVersion.named(by: self)

  private func commits(of index: Int, isReleased: Bool) -> [Release] {
    let member = members[index]
    guard let id = member.id, let versions = commitVersions[id], let history = member.history else {
      return []
    }
    var found = versions.sorted { $0.version < $1.version }.compactMap {
      $0.release(of: member.repositoryFolder, in: history)
    }
    if !isReleased,
      let tip = try? member.head.map({ try history.commit($0.hex) }) ?? history.commit("HEAD"),
      let newest = CommitVersion(tip).release(of: member.repositoryFolder, in: history),
      !found.contains(where: { $0.tree == newest.tree })
    {
      found.append(newest)
    }
    return found
  }

  private func findReleases(of member: AcademyMember) -> ReleaseSet {
    guard let history = member.history else { return ReleaseSet(releases: [], limit: .noHistory) }
    let metadata = member.course.metadata
    var finder = ReleaseFinder(
      history: history, folder: member.repositoryFolder, courseID: metadata.id?.value,
      mode: metadata.releases, present: metadata.version?.value, limit: limit,
      identities: identities)
    return finder.find(tip: member.head)
  }

  /// A course as it is now.
  func present(_ index: Int) -> CourseSnapshot {
    if let known = presents[index] { return known }
    let member = members[index]
    let snapshot = CourseSnapshot(
      course: member.course, view: member.view, facts: member.facts, limit: limit)
    presents[index] = snapshot
    return snapshot
  }

  /// A course as it was released.
  func snapshot(_ release: Release, of index: Int) throws(ReadFailure) -> CourseSnapshot {
    note(release.tree, of: index)
    note(release.commit, of: index)
    if let known = released[release.tree] { return known }
    guard let history = members[index].history else {
      throw ReadFailure(.missing, "There is no repository to read the release from.")
    }
    let view = try history.tree(of: release.commit, folder: release.folder)
    let all = CourseDiscovery.courses(in: view.entries)
    guard let found = all.first(where: { $0.folder.isRoot }) else {
      throw ReadFailure(.missing, "The release holds no course.")
    }
    let course = CourseReader(limit: limit).read(found, among: all, in: view)
    let snapshot = CourseSnapshot(course: course, view: view, facts: nil, limit: limit)
    released[release.tree] = snapshot
    return snapshot
  }

  private lazy var reuses = ReuseIndex(self)
  /// Which lessons lie in a circle of copies.
  private(set) lazy var lessonCircles = Circles(reuses.origins)
  /// Which courses lie in a circle of reuse.
  private(set) lazy var courseCircles = Circles(
    byID.mapValues { members[$0[0]].course.metadata.reuses.map(\.course) })

  /// What a lesson, written `course#lesson`, was taken from.
  func origins(of lesson: String) -> [String] { reuses.origins[lesson] ?? [] }

  /// Who reuses a lesson, and at which version.
  func takers(of course: String, _ lesson: String) -> [ReuseIndex.Taker] {
    reuses.takers["\(course)#\(lesson)"] ?? []
  }

  /// The bytes of a blob in the repository of a course; nil where they cannot be had.
  func blob(_ id: ObjectID, of index: Int) -> [UInt8]? {
    let bytes = try? members[index].history?.blob(id, limit: limit)
    if bytes == nil { trace?.isPassing = true } else { note(id, of: index) }
    return bytes
  }

  /// Takes note of an object that a check reads.
  func note(_ object: ObjectID, of index: Int) {
    guard trace != nil else { return }
    guard let id = members[index].id, byID[id]?.first == index else {
      trace?.isPassing = true
      return
    }
    trace?.objects.insert(.init(course: id, id: object))
  }

  /// A file of a course.
  func file(_ path: RepoPath, of index: Int) throws(ReadFailure) -> [UInt8]? {
    let member = members[index]
    guard let entry = member.view.entry(at: member.course.folder.appending(path)), entry.isFile
    else { return nil }
    return try member.view.read(entry, limit: limit)
  }
}
