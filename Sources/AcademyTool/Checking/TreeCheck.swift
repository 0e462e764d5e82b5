import CourseModel
import CourseReuse
import Framework
import MarkdownLint
import SourceCore

/// What checking the courses of one tree takes: which there are, and what they are held against.
struct TreeCheck {
  let target: Target
  /// All courses of the tree.
  let all: [CourseDiscovery.Found]
  /// Those that are meant.
  let wanted: [CourseDiscovery.Found]
  let checker: CourseChecker
  /// The rules about releases; none where the tree has no history.
  let releaseRules: [any Rule]
  private let configurations: ConfigurationFiles

  /// Prepares to check what a path means.
  ///
  /// - Parameters:
  ///   - store: what earlier runs found; nil where it is not to be used.
  ///   - knowsHistory: whether the tree has releases, where it is not at hand itself.
  init(
    _ target: Target, _ choices: LintChoices, store: (any FactStore)? = nil,
    knowsHistory: Bool? = nil
  ) throws {
    let tree = target.tree
    self.target = target
    all = CourseDiscovery.courses(in: tree.view.entries)
    wanted = all.filter { $0.isMeant(by: target.focus) }
    guard !wanted.isEmpty else { throw ToolFailure.noCourse(at: target.argument) }
    let pipeline =
      try choices.config ?? PipelineFile.read(in: tree, isWhole: knowsHistory == nil)
    let settings = pipeline?.settings ?? .none
    let selection = try choices.rules.selection(else: pipeline?.profiles ?? [])
    let framework =
      try choices.framework
      ?? pipeline?.loadFramework(from: choices.config == nil ? tree : nil) ?? .builtin
    configurations = ConfigurationFiles(in: tree.view)
    checker = CourseChecker(
      framework: framework, limit: choices.limit, settings: settings, selection: selection,
      configurations: configurations, needs: choices.needs, store: store)
    releaseRules =
      knowsHistory ?? tree.knowsHistory
      ? ReuseRules.ofReleases.filter { selection.mayBeOn($0.info, settings) } : []
  }

  /// What is found in markdownlint's own files.
  var configurationFindings: [Diagnostic] { MarkdownlintFile.diagnostics(configurations) }

  /// Leaves of what was found what is wanted.
  ///
  /// - Parameters:
  ///   - covered: how many pages lie at or below what is meant.
  ///   - courses: the names of the courses that were checked.
  func restrict(_ found: inout [Diagnostic], covered: Int, courses: [String]) throws {
    if covered == 0, !target.focus.isRoot, !found.contains(where: { target.covers($0.path) }) {
      throw ToolFailure(
        "there is no lesson or page at \(target.argument)",
        help: "it lies in the course \(courses.first ?? ""), which has pages elsewhere")
    }
    checker.selection.restrict(&found, checker.settings, rules: AllRules.byID)
    if !target.focus.isRoot { found.removeAll { !target.covers($0.path) } }
  }
}
