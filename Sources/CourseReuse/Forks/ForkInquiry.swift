import CourseModel
import Identifiers
import SourceCore

/// Finds out what a fork took from its upstream, and what became of it.
struct ForkInquiry {
  private let catalog: ReuseCatalog
  private let own: Int
  private let upstream: Int
  private let course: String

  /// - Parameter course: the upstream course's id.
  init(_ catalog: ReuseCatalog, own: Int, upstream: Int, course: String) {
    self.catalog = catalog
    self.own = own
    self.upstream = upstream
    self.course = course
  }

  /// A fork's lesson with what it was made from.
  private struct Taken {
    let own: Int
    let upstream: ForkLesson
    let relation: ForkMatching.Relation
    /// The state of upstream that it was found in.
    let state: Release
  }

  func report() throws -> ForkReport {
    let mine = catalog.present(own)
    let lessons = try mine.course.lessons.map { page throws(ReadFailure) in
      try ForkLesson(page, in: mine)
    }
    let point = try point(mine)
    let start = try state(point.commit)
    let tip = try tip() ?? start
    let declared = declared(mine)
    var taken: [Int: Taken] = [:]
    var theirs: [[ForkLesson]] = []
    for state in start.tree == tip.tree ? [start] : [start, tip] {
      let snapshot = try catalog.snapshot(state, of: upstream)
      let all = try snapshot.course.lessons.map { page throws(ReadFailure) in
        try ForkLesson(page, in: snapshot)
      }
      theirs.append(all)
      let gone = Set(taken.values.map(\.upstream.id)).union(declared.values)
      let free = all.filter { !gone.contains($0.id) }
      let matching = ForkMatching(lessons, in: mine.course, free, in: snapshot.course) { i in
        taken[i] != nil || declared[lessons[i].id]?.isEmpty == false
      }
      for pair in matching.pairs {
        taken[pair.own] = Taken(
          own: pair.own, upstream: free[pair.upstream], relation: pair.relation, state: state)
      }
    }
    var rows: [ForkReport.Row] = []
    for (i, lesson) in lessons.enumerated() {
      if let id = declared[lesson.id] {
        let original = taken[i]?.upstream ?? theirs.joined().first { $0.id == id }
        rows.append(
          .init(own: .init(lesson), upstream: original.map { .init($0) }, kind: .declared))
      } else if let one = taken[i] {
        rows.append(try row(lesson, one))
      } else {
        rows.append(alone(lesson, theirs[0], taken))
      }
    }
    let known = Set(taken.values.map(\.upstream.id)).union(declared.values)
    let old = Set(theirs[0].map(\.id))
    for lesson in theirs[0] where !known.contains(lesson.id) {
      rows.append(.init(own: nil, upstream: .init(lesson), kind: .dropped))
    }
    let blobs = Set(theirs[0].map(\.blob))
    for lesson in theirs.count > 1 ? theirs[1] : []
    where !known.contains(lesson.id) && !old.contains(lesson.id) && !blobs.contains(lesson.blob) {
      rows.append(.init(own: nil, upstream: .init(lesson), kind: .new))
    }
    return ForkReport(
      point: point, releases: catalog.released(upstream).releases.map(\.version), rows: rows,
      items: try items(rows, start))
  }

  // MARK: - States

  private func point(_ mine: CourseSnapshot) throws -> ForkPoint {
    let pages = try mine.course.pages.map { page throws(ReadFailure) in
      (path: page.path, blob: try mine.blob(of: page.path), bytes: try mine.bytes(of: page))
    }
    let search = ForkPointSearch(
      own: catalog.members[own], upstream: catalog.members[upstream], pages: pages)
    guard let point = try search.find() else {
      throw ReuseFailure(
        "\(catalog.members[upstream].place) has no history to find the fork's beginning in",
        help: "name the address of its repository, or a clone of it")
    }
    return point
  }

  /// A commit of upstream as if it were a release.
  private func state(_ commit: CommitInfo) throws -> Release {
    let member = catalog.members[upstream]
    guard let history = member.history,
      let release = CommitVersion(commit).release(of: member.repositoryFolder, in: history)
    else {
      throw ReuseFailure("commit \(commit.id.hex.prefix(12)) of \(member.label) lacks the course")
    }
    return release
  }

