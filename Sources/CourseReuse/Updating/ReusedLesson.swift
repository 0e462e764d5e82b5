import CourseModel
import Identifiers
import SourceCore

/// A reused lesson with what its course, its lock and the releases of its upstream say of it.
struct ReusedLesson {
  let declaration: ReuseDeclaration
  let outcome: LessonOutcome
  /// The upstream course's place in the catalog.
  let upstream: Int
  let range: VersionRange

  var pair: ReuseDeclaration.LessonPair { outcome.pair }

  /// The source that the copy was last brought up to.
  var followed: ObjectID? { outcome.entry.map { $0.translation?.blob ?? $0.lesson.blob } }
}

/// A lesson in a release.
struct ReleasedLesson {
  let release: Release
  let snapshot: CourseSnapshot
  let page: CoursePage
  let way: UpstreamFinder.Way
}

extension ReuseCatalog {
  /// The newest release that has the lesson, of those that `isWanted`.
  func newest(
    _ lesson: ReusedLesson, where isWanted: (Release) -> Bool
  ) throws(ReadFailure) -> ReleasedLesson? {
    let finder = try finder(lesson)
    for release in releases(of: lesson.upstream).releases.reversed() where isWanted(release) {
      let snapshot = try snapshot(release, of: lesson.upstream)
      if let (page, way) = try finder.find(in: snapshot) {
        return ReleasedLesson(release: release, snapshot: snapshot, page: page, way: way)
      }
    }
    return nil
  }

  private func finder(_ lesson: ReusedLesson) throws(ReadFailure) -> UpstreamFinder {
    var known = lesson.outcome.entry?.lesson ?? lesson.outcome.original
    if known == nil {
      for release in releases(of: lesson.upstream).releases.reversed() {
        let snapshot = try snapshot(release, of: lesson.upstream)
        guard let page = snapshot.lesson(lesson.pair.upstream) else { continue }
        known = try snapshot.content(of: page.path)
        break
      }
    }
    return UpstreamFinder(id: lesson.pair.upstream, known: known) {
      self.blob($0, of: lesson.upstream)
    }
  }
}
