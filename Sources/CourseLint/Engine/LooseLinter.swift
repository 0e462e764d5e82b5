import CourseModel
import Framework
import Markdown
import MarkdownLint
import SourceCore

/// Lints Markdown files that are in no course: rules of `markdown/` and those about the file itself.
public struct LooseLinter: Sendable {
  /// The rules that look at a file without its course.
  public static let rules: [any Rule] = LintRules.all.filter { rule in
    let facets = RuleFacets.of(rule)
    return facets.markdown != nil || facets.input != nil || rule is UnusedSuppression
  }

  private let settings: RuleSettings
  private let selection: RuleSelection
  private let configurations: ConfigurationFiles
  private let limit: Int
  private let needs: DiagnosticNeeds
  private let parser = LessonParser(layout: .plain, language: "en")
  private var plans: [FolderConfiguration?: LessonPlan] = [:]

  /// Makes a linter; `configurations` are markdownlint's files in the tree of the files.
  public init(
    selection: RuleSelection, settings: RuleSettings = .none,
    configurations: ConfigurationFiles = .none, limit: Int,
    needs: DiagnosticNeeds = .all
  ) {
    self.needs = needs
    self.settings = settings
    self.selection = selection
    self.configurations = configurations
    self.limit = limit
  }

  /// Whether a configuration leaves a file out.
  public func ignores(_ path: RepoPath) -> Bool {
    configurations.configuration(for: path.parent).ignores(path)
  }

  /// What keeps fixes of a file from changing what it says.
  public func watch(of path: RepoPath) -> PageGuard {
    let set = settings.dialect(at: path).flatMap(Dialect.init)
    return PageGuard(path, dialect: set ?? parser.dialect(of: path))
  }

  /// Lints one file.
  public mutating func lint(_ entry: TreeEntry, _ bytes: Result<[UInt8], ReadFailure>)
    -> [Diagnostic]
  {
    let configuration = configurations.configuration(ofFile: entry.path)
    let plan: LessonPlan
    if settings.scopes.isEmpty, let known = plans[configuration] {
      plan = known
    } else {
      plan = LessonPlanner(
        framework: .builtin, layout: .plain, lifecycle: .stable, rules: Self.rules,
        settings: settings, selection: selection
      ).plan(for: entry.path, configuration)
      if settings.scopes.isEmpty { plans[configuration] = plan }
    }
    let page = CoursePage(path: entry.path, kind: .lesson, entry: entry)
    return PageLinter(plan: plan, parser: parser, facts: nil, needs: needs)
      .lint(
        PageInput(page: page, bytes: bytes, limit: limit), path: entry.path,
        dialect: parser.dialect(of: entry.path)
      ).diagnostics
  }
}
