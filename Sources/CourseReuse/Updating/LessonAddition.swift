import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// What is to be reused from now on.
public struct AddRequest: Sendable {
  /// The course that the lessons are from.
  public let course: String
  /// The version range; nil for the newest release and what is compatible with it.
  public let range: String?
  /// Ids of the lessons there.
  public let lessons: [String]
  /// What the copies are to be.
  public let kind: ReuseDeclaration.Kind
  /// Where the copy goes, below the course's folder: a file for one lesson, or a folder.
  public let path: RepoPath?
  /// What is going to be changed.
  public let changes: String?

  /// Makes a request.
  public init(
    course: String, range: String?, lessons: [String], kind: ReuseDeclaration.Kind,
    path: RepoPath?, changes: String?
  ) {
    self.course = course
    self.range = range
    self.lessons = lessons
    self.kind = kind
    self.path = path
    self.changes = changes
  }
}

/// The files that reusing more lessons makes or changes.
public struct AddPlan: Sendable {
  /// One lesson.
  public struct Lesson: Sendable, Hashable {
    /// Its id here.
    public let own: String
    /// Its file, below the course's folder.
    public let path: RepoPath
  }

  /// The release that they are from.
  public let version: SemVer
  /// The lessons.
  public let lessons: [Lesson]
  /// The files with paths below the root of the course's tree: the manifest last.
  public let files: [(path: RepoPath, bytes: [UInt8])]
  /// What a person should know.
  public let remarks: [String]
}

/// Copies lessons of a release into a course, with their files and what the licence asks for.
public struct LessonAddition {
  private let catalog: ReuseCatalog
  private let index: Int
  private let request: AddRequest

  /// Prepares to add to one of the checker's members.
  public init(_ request: AddRequest, to index: Int, _ checker: ReuseChecker) {
    catalog = checker.catalog
    self.index = index
    self.request = request
  }

  private var own: CourseSnapshot { catalog.present(index) }

  /// Works out what is to be written; the lock is not among it.
  public func plan() throws -> AddPlan {
    let upstream = try upstream()
    let (release, range) = try release(upstream)
    let snapshot = try catalog.snapshot(release, of: upstream)
    var files: [RepoPath: [UInt8]] = [:]
    var remarks: [String] = []
    var pairs: [(page: CoursePage, upstream: String, lesson: AddPlan.Lesson)] = []
    for id in request.lessons {
      guard let page = snapshot.lesson(id) else { continue }
      let lesson = try place(page, id, snapshot, taken: pairs.map(\.lesson))
      pairs.append((page, id, lesson))
    }
    var pages: [RepoPath: RepoPath] = [:]
    for reuse in own.course.metadata.reuses where reuse.course == request.course {
      for pair in reuse.lessons {
        if let theirs = snapshot.lesson(pair.upstream), let mine = own.lesson(pair.own) {
          pages[theirs.path] = mine.path
        }
      }
    }
    for pair in pairs { pages[pair.page.path] = pair.lesson.path }
    for pair in pairs {
      try copy(pair.page, to: pair.lesson.path, snapshot, pages, &files, &remarks)
    }
    let isListed = try LessonPlacement(own.course)
      .list(pairs.map { ($0.lesson.own, $0.lesson.path) }, in: &files)
    if !isListed { remarks.append("put the new lessons where the course lists its lessons") }
    try declare(pairs.map { ($0.upstream, $0.lesson.own) }, range, snapshot, &files)
    let manifest = RepoPath.root.appending("course.yml")
    let sorted = files.sorted {
      ($0.key == manifest ? 1 : 0, $0.key) < ($1.key == manifest ? 1 : 0, $1.key)
    }
    return AddPlan(
      version: release.version, lessons: pairs.map(\.lesson),
      files: sorted.map { (own.course.folder.appending($0.key), $0.value) }, remarks: remarks)
  }

  // MARK: - Where from

  private func upstream() throws(ReuseFailure) -> Int {
    guard own.course.manifest != nil else {
      throw ReuseFailure(
        "\(own.course.name) has no course.yml to declare it in", help: "run `academy adopt` first")
    }
    guard request.course != catalog.members[index].id else {
      throw ReuseFailure("a course does not reuse its own lessons")
    }
    if let found = catalog.index(of: request.course) { return found }
    let near = NearMatch.best(for: request.course, among: catalog.ids)
    throw ReuseFailure(
      "no course or source of this academy is `\(request.course)`",
      help: near.map { "did you mean `\($0)`?" }
        ?? "name its repository under `sources` in pipeline.json")
  }

