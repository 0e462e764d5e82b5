import CourseBundle
import CourseModel
import CourseReuse
import Framework
import GitStore
import SourceCore

/// Builds the bundles of a course.
struct CourseBundler {
  /// What came of it.
  enum Outcome {
    /// Written; the findings are warnings and notes at most.
    case written([BundleOutput], BundleMark)
    /// Not written, because what would be packaged has errors.
    case refused
  }

  /// The academy, for what the course reuses.
  let session: AcademySession
  /// Folder for bundles, absolute.
  let output: String
  /// What courses are packaged as.
  var formats: [BundleFormat] = [.site]
  /// Whom bundles are for.
  var edition = BundleEdition.learner
  /// Id of the route that is packaged; nil for whole courses.
  var path: String?
  /// Whether nothing more is bundled: then memory is left to the system, which takes it all at once.
  var isLast = false

  /// The state of a course that is to be packaged.
  enum State {
    case release(Release)
    /// A commit, by any name that Git knows.
    case revision(String)
    case worktree
  }

  /// What was found in the packaged tree, beside what became of it.
  ///
  /// `worktree` is the reuse of a work tree that is checked already and without errors, so that a
  /// course without a release is not checked again. `isNewest` says that there is no later release,
  /// so that `latest/` is this one.
  func bundle(
    _ index: Int, _ state: State, isNewest: Bool = false, worktree: ReuseReport? = nil
  ) async throws -> (Outcome, [Diagnostic]) {
    let loaded = session.courses[index]
    let edition =
      switch state {
      case .release(let release): try Edition(loaded, release, limit: session.lessonLimit)
      case .revision(let name): try Edition(loaded, revision: name, limit: session.lessonLimit)
      case .worktree: Edition(loaded)
      }
    var found: [Diagnostic] = []
    let reuse: ReuseReport
    var lessons: [Lesson] = []
    if let worktree, case .worktree = state {
      reuse = worktree
    } else {
      var checker = session.courseChecker
      checker.keepsLessons = true
      reuse = reuseReport(edition, index)
      let check = try await checker.check(edition.loaded)
      if isLast { Kept.toTheEnd(check) }
      found = check.diagnostics + reuse.diagnostics
      lessons = check.lessons
    }
    let request = BundleRequest(
      course: edition.loaded.course, mark: edition.mark, lessons: lessons,
      credits: CreditList.credits(reuse.reuses),
      edition: self.edition, path: try learningPath(edition.loaded.course), brand: session.brand,
      framework: "\(session.framework.name)@\(session.framework.version)",
      siteAddress: session.siteAddress, pageLimit: session.lessonLimit)
    let workers = Workers.available
    let builder = await BundleBuilder(request, in: edition.loaded.tree.view, workers: workers)
    if isLast { Kept.toTheEnd(builder) }
    found = session.judged(found + builder.diagnostics)
    if found.contains(where: { $0.severity == .error }) { return (.refused, found) }
    do {
      var written: [BundleOutput] = []
      for format in formats {
        let plans =
          format == .scorm12 && session.scormPerLesson
          ? await builder.lessonPlans(format) : [await builder.plan(format)]
        for plan in plans {
          if isLast, format == formats.last { Kept.toTheEnd(plan) }
          written.append(
            try await BundleOutput.write(
              plan, below: output, isNewest: isNewest, workers: workers))
        }
      }
      try Checksums.write(builder.folder, below: output, after: written)
      return (.written(written, edition.mark), found)
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
  }

  private func learningPath(_ course: Course) throws -> LearningPath? {
    guard let path else { return nil }
    let paths = LearningPath.all(of: course)
    if let found = paths.first(where: { $0.id == path }) { return found }
    throw ToolFailure(
      "\(course.name) has no path `\(path)`",
      help: paths.isEmpty
        ? "course.yml declares none under `paths`"
        : "its paths are \(paths.map(\.id).joined(separator: ", "))")
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