  private func tip() throws -> Release? {
    guard let history = catalog.members[upstream].history else { return nil }
    let head = try catalog.members[upstream].head ?? history.commit("HEAD").id
    return try? state(try history.commit(head.hex))
  }

  /// The own lessons that the manifest has an origin for, with their ids upstream; an empty one where
  /// they are from another course.
  private func declared(_ mine: CourseSnapshot) -> [String: String] {
    var declared: [String: String] = [:]
    for reuse in mine.course.metadata.reuses {
      for pair in reuse.lessons { declared[pair.own] = reuse.course == course ? pair.upstream : "" }
    }
    return declared
  }

  // MARK: - Lessons

  private func row(_ lesson: ForkLesson, _ taken: Taken) throws -> ForkReport.Row {
    var row = ForkReport.Row(
      own: .init(lesson), upstream: .init(taken.upstream), kind: .reused(.adapted))
    switch taken.relation {
    case .translated(let likeness):
      row = ForkReport.Row(own: row.own, upstream: row.upstream, kind: .reused(.translated))
      row.share = Int(likeness * 100)
      row.version = try closest(lesson, taken).version
    case .same, .alike:
      if let release = try verbatim(lesson, taken) {
        row = ForkReport.Row(own: row.own, upstream: row.upstream, kind: .reused(.verbatim))
        row.version = release.version
        return row
      }
      if case .alike(let share) = taken.relation { row.share = min(99, Int(share * 100)) }
      row.version = try closest(lesson, taken).version
    }
    return row
  }

  /// The newest release in which a lesson reads as the fork's; else the state it was found in, where
  /// it reads so there.
  private func verbatim(_ lesson: ForkLesson, _ taken: Taken) throws -> Release? {
    var known: [ObjectID: Bool] = [:]
    for release in releases + [taken.state] {
      guard let (page, snapshot) = try find(taken, in: release) else { continue }
      let blob = try snapshot.blob(of: page.path)
      let isEqual: Bool
      if let answer = known[blob] {
        isEqual = answer
      } else {
        let result = LessonComparison(
          own: .init(lesson: lesson.lesson, course: catalog.present(own)),
          upstream: .init(lesson: try snapshot.parse(page), course: snapshot), taken: [:]
        ).run()
        isEqual = result.isSameText && result.assets.allSatisfy { $0.path == nil }
      }
      known[blob] = isEqual
      if isEqual { return release }
    }
    return nil
  }

  /// The release whose lesson is most like the fork's; the state it was found in where there is none.
  private func closest(_ lesson: ForkLesson, _ taken: Taken) throws -> Release {
    let text = Similarity(lesson.lesson.text.bytes)
    var known: [ObjectID: Double] = [:]
    var best: (release: Release, score: Double)?
    for release in releases {
      guard let (page, snapshot) = try find(taken, in: release) else { continue }
      let blob = try snapshot.blob(of: page.path)
      let score = try known[blob] ?? text.score(Similarity(snapshot.bytes(of: page)))
      known[blob] = score
      if best.map({ score > $0.score }) ?? true { best = (release, score) }
    }
    return best?.release ?? taken.state
  }

  /// The releases, the newest first.
  private var releases: [Release] {
    catalog.released(upstream).releases.reversed()
  }

  private func find(
    _ taken: Taken, in release: Release
  ) throws -> (page: CoursePage, snapshot: CourseSnapshot)? {
    let snapshot = try catalog.snapshot(release, of: upstream)
    let known = LockFile.Content(
      path: taken.upstream.page.path, blob: taken.upstream.blob, sha256: "")
    let finder = UpstreamFinder(id: taken.upstream.id, known: known) { id in
      catalog.blob(id, of: upstream)
    }
    return try finder.find(in: snapshot).map { ($0.0, snapshot) }
  }

  private func alone(
    _ lesson: ForkLesson, _ theirs: [ForkLesson], _ taken: [Int: Taken]
  ) -> ForkReport.Row {
    let free = theirs.filter { other in !taken.values.contains { $0.upstream.id == other.id } }
    guard let instead = free.first(where: { lesson.isNamed(as: $0) }) else {
      return .init(own: .init(lesson), upstream: nil, kind: .own(insteadOf: nil, shared: 0))
    }
    let shared = max(
      lesson.words.contained(in: instead.words), instead.words.contained(in: lesson.words))
    return .init(
      own: .init(lesson), upstream: nil,
      kind: .own(insteadOf: .init(instead), shared: Int(shared * 100)))
  }

