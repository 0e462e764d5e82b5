import ArgumentParser
import CourseLint
import CourseModel
import CourseReuse
import Glibc
import GitStore
import Identifiers
import SourceCore

/// `academy release cut`: makes a release.
struct ReleaseCutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cut",
    abstract: "Writes the version and the changelog, commits, and tags as the course releases.",
    discussion: """
      Refuses where the course has errors, uncommitted changes, or a version that does not say what \
      changed. Where the process is killed, running it again finishes the release. Nothing is \
      pushed. Hooks are not run, and commits are not signed.

      SOURCE_DATE_EPOCH, GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL are followed.
      """)

  @Argument(help: "A course's id or folder; needed where there is more than one.")
  var course: String?

  @Option(help: "The version; that of course.yml without its pre-release part if absent.")
  var version: String?

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var output: ReportOptions

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework)
    let index = try session.index(of: course)
    let loaded = session.courses[index]
    guard let repository = loaded.tree.repository, loaded.tree.knowsHistory, !repository.isBare
    else {
      throw ToolFailure(
        "\(loaded.course.name) is in no repository with a work tree, so nothing can be committed",
        help: "run the command in a clone")
    }
    let checker = session.reuseChecker(locked: true)
    let time = try now()
    let planner = ReleasePlanner(
      loaded: loaded, repository: repository, releases: checker.releases(index),
      courseCount: CourseDiscovery.courses(in: loaded.tree.view.entries).count,
      day: CalendarDay(time: time))
    let plan: ReleasePlan
    do {
      plan = try planner.plan(version) { version in
        let found = try checker.check(release: index, limits: session.timeLimits)
        return ReleaseCheck(
          course: found.course, base: found.base, declared: version, changes: found.changes,
          isCalendar: found.isCalendar)
      }
    } catch let error as GitError {
      throw ToolFailure(error.message, help: error.help)
    } catch let failure as ReadFailure {
      throw ToolFailure(failure.message, help: failure.help)
    }
    try refuseUncommitted(loaded, repository, plan)
    try await refuseErrors(session, index, checker)
    if dryRun { return show(plan, loaded.course.name) }
    let commit = try ReleaseCutter(
      repository: repository, root: loaded.tree.root, author: author(repository, time)
    ).cut(plan)
    show(plan, loaded.course.name, commit)
  }

  // MARK: - What stands in the way

  /// Whatever is not committed would be missing from the release, and nobody would notice.
  private func refuseUncommitted(
    _ loaded: LoadedCourse, _ repository: Repository, _ plan: ReleasePlan
  ) throws {
    let found: [RepoPath]
    do throws(GitError) {
      found = try repository.uncommittedFiles(below: loaded.course.folder)
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    let changed = found.filter { path in
      // What an interrupted cut has written counts as done.
      guard let file = plan.files.first(where: { $0.path == path }),
        let entry = loaded.tree.view.entry(at: path)
      else { return true }
      return (try? loaded.tree.view.read(entry, limit: 50_000_000)) != file.worktree
    }
    guard let first = changed.first else { return }
    let others = changed.count == 1 ? "" : " and \(changed.count - 1) more"
    throw ToolFailure(
      "\(first)\(others) \(changed.count == 1 ? "has" : "have") changes that are not committed",
      help: "commit them, or put them aside with `git stash --include-untracked`")
  }

  private func refuseErrors(
    _ session: AcademySession, _ index: Int, _ reuse: ReuseChecker
  ) async throws {
    let loaded = session.courses[index]
    var found = try await CourseChecker(
      framework: session.framework, limit: session.lessonLimit, settings: session.settings
    ).check(loaded).diagnostics
    found += AcademyLinter(framework: session.framework)
      .lint(index, among: AcademyCourses(session.academy(releases: reuse.releases)))
    found += reuse.check(index).diagnostics
    let errors = session.settings.apply(to: found, rules: AllRules.byID)
      .filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    _ = try output.report(
      errors, files: loaded.course.pages.count, courses: [loaded.course.name])
    Console.error("not released: \(loaded.course.name) has errors\n")
    throw ExitCode(1)
  }

  // MARK: - Surroundings

  private func now() throws -> Int64 {
    guard let text = Environment.value("SOURCE_DATE_EPOCH"), !text.isEmpty else {
      return Int64(Glibc.time(nil))
    }
    guard let time = Int64(text), time >= 0 else {
      throw ToolFailure("SOURCE_DATE_EPOCH is `\(text)`, which is no time in seconds")
    }
    return time
  }

  private func author(_ repository: Repository, _ time: Int64) throws -> CommitAuthor {
    let configured = repository.configuredAuthor
    let name = Environment.value("GIT_AUTHOR_NAME") ?? configured.name
    let email = Environment.value("GIT_AUTHOR_EMAIL") ?? configured.email
    guard let name, let email, !name.isEmpty, !email.isEmpty else {
      throw ToolFailure(
        "Git does not know who you are",
        help: "run `git config user.name \"…\"` and `git config user.email …`")
    }
    return CommitAuthor(name: name, email: email, time: time)
  }

  // MARK: - Showing

  private func show(_ plan: ReleasePlan, _ course: String, _ commit: ObjectID? = nil) {
    let branch = plan.branch.hasPrefix("refs/heads/") ? plan.branch.dropFirst(11) : plan.branch[...]
    var lines = ["\(course) \(plan.version)\(commit == nil ? " (nothing is written)" : "")"]
    for file in plan.files {
      let isManifest = file.path.name == "course.yml"
      lines.append(
        "  \(file.path)  "
          + (isManifest ? "version \(plan.before) → \(plan.version)" : "section \(plan.version)"))
    }
    if plan.files.isEmpty {
      lines.append("  no file changes: the commit is there already")
    } else {
      let id = commit.map { " \($0.short)" } ?? ""
      lines.append("  commit\(id) on \(branch): \(plan.subject)")
    }
    if let tag = plan.tag { lines.append("  tag \(tag)") }
    if commit == nil {
      lines += [""] + plan.section
    } else {
      let names = [String(branch)] + (plan.tag.map { [$0] } ?? [])
      lines.append("  = help: `git push origin \(names.joined(separator: " "))` publishes it")
    }
    Console.output(lines.joined(separator: "\n") + "\n")
  }
}
