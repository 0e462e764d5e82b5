import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// Asks of a copy what its kind promises: licences of all, notices and sections of an adapted one,
/// language, structure and age of a translated one.
struct CopyInquiry {
  let catalog: ReuseCatalog
  let own: Int
  let upstream: Int
  let declaration: ReuseDeclaration
  let copy: Lesson

  func ask(
    _ original: CoursePage, in snapshot: CourseSnapshot, _ version: SemVer,
    _ outcome: inout LessonOutcome
  ) throws(ReadFailure) {
    let present = catalog.present(own)
    let node = present.course.reuse(declaration)
    do throws(ReadFailure) {
      outcome.licences = try LicenceInquiry(
        catalog: catalog, own: present, copy: copy, kind: declaration.kind,
        declared: node?["attribution"]?["license"]?.stringValue
      ).findings(original, in: snapshot, of: upstream, version)
    } catch {
      // What an origin further back lacks says nothing against comparing the copy itself.
      outcome.problems.append(.unverified(.unreadable(error)))
    }
    let source = try snapshot.parse(original)
    switch declaration.kind {
    case .verbatim: follow(&outcome)
    case .adapted:
      outcome.sections = SectionComparison(from: source, to: copy)
      outcome.lostNotices = NoticeCheck.lost(
        from: source, snapshot.id(of: original), in: snapshot.course, by: copy, node)
      follow(&outcome)
    case .translated:
      outcome.lostNotices = NoticeCheck.lostChanges(
        snapshot.id(of: original), in: snapshot.course, by: copy, node)
      outcome.translation = try translation(source, original, snapshot, outcome)
    }
  }

  /// Notes which state the copy follows, where the lock has been moved on without it.
  private func follow(_ outcome: inout LessonOutcome) {
    guard let entry = outcome.entry, let checked = entry.translation?.blob,
      checked != entry.lesson.blob
    else { return }
    outcome.follows = version(of: checked, entry.upstream).map { .version($0) } ?? .unknown
  }

  /// The newest release in which the lesson has this content.
  private func version(of blob: ObjectID, _ id: String) -> SemVer? {
    for release in catalog.releases(of: upstream).releases.reversed() {
      guard let snapshot = try? catalog.snapshot(release, of: upstream) else { continue }
      if let page = snapshot.lesson(id), (try? snapshot.blob(of: page.path)) == blob {
        return release.version
      }
    }
    return nil
  }

  private func translation(
    _ source: Lesson, _ original: CoursePage, _ snapshot: CourseSnapshot, _ outcome: LessonOutcome
  ) throws(ReadFailure) -> TranslationFacts {
    var facts = TranslationFacts(
      language: TranslationLanguageCheck.problem(
        copy, catalog.present(own).course, source, snapshot.course),
      structure: TranslationStructure.problems(of: copy, against: source))
    let blob = try snapshot.blob(of: original.path)
    guard let entry = outcome.entry, let marks = entry.translation else { return facts }
    let (stale, unread) = catalog.marks(copy, source, blob, snapshot, upstream).stale(marks)
    var versions: [ObjectID: SemVer] = [:]
    for blob in Set(stale.map(\.blob)) { versions[blob] = version(of: blob, entry.upstream) }
    facts.stale = stale.map { .init(paragraph: $0.paragraph, version: versions[$0.blob]) }
    facts.unread = unread
    return facts
  }
}

extension ReuseCatalog {
  /// Follows the marks of a translation whose source is a lesson of a release.
  func marks(
    _ own: Lesson, _ source: Lesson, _ blob: ObjectID, _ snapshot: CourseSnapshot, _ upstream: Int
  ) -> TranslationMarks {
    TranslationMarks(own: own, source: source, blob: blob) { id in
      if id == blob { return source }
      return self.blob(id, of: upstream).map { snapshot.parse($0, as: source.path) }
    }
  }
}
