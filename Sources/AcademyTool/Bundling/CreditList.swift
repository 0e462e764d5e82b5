import CourseBundle
import CourseModel
import Identifiers
import SourceCore

/// Turns what reuse resolved into the credits that a bundle prints.
enum CreditList {
  /// Credits by the path of the reused lesson, below its course's folder.
  static func credits(_ reuses: [ResolvedReuse]) -> [RepoPath: ReuseCredit] {
    var credits: [RepoPath: ReuseCredit] = [:]
    for reuse in reuses {
      for lesson in reuse.lessons {
        credits[lesson.ownPath] = ReuseCredit(
          course: reuse.declaration.course, version: lesson.release.version.description,
          title: reuse.credit.title ?? reuse.declaration.course, author: reuse.credit.author,
          license: reuse.credit.license, kind: reuse.declaration.kind,
          sourceURL: reuse.credit.source, changes: reuse.declaration.changes)
      }
    }
    return credits
  }
}
