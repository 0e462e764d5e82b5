import CourseModel
import Identifiers
import SourceCore

/// Asks the licences of a reused lesson, of its files and of everything it goes back to.
struct LicenceInquiry {
  let catalog: ReuseCatalog
  /// The course that reuses.
  let own: CourseSnapshot
  /// The copy.
  let copy: Lesson
  let kind: ReuseDeclaration.Kind
  /// What the declaration says the original's licence is, where upstream says none.
  let declared: String?

  /// How far back a chain of copies is followed.
  private static let depth = 16

  /// What is to be said, the nearest origin first; nothing where this course names no licence.
  func findings(
    _ original: CoursePage, in snapshot: CourseSnapshot, of upstream: Int, _ version: SemVer
  ) throws(ReadFailure) -> [LicenceFinding] {
    var findings: [LicenceFinding] = []
    let use: LicenceJudge.Use = kind == .verbatim ? .verbatim : .adaptation
    try ask(
      original, snapshot, upstream, version, use: use, via: [], seen: [], declared: declared,
      &findings)
    return findings
  }

  private func ask(
    _ page: CoursePage, _ snapshot: CourseSnapshot, _ index: Int, _ version: SemVer,
    use: LicenceJudge.Use, via: [String], seen: Set<String>, declared: String?,
    _ findings: inout [LicenceFinding]
  ) throws(ReadFailure) {
    let course = catalog.members[index].id ?? ""
    let lesson = try snapshot.parse(page)
    var licence = StatedLicence.of(lesson, in: snapshot.course)
    if licence == .none, let declared { licence = StatedLicence.Found(declared) }
    func add(
      _ part: LicenceFinding.Part, _ licence: StatedLicence.Found, _ here: SPDXExpression,
      _ use: LicenceJudge.Use
    ) {
      guard let answer = answer(licence, here, use) else { return }
      findings.append(
        LicenceFinding(
          part: part, course: course, version: version, via: via,
          upstream: licence.expression?.description ?? "", own: here.description, use: use,
          answer: answer))
    }
    if let here = StatedLicence.of(copy, in: own.course).expression {
      add(.lesson, licence, here, use)
    }
    for (asset, copied, isSame) in try assets(of: lesson, in: snapshot) {
      let other = StatedLicence.of(asset, in: snapshot)
      if other == licence || other == .none { continue }
      guard let here = StatedLicence.of(copied, in: own).expression else { continue }
      add(.asset(asset), other, here, isSame ? .verbatim : .adaptation)
    }
    let id = snapshot.id(of: page)
    let key = "\(course)#\(id)"
    guard via.count < Self.depth, !seen.contains(key) else { return }
    for reuse in snapshot.course.metadata.reuses {
      for pair in reuse.lessons where pair.own == id {
        let further = reuse.kind == .verbatim ? use : .adaptation
        let path = via + [course]
        guard let origin = try origin(reuse, pair, in: snapshot) else {
          findings.append(
            LicenceFinding(
              part: .lesson, course: reuse.course, version: version, via: path, upstream: "",
              own: "", use: further, answer: .gap(.origin(reuse.course))))
          continue
        }
        try ask(
          origin.page, origin.snapshot, origin.index, origin.version, use: further, via: path,
          seen: seen.union([key]), declared: nil, &findings)
      }
    }
  }

  private func answer(
    _ licence: StatedLicence.Found, _ here: SPDXExpression, _ use: LicenceJudge.Use
  ) -> LicenceFinding.Answer? {
    switch licence {
    case .none: return .gap(.none)
    case .unreadable(let text): return .gap(.unreadable(text))
    case .expression(let expression):
      let course = StatedLicence.Found(own.course.metadata.license?.value).expression ?? here
      let outcome = LicenceJudge(use: use, own: here, course: course).judge(expression)
      switch outcome {
      case .allowed: return nil
      case .unknown(let id): return .gap(.notListed(id))
      default: return .judged(outcome)
      }
    }
  }

  /// The files of the original that the copy shows too, with their places here.
  private func assets(
    of lesson: Lesson, in snapshot: CourseSnapshot
  ) throws(ReadFailure) -> [(RepoPath, RepoPath, isSame: Bool)] {
    let shown = own.assets(of: copy)
    var byBlob: [ObjectID: RepoPath] = [:]
    let byName = Dictionary(shown.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for path in shown { byBlob[try own.blob(of: path)] = path }
    var found: [(RepoPath, RepoPath, isSame: Bool)] = []
    for asset in snapshot.assets(of: lesson) where snapshot.course.entry(at: asset)?.isFile == true
    {
      if let path = byBlob[try snapshot.blob(of: asset)] {
        found.append((asset, path, true))
      } else if let path = byName[asset.name] {
        found.append((asset, path, false))
      }
    }
    return found
  }

  private struct Origin {
    let page: CoursePage
    let snapshot: CourseSnapshot
    let index: Int
    let version: SemVer
  }

  /// Where a released course has one of its lessons from.
  private func origin(
    _ reuse: ReuseDeclaration, _ pair: ReuseDeclaration.LessonPair, in snapshot: CourseSnapshot
  ) throws(ReadFailure) -> Origin? {
    guard let index = catalog.index(of: reuse.course) else { return nil }
    let releases = catalog.releases(of: index).releases
    let entry = snapshot.lock?.entry(own: pair.own, course: reuse.course, upstream: pair.upstream)
    let release: Release?
    if let entry {
      release = releases.first { $0.tree == entry.tree }
    } else {
      let range = VersionRange(reuse.version)
      release = releases.last { range?.contains($0.version) == true }
    }
    guard let release else { return nil }
    let other = try catalog.snapshot(release, of: index)
    guard let page = other.lesson(pair.upstream) else { return nil }
    return Origin(page: page, snapshot: other, index: index, version: release.version)
  }
}
