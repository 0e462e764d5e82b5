import CourseBundle
import CourseModel
import CourseReuse
import Framework
import GitStore
import SourceCore

/// Builds the bundle of a course: its newest release, or its work tree where there is none.
struct CourseBundler {
  /// What came of it.
  enum Outcome {
    /// Written; the findings are warnings and notes at most.
    case written(SiteOutput, BundlePlan)
    /// Not written, because what would be packaged has errors.
    case refused
  }

  /// The academy, for what the course reuses.
  let session: AcademySession
  /// Folder for bundles, absolute.
  let output: String

  /// What was found in the packaged tree, beside what became of it.
  ///
  /// `worktree` is the reuse of a work tree that is checked already and without errors, so that a
  /// course without a release is not checked again.
  func bundle(
    _ index: Int, release: Release?, worktree: ReuseReport? = nil
  ) async throws -> (Outcome, [Diagnostic]) {
    let loaded = session.courses[index]
    let edition =
      try release.map { try Edition(loaded, $0, limit: session.lessonLimit) }
      ?? Edition(loaded)
    var found: [Diagnostic] = []
    let reuse: ReuseReport
    if let worktree, release == nil {
      reuse = worktree
    } else {
      let checker = session.courseChecker
      reuse = reuseReport(edition, index)
      found = try await checker.check(edition.loaded).diagnostics + reuse.diagnostics
    }
    let request = BundleRequest(
      course: edition.loaded.course, view: edition.loaded.tree.view, mark: edition.mark,
      credits: CreditList.credits(reuse.reuses), pageLimit: session.lessonLimit)
    let result = SiteBuilder.plan(request)
    found = session.judged(found + result.diagnostics)
    if found.contains(where: { $0.severity == .error }) { return (.refused, found) }
    do {
      return (.written(try SiteOutput.write(result.plan, below: output), result.plan), found)
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
  }

  /// Reuse as the packaged tree declares it, which may be older than the work tree.
  private func reuseReport(_ edition: Edition, _ index: Int) -> ReuseReport {
    var sources = session.sources.map(\.member)
    for (other, loaded) in session.courses.enumerated() where other != index {
      sources.append(loaded.member)
    }
    return ReuseChecker(
      framework: session.framework, members: [edition.member], sources: sources,
      limit: session.lessonLimit
    ).check(0)
  }
}