  private func release(_ upstream: Int) throws -> (Release, String) {
    let set = catalog.releases(of: upstream)
    guard let newest = set.newest else {
      throw ReuseFailure(
        "\(request.course) has no release to take lessons from",
        help: set.limit == .noHistory || set.limit == .shallow
          ? "clone its repository in full; `git fetch --unshallow --tags` completes a clone"
          : "ask its office for one")
    }
    var range = request.range ?? ""
    if range.isEmpty {
      let version = newest.version
      range =
        version.isPrerelease || version.major == 0
        ? "^\(version)" : "^\(version.major).\(version.minor)"
    }
    let wanted: VersionRange
    do throws(IdentifierError) { wanted = try VersionRange(parsing: range) } catch {
      throw ReuseFailure("`\(range)` is no version range: \(error.message)", help: error.help)
    }
    let candidates = set.releases.filter { wanted.contains($0.version) }
    for release in candidates.reversed() {
      let snapshot = try catalog.snapshot(release, of: upstream)
      if request.lessons.allSatisfy({ snapshot.lesson($0) != nil }) { return (release, range) }
    }
    guard let best = candidates.last else {
      throw ReuseFailure(
        "`\(range)` allows no release of \(request.course)",
        help: "its releases are \(WordList.joined(set.releases.map(\.version.description)))")
    }
    let ids = try catalog.snapshot(best, of: upstream).lessonIDs
    let lacking = request.lessons.first { !ids.contains($0) } ?? ""
    let near = NearMatch.best(for: lacking, among: ids)
    throw ReuseFailure(
      "\(request.course) \(best.version) has no lesson `\(lacking)`",
      help: near.map { "did you mean `\($0)`?" } ?? "its lessons are \(WordList.joined(ids))")
  }

  // MARK: - Where to

  private func place(
    _ page: CoursePage, _ id: String, _ snapshot: CourseSnapshot, taken: [AddPlan.Lesson]
  ) throws -> AddPlan.Lesson {
    let course = own.course
    var path: RepoPath
    if let wanted = request.path, request.lessons.count == 1, !wanted.fileExtension.isEmpty {
      path = wanted
    } else {
      let folder =
        request.path ?? course.lessons.last?.path.parent
        ?? course.content.appending(page.path.parent)
      path = folder.appending(
        LessonPlacement(course).fileName(
          id, ending: page.path.fileExtension, in: folder, taken: taken.map(\.path)))
    }
    let ownID = try snapshot.parse(page).frontMatter.id ?? Lesson.defaultID(path)
    if own.lesson(ownID) != nil || taken.contains(where: { $0.own == ownID }) {
      throw ReuseFailure(
        "\(course.name) has a lesson `\(ownID)` already",
        help: request.lessons.count == 1 ? "give the copy another name with --to" : nil)
    }
    if course.entry(at: path) != nil || course.hasFolder(path) {
      throw ReuseFailure("`\(path)` is there already", help: "name another file with --to")
    }
    return AddPlan.Lesson(own: ownID, path: path)
  }

  // MARK: - The copy

  private func copy(
    _ page: CoursePage, to path: RepoPath, _ snapshot: CourseSnapshot,
    _ pages: [RepoPath: RepoPath], _ files: inout [RepoPath: [UInt8]], _ remarks: inout [String]
  ) throws {
    let lesson = try snapshot.parse(page)
    let mapping = AssetMapping(
      own: own, copy: nil, path: path, upstream: snapshot, original: lesson)
    let assets = try mapping.paths(of: lesson, in: snapshot)
    let links = LinkMapping(
      target: own, path: path, pages: pages, assets: assets, existing: nil)
    var bytes = links.rewritten(lesson, in: snapshot, from: 0)
    if let licence = try licenceToKeep(lesson, snapshot, &remarks) {
      bytes = Self.adding("license: \(BlockList.scalar(licence))", to: lesson, bytes)
    }
    files[path] = bytes
    for (theirs, mine) in assets {
      guard let content = snapshot.file(theirs) else { continue }
      if own.course.entry(at: mine) == nil { files[mine] = content }
      let sidecar = theirs.parent.appending(theirs.name + ".license")
      let copied = mine.parent.appending(mine.name + ".license")
      if let text = snapshot.file(sidecar), own.course.entry(at: copied) == nil {
        files[copied] = text
      }
    }
  }

