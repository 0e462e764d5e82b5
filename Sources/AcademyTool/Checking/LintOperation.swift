import CourseLint
import CourseModel
import CourseReuse
import Framework
import MarkdownLint
import SourceCore

/// Lints what some paths mean, and gathers what was found.
struct LintOperation {
  /// Longest page that is parsed, in bytes.
  let limit: Int
  /// A pipeline.json that was named; else each tree's own counts.
  let config: PipelineFile?
  /// A framework that was named; else that of pipeline.json, or the one inside the tool.
  let framework: Framework?
  /// Which rules the command line asks for.
  let options: SelectionOptions
  /// How findings are fixed before they are reported; nil leaves the files alone.
  let fixing: FixLoop?
  /// What the report asks of findings.
  let needs: DiagnosticNeeds
  /// What the findings are compared with; nil reports all.
  let since: SinceComparison?
  /// What was found so far, unsorted; where targets lie in each other, some of it twice.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many files were checked.
  private(set) var filesChecked = 0
  /// Names of the courses that were checked.
  private(set) var courseNames: [String] = []
  /// What fixes made of files.
  private(set) var fixed = FixedFiles()

  private var progress = ProgressLine()

  init(
    limit: Int, config: PipelineFile?, framework: Framework?, options: SelectionOptions,
    fixing: FixLoop?, needs: DiagnosticNeeds, since: SinceComparison? = nil
  ) {
    self.needs = needs
    self.since = since
    self.limit = limit
    self.config = config
    self.framework = framework
    self.options = options
    self.fixing = fixing
  }

  /// What one look at a target gave.
  private struct Look {
    var found: [Diagnostic] = []
    var courses: [LoadedCourse] = []
    /// Pages at or below what is meant.
    var covered = 0
  }

  /// Checks one target; `prefix` is put before its paths where several trees are checked.
  mutating func check(_ target: Target, prefix: String?) async throws {
    var look = try await look(at: target)
    if let fixing {
      var fixes = FixRound(loop: fixing, limit: limit)
      var target = target
      while let changes = fixes.next(look.found, in: target.tree) {
        target = Target(
          argument: target.argument, tree: target.tree.changed(changes), focus: target.focus)
        look = try await self.look(at: target)
      }
      fixed.add(fixes.files(prefix: prefix))
    }
    if let since {
      look.found = try await since.new(look.found, of: target) { base in
        // Before there was a course, nothing was found.
        if base.tree.courses(focus: .root, limit: limit).isEmpty { return [] }
        return try await self.look(at: base).found
      }
    }
    filesChecked += look.covered
    courseNames += look.courses.map(\.course.name)
    if let prefix { look.found = Diagnostic.below(prefix, look.found) }
    if diagnostics.isEmpty { diagnostics = look.found } else { diagnostics += look.found }
  }

  private mutating func look(at target: Target) async throws -> Look {
    var look = Look(courses: target.tree.courses(focus: target.focus, limit: limit))
    let courses = look.courses
    guard !courses.isEmpty else { throw ToolFailure.noCourse(at: target.argument) }
    let pipeline = try config ?? PipelineFile.read(in: target.tree)
    let settings = pipeline?.settings ?? .none
    let selection = try options.selection(else: pipeline?.profiles ?? [])
    let framework =
      try framework
      ?? pipeline?.loadFramework(from: config == nil ? target.tree : nil) ?? .builtin
    let configurations = ConfigurationFiles(in: target.tree.view)
    var found = target.tree.findings + MarkdownlintFile.diagnostics(configurations)
    let checker = CourseChecker(
      framework: framework, limit: limit, settings: settings, selection: selection,
      configurations: configurations, needs: needs)
    let releaseRules = ReuseRules.ofReleases.filter { selection.mayBeOn($0.info, settings) }
    let releases = ReuseChecker(
      framework: framework, members: courses.map(\.member), limit: limit,
      rules: releaseRules)
    for (index, loaded) in courses.enumerated() {
      progress.show("checking \(loaded.course.name) (\(loaded.course.pages.count) pages)")
      let check = try await checker.check(loaded)
      found += check.diagnostics
      if target.tree.knowsHistory, !releaseRules.isEmpty {
        found += releases.check(index).diagnostics
      }
      look.covered += loaded.course.pages.count { target.covers($0.entry.path.string) }
    }
    progress.clear()
    if look.covered == 0, !target.focus.isRoot, !found.contains(where: { target.covers($0.path) }) {
      throw ToolFailure(
        "there is no lesson or page at \(target.argument)",
        help: "it lies in the course \(courses[0].course.name), which has pages elsewhere")
    }
    selection.restrict(&found, settings, rules: AllRules.byID)
    if !target.focus.isRoot { found.removeAll { !target.covers($0.path) } }
    look.found = found
    return look
  }
}
