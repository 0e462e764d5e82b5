import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// Follows what a course's manifest says it reuses, to the releases and lessons it was taken from.
struct ReuseResolver {
  private let catalog: ReuseCatalog
  private let index: Int

  init(_ catalog: ReuseCatalog, course index: Int) {
    self.catalog = catalog
    self.index = index
  }

  /// Follows everything; a lock with a merge's conflict in it is mended first where that is asked.
  func resolve(mending: Bool = false) -> ReuseFacts {
    let course = catalog.members[index].course
    let lock = mending ? mended(readLock()) : readLock()
    let declarations = course.metadata.reuses
    let taken = TakenLessons(by: catalog.present(index), lock.file)
    var names: MeantNames?
    let outcomes = declarations.map { outcome($0, lock.file, taken, &names) }
    // A mistyped id leaves its entry behind; the entry goes right with the id, so it is not told.
    let isSound = outcomes.allSatisfy { $0.problem == nil && $0.lessons.allSatisfy(\.isNamedRight) }
    let declared = Set(
      declarations.lazy.flatMap { reuse in
        reuse.lessons.lazy.map {
          LockFile.Pair(own: $0.own, course: reuse.course, upstream: $0.upstream)
        }
      })
    let leftover = (isSound ? lock.file?.entries ?? [] : []).filter { entry in
      !declared.contains(entry.pair)
    }
    var facts = ReuseFacts(
      course: course, releases: catalog.released(index), knownCourses: catalog.ids, lock: lock,
      reuses: outcomes, leftover: leftover)
    facts.network = NetworkInquiry(catalog: catalog, index: index).ask(facts)
    if let id = course.metadata.id?.value, catalog.index(of: id) == index {
      facts.twins = catalog.twins(of: id)
    }
    return facts
  }

  /// The lock with both sides of a merge's conflict taken together.
  private func mended(_ lock: LockState) -> LockState {
    guard case .unusable(let problem) = lock.content, problem.kind == .conflict,
      let text = lock.text, let file = LockMerge.mend(text.bytes, catalog.members[index].course)
    else { return lock }
    return LockState(path: lock.path, text: text, content: .read(file))
  }

  private func readLock() -> LockState {
    let path = RepoPath.root.appending(LockFile.name)
    let bytes: [UInt8]
    do throws(ReadFailure) {
      guard let read = try catalog.file(path, of: index) else {
        return LockState(path: path, text: nil, content: .absent)
      }
      bytes = read
    } catch {
      let problem = LockProblem(
        .unreadable, nil, "the lock cannot be read: \(error.asClause)", help: error.help)
      return LockState(path: path, text: nil, content: .unusable(problem))
    }
    let text = SourceText(path: path, bytes: bytes)
    do throws(LockProblem) {
      return LockState(path: path, text: text, content: .read(try LockReader.read(bytes)))
    } catch {
      return LockState(path: path, text: text, content: .unusable(error))
    }
  }

  // MARK: - One entry of `reuses`

  private func outcome(
    _ declaration: ReuseDeclaration, _ lock: LockFile?, _ taken: TakenLessons,
    _ names: inout MeantNames?
  ) -> ReuseOutcome {
    guard let upstream = catalog.index(of: declaration.course) else {
      return failed(declaration, .unknownCourse(meant: meant(by: declaration.course, &names)))
    }
    let range: VersionRange
    let isCalendar =
      catalog.members[upstream].course.manifest?["versioning"]?.stringValue == "calver"
    do throws(IdentifierError) {
      range = try VersionRange(parsing: declaration.version, isCalendar: isCalendar)
    } catch {
      return failed(declaration, .badRange(error), upstream)
    }
    let releases = catalog.releases(of: upstream)
    let candidates = releases.releases.filter { range.contains($0.version) }
    var problem: ReuseOutcome.Problem?
    let resolver = LessonResolver(
      catalog: catalog, own: index, upstream: upstream, declaration: declaration, range: range,
      candidates: candidates.reversed(), lock: lock, taken: taken)
    let lessons = declaration.lessons.map { resolver.resolve($0) }
    if candidates.isEmpty, releases.limit == nil,
      lessons.isEmpty || lessons.contains(where: { $0.entry == nil })
    {
      problem = .noRelease
    }
    var outcome = ReuseOutcome(
      declaration: declaration, problem: problem, releases: releases,
      presentVersion: catalog.members[upstream].course.metadata.version?.value,
      label: catalog.members[upstream].label,
      credit: credit(declaration, upstream, lessons.lazy.compactMap(\.release).first),
      lessons: lessons)
    outcome.isFromSource = upstream >= catalog.ownCount
    outcome.twins = catalog.twins(of: declaration.course)
    for lesson in lessons {
      for case .moved(let entry, _) in lesson.problems where outcome.traces[entry.commit] == nil {
        outcome.traces[entry.commit] = catalog.trace(entry.commit, of: upstream)
      }
    }
    return outcome
  }

  /// The course that was meant by an id that nobody has; never the one that is followed.
  private func meant(by id: String, _ names: inout MeantNames?) -> String? {
    if names == nil { names = MeantNames(catalog.nearIDs) }
    let own = catalog.members[index].id
    guard let near = names?.meant(by: id) else { return nil }
    return near == own ? NearMatch.best(for: id, among: catalog.ids.filter { $0 != own }) : near
  }

  private func failed(
    _ declaration: ReuseDeclaration, _ problem: ReuseOutcome.Problem, _ upstream: Int? = nil
  ) -> ReuseOutcome {
    let member = upstream.map { catalog.members[$0] }
    return ReuseOutcome(
      declaration: declaration, problem: problem,
      releases: upstream.map { catalog.releases(of: $0) } ?? ReleaseSet(releases: []),
      presentVersion: member?.course.metadata.version?.value, label: member?.label ?? "",
      credit: credit(declaration, upstream, nil), lessons: [])
  }

  /// The address of a course's repository, where it was fetched from one.
  private func address(_ upstream: Int) -> String? {
    let label = catalog.members[upstream].label
    return label.hasPrefix("https://") ? label : nil
  }

  private func credit(_ declaration: ReuseDeclaration, _ upstream: Int?, _ release: Release?)
    -> ResolvedReuse.Credit
  {
    var course: Course?
    if let upstream {
      // What the release says counts; a later change of authors or licence does not reach back.
      let released = release.flatMap { try? catalog.snapshot($0, of: upstream) }
      course = (released ?? catalog.present(upstream)).course
    }
    let authors = (course?.metadata.authors ?? []).map(\.name).joined(separator: ", ")
    return ResolvedReuse.Credit(
      title: declaration.attributionTitle ?? course?.metadata.title,
      author: declaration.attributionAuthor ?? (authors.isEmpty ? nil : authors),
      source: declaration.attributionSource ?? declaration.url
        ?? course?.config?["url"]?.stringValue
        ?? course?.citation?["repository-code"]?.stringValue
        ?? course?.citation?["url"]?.stringValue ?? upstream.flatMap(address),
      license: course?.metadata.license?.value)
  }
}

extension ReadFailure {
  /// The message without its full stop, to stand inside another sentence.
  var asClause: String { message.hasSuffix(".") ? String(message.dropLast()) : message }
}