  /// The licence that the copy has to name itself; throws where no licence allows the copy.
  private func licenceToKeep(
    _ lesson: Lesson, _ snapshot: CourseSnapshot, _ remarks: inout [String]
  ) throws(ReuseFailure) -> String? {
    let found = StatedLicence.of(lesson, in: snapshot.course)
    guard let theirs = found.expression else {
      remarks.append(
        "\(request.course) names no licence that is understood: ask before you publish")
      return nil
    }
    guard let mine = StatedLicence.Found(own.course.metadata.license?.value).expression else {
      return nil
    }
    let use: LicenceJudge.Use = request.kind == .verbatim ? .verbatim : .adaptation
    let stated = lesson.frontMatter.license.map { StatedLicence.Found($0).expression ?? theirs }
    let outcome = LicenceJudge(use: use, own: stated ?? mine, course: mine).judge(theirs)
    if outcome == .allowed { return nil }
    if case .unknown(let id) = outcome {
      remarks.append("the licence matrix does not have \(id): read that licence before you publish")
      return nil
    }
    if stated == nil, LicenceJudge(use: use, own: theirs, course: mine).judge(theirs) == .allowed {
      remarks.append("the copy of `\(lesson.id)` keeps its licence, \(theirs)")
      return theirs.description
    }
    let pair =
      switch outcome {
      case .forbidden(let pair), .mustKeep(let pair), .notRecommended(let pair): pair
      default: LicenceJudge.Pair(upstream: theirs.description, own: mine.description)
      }
    throw ReuseFailure(
      "`\(lesson.id)` is \(theirs) and may not be \(use == .verbatim ? "copied into" : "changed for") "
        + "a course under \(mine): \(LicenceMatrix.source(pair.upstream, pair.own))",
      help: "\(LicenceReport.advice); ask its authors for a permission, or link to the lesson")
  }

  /// The text with one more line of front matter.
  private static func adding(_ line: String, to lesson: Lesson, _ bytes: [UInt8]) -> [UInt8] {
    guard let range = lesson.frontMatter.range, !range.isEmpty else {
      return Array("---\n\(line)\n---\n\n".utf8) + bytes
    }
    // Links stand behind the front matter, so it is where it was.
    let first = lesson.lines.line(at: range.start)
    let place = lesson.lines.range(ofLine: first).upperBound
    return bytes[..<place] + Array("\(line)\n".utf8) + bytes[place...]
  }

  // MARK: - The manifest

  private func declare(
    _ pairs: [(upstream: String, own: String)], _ range: String, _ snapshot: CourseSnapshot,
    _ files: inout [RepoPath: [UInt8]]
  ) throws(ReuseFailure) {
    guard let manifest = own.course.manifest else { return }
    let isList = pairs.allSatisfy { $0.upstream == $0.own }
    let names = pairs.map { pair in
      isList
        ? BlockList.scalar(pair.own)
        : "\(BlockList.scalar(pair.upstream)): \(BlockList.scalar(pair.own))"
    }.joined(separator: ", ")
    var item = [
      "course: \(BlockList.scalar(request.course))", "version: \(BlockList.scalar(range))",
      "as: \(request.kind.rawValue)", "lessons: " + (isList ? "[\(names)]" : "{\(names)}"),
    ]
    let earlier = EarlierChanges.of(
      pairs.map(\.upstream), in: snapshot.course, called: request.course)
    let changes = [request.changes].compactMap(\.self) + earlier
    if !changes.isEmpty, request.changes != nil || request.kind != .verbatim {
      item.append("changes: \(BlockList.scalar(changes.joined(separator: " ")))")
    } else if request.kind == .adapted {
      item.append("# changes: say here what you change (CC BY 4.0, 3.a.1.B)")
    }
    item += CreditLines.of(snapshot.course)
    try LessonPlacement.add(item, to: "reuses", of: manifest, &files)
  }
}