  // MARK: - Declaring

  /// One entry for each kind and range, verbatim lessons first.
  private func items(_ rows: [ForkReport.Row], _ start: Release) throws -> [[String]] {
    let credited = try credited(start).course
    let credit = CreditLines.of(credited)
    var items: [[String]] = []
    for kind in ReuseDeclaration.Kind.allCases {
      let all = rows.filter { $0.kind == .reused(kind) }
      var groups: [(key: String, rows: [ForkReport.Row])] = []
      for row in all {
        guard let version = row.version else { continue }
        let key = Self.line(version)
        if let i = groups.firstIndex(where: { $0.key == key }) {
          groups[i].rows.append(row)
        } else {
          groups.append((key, [row]))
        }
      }
      for group in groups {
        guard let lowest = group.rows.compactMap(\.version).min() else { continue }
        let earlier = EarlierChanges.of(
          group.rows.compactMap(\.upstream?.id), in: credited, called: course
        ).joined(separator: " ")
        items.append(item(kind, Self.range(lowest), group.rows, earlier) + credit)
      }
    }
    return items
  }

  /// The course as whose credit is due: as its newest release says it, else as it was.
  private func credited(_ start: Release) throws -> CourseSnapshot {
    try catalog.snapshot(releases.first ?? start, of: upstream)
  }

  private func item(
    _ kind: ReuseDeclaration.Kind, _ range: String, _ rows: [ForkReport.Row], _ earlier: String
  ) -> [String] {
    var lines = [
      "course: \(BlockList.scalar(course))", "version: \(BlockList.scalar(range))",
      "as: \(kind.rawValue)",
    ]
    let pairs = rows.compactMap { row in
      row.own.flatMap { own in row.upstream.map { (theirs: $0.id, mine: own.id) } }
    }
    let isList = pairs.allSatisfy { $0.theirs == $0.mine }
    let names = pairs.map { pair in
      isList
        ? BlockList.scalar(pair.mine)
        : "\(BlockList.scalar(pair.theirs)): \(BlockList.scalar(pair.mine))"
    }
    let line = names.joined(separator: ", ")
    if line.utf8.count <= 70 {
      lines.append("lessons: " + (isList ? "[\(line)]" : "{\(line)}"))
    } else {
      lines.append("lessons:")
      lines += names.map { isList ? "  - \($0)" : "  \($0)" }
    }
    if !earlier.isEmpty, kind != .verbatim {
      lines.append("changes: \(BlockList.scalar(earlier))")
    }
    if kind == .adapted {
      lines.append(
        earlier.isEmpty
          ? "# changes: say here what you changed (CC BY 4.0, 3.a.1.B)"
          : "# say there too what you changed (CC BY 4.0, 3.a.1.B)")
    }
    return lines
  }

  /// Versions of one line are in one range.
  private static func line(_ version: SemVer) -> String {
    if CommitVersion(version) != nil || version.isPrerelease { return version.description }
    return version.major == 0 ? "0.\(version.minor)" : "\(version.major)"
  }

  private static func range(_ version: SemVer) -> String {
    version.isPrerelease || version.major == 0
      ? "^\(version)" : "^\(version.major).\(version.minor)"
  }
}

extension ForkReport.Row.Lesson {
  init(_ lesson: ForkLesson) { self.init(id: lesson.id, path: lesson.page.path) }
}

extension ReuseChecker {
  /// Finds out what one of the members, a fork, took from another course.
  ///
  /// - Parameter source: the upstream course, as one of the checker's sources.
  public func fork(_ index: Int, ofSource source: Int) throws -> ForkReport {
    let upstream = catalog.ownCount + source
    let report = try ForkInquiry(
      catalog, own: index, upstream: upstream, course: catalog.members[upstream].id ?? ""
    ).report()
    guard report.reusedCount > 0 || report.rows.contains(where: { $0.kind == .declared }) else {
      throw ReuseFailure(
        "no lesson here is one of \(catalog.members[upstream].place)",
        help: "name the course that this one was forked from")
    }
    return report
  }
}
