import CourseModel
import CourseReuse
import Framework
import SourceCore

/// Lints what some paths mean, and gathers what was found.
struct LintOperation {
  /// Longest page that is parsed, in bytes.
  let limit: Int
  /// A pipeline.json that was named; else each tree's own counts.
  let config: PipelineFile?
  /// A framework that was named; else that of pipeline.json, or the one inside the tool.
  let framework: Framework?
  /// What was found so far, unsorted, each finding once.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many files were checked.
  private(set) var filesChecked = 0
  /// Names of the courses that were checked.
  private(set) var courseNames: [String] = []

  private var seen: Set<Diagnostic> = []
  private var progress = ProgressLine()

  init(limit: Int, config: PipelineFile?, framework: Framework?) {
    self.limit = limit
    self.config = config
    self.framework = framework
  }

  /// Checks one target; `prefix` is put before its paths where several trees are checked.
  mutating func check(_ target: Target, prefix: String?) async throws {
    let courses = target.tree.courses(focus: target.focus, limit: limit)
    guard !courses.isEmpty else { throw ToolFailure.noCourse(at: target.argument) }
    let pipeline = try config ?? PipelineFile.read(in: target.tree)
    let settings = pipeline?.settings ?? .none
    let framework =
      try framework
      ?? pipeline?.loadFramework(from: config == nil ? target.tree : nil) ?? .builtin
    var found = target.tree.findings
    let checker = CourseChecker(framework: framework, limit: limit, settings: settings)
    let releases = ReuseChecker(
      framework: framework, members: courses.map(\.member), limit: limit,
      rules: ReuseRules.ofReleases)
    var covered = 0
    for (index, loaded) in courses.enumerated() {
      progress.show("checking \(loaded.course.name) (\(loaded.course.pages.count) pages)")
      let check = try await checker.check(loaded)
      found += check.diagnostics
      if target.tree.knowsHistory { found += releases.check(index).diagnostics }
      covered += loaded.course.pages.count { target.covers($0.entry.path.string) }
      courseNames.append(loaded.course.name)
    }
    progress.clear()
    if covered == 0, !target.focus.isRoot, !found.contains(where: { target.covers($0.path) }) {
      throw ToolFailure(
        "there is no lesson or page at \(target.argument)",
        help: "it lies in the course \(courses[0].course.name), which has pages elsewhere")
    }
    filesChecked += covered
    for var diagnostic in settings.apply(to: found, rules: AllRules.byID)
    where target.covers(diagnostic.path) {
      if let prefix {
        diagnostic.path = diagnostic.path == "." ? prefix : "\(prefix)/\(diagnostic.path)"
      }
      if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
  }
}
