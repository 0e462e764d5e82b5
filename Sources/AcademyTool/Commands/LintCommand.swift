import ArgumentParser
import CourseModel
import CourseReuse
import Framework
import GitStore
import Reporting
import SourceCore

/// `academy lint`: checks courses against the framework.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks the lessons of courses against the framework.",
    discussion: """
      A path may be a repository, a course's folder, a folder in it or one lesson; only findings at \
      or below it are reported. Without --rev or --staged the files of the work tree are read, \
      without those that .gitignore leaves out. With --loose a path is any Markdown file, a folder \
      of them, or - for standard input.
      """)

  @Argument(help: "What to check.", completion: .file())
  var paths: [String] = ["."]

  @Option(help: "Check a revision: a branch, a tag, HEAD~3, an id. Reads Git objects, no files.")
  var rev: String?

  @Flag(help: "Check what the next commit would hold. Reads Git objects, no files.")
  var staged = false

  @Option(
    name: .customLong("max-lesson-bytes"),
    help: "Longest lesson that is parsed, in bytes; a longer one is a finding.")
  var maxLessonBytes: Int = PipelineFile.defaultLessonLimit

  @Option(help: "Settings to use; else pipeline.json at the root of what is checked, if any.")
  var config: String?

  @OptionGroup(title: "Rules") var rules: SelectionOptions

  @Flag(help: "Lint Markdown files outside a course, with markdownlint's rules and defaults.")
  var loose = false

  @Flag(help: "Apply fixes that have one right answer to the files of the work tree.")
  var fix = false

  @Flag(
    name: .customLong("fix-suggested"), help: "Apply also fixes that a person should look at.")
  var fixSuggested = false

  @Flag(help: "Print what fixes would change as a patch, and change nothing.")
  var diff = false

  @OptionGroup var cache: CacheOptions

  @OptionGroup(title: "Sharing the work") var sharding: ShardOptions

  @Option(
    help: ArgumentHelp(
      "Report only what a change brings: what was found where it left this branch, tag or commit is not told again.",
      valueName: "rev"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Leave out the findings that this file accepts; what is fixed leaves the file.",
      valueName: "file"))
  var baseline: String?

  @Flag(
    name: .customLong("update-baseline"),
    help: "Write the file of --baseline anew: it accepts what is found now.")
  var updatesBaseline = false

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var output: ReportOptions

  @OptionGroup var reports: ReportFiles

  func validate() throws {
    if rev != nil && staged { throw ValidationError("--rev and --staged exclude each other") }
    if maxLessonBytes < 1 { throw ValidationError("--max-lesson-bytes must be at least 1") }
    if (fix || fixSuggested) && !diff && (rev != nil || staged) {
      throw ValidationError("fixes go to the work tree; with --rev and --staged, --diff shows them")
    }
    if updatesBaseline, baseline == nil {
      throw ValidationError("--update-baseline wants --baseline and a file")
    }
    if updatesBaseline, !(rules.only.isEmpty && rules.ignore.isEmpty) {
      throw ValidationError("--update-baseline looks at all rules: leave out --only and --ignore")
    }
    if since != nil || baseline != nil {
      let option = since != nil ? "--since" : "--baseline"
      if loose { throw ValidationError("\(option) and --loose exclude each other") }
      if fix || fixSuggested || diff {
        throw ValidationError("\(option) and fixes exclude each other")
      }
      if since != nil, baseline != nil {
        throw ValidationError("--since and --baseline exclude each other")
      }
      if baseline != nil, paths.count != 1 {
        throw ValidationError("a baseline is for one path")
      }
    }
    if sharding.shard != nil {
      if loose || fix || fixSuggested || diff || since != nil || baseline != nil {
        throw ValidationError(
          "--shard goes with neither --loose, --since nor fixes; `academy merge` takes --baseline")
      }
      try sharding.refuse(output, reports.list)
    }
    if paths.contains("-") {
      if !loose { throw ValidationError("standard input is read with --loose") }
      if (fix || fixSuggested) && !diff {
        throw ValidationError("standard input cannot be fixed; --diff shows what would change")
      }
    }
  }

  private var selection: TreeSelection? {
    if let rev { return .revision(rev) }
    return staged ? .index : nil
  }

  private var fixing: FixLoop? {
    fix || fixSuggested || diff ? FixLoop(takesSuggestions: fixSuggested) : nil
  }

  func run() async throws {
    if staged {
      Heap.keep()
      Heap.grow()
    }
    let config = try config.map { try PipelineFile.read($0) }
    if loose { return try runLoose(config) }
    if let shard = sharding.shard { return try await run(shard, config) }
    let store = cache.open().map(GatheringStore.init)
    var lint = LintOperation(
      try choices(
        config,
        output.needs(
          fixing: fixing != nil, comparing: since != nil || baseline != nil, files: reports.list)),
      fixing: fixing, store: store,
      since: since.map { SinceComparison(revision: $0, checked: rev) })
    let targets = try paths.map { try Target.open($0, selection: selection) }
    for (target, prefix) in zip(targets, targets.prefixes) {
      try await lint.check(target, prefix: prefix)
    }
    store?.write()
    if since != nil || baseline != nil { return try report(lint, targets) }
    let found = lint.take()
    if lint.holdsPages { Kept.toTheEnd((lint, targets)) }
    try finish(found, lint.fixed, files: lint.filesChecked, courses: lint.courseNames)
  }

  private func choices(_ config: PipelineFile?, _ needs: DiagnosticNeeds) throws -> LintChoices {
    LintChoices(
      limit: maxLessonBytes, config: config, framework: try framework.load(), rules: rules.choice,
      needs: needs)
  }

  /// Does a part of the work, for `academy merge` to report.
  private func run(_ shard: ShardNumber, _ config: PipelineFile?) async throws {
    let file = sharding.path(of: shard)
    var lint = ShardedLint(
      shard, try choices(config, .all),
      config: try config.map {
        ($0.path, try FileSystem.read($0.path, limit: PipelineFile.sizeLimit))
      })
    let targets = try paths.map { try Target.open($0, selection: selection) }
    for (target, prefix) in zip(targets, targets.prefixes) {
      try await lint.check(target, prefix: prefix)
    }
    try FileSystem.replace(file, with: lint.bytes())
    Console.error("\(file): \(lint.pages.checked) of \(lint.pages.all) pages checked.\n")
  }

  /// Reports findings of which some were left out, or will be; they are counted among all.
  private func report(_ lint: LintOperation, _ targets: [Target]) throws {
    var diagnostics = lint.diagnostics
    // What a comparison leaves of one target is sorted, and keeps the names it has among all.
    if since == nil || targets.count > 1 { Diagnostic.finish(&diagnostics) }
    if let baseline {
      let file = BaselineFile(path: baseline)
      if updatesBaseline {
        return try file.accept(diagnostics, isCovered: targets[0].covers)
      }
      diagnostics = try file.new(
        diagnostics, shrinks: seesAll, isCovered: targets[0].covers,
        isGone: targets[0].tree.lacks)
    }
    let summary = RunSummary(filesChecked: lint.filesChecked, courses: lint.courseNames)
    if try output.report(finished: diagnostics, summary, to: reports.list) { throw ExitCode(1) }
  }

  /// Whether what is not found is fixed, and not merely not looked for.
  private var seesAll: Bool { selection == nil && rules.only.isEmpty && rules.ignore.isEmpty }

  private func runLoose(_ config: PipelineFile?) throws {
    let profiles = config?.profiles ?? []
    var lint = LooseOperation(
      limit: maxLessonBytes, settings: config?.settings ?? .none,
      selection: try rules.choice.selection(else: profiles.isEmpty ? [.markdownlint] : profiles),
      fixing: fixing, needs: output.needs(fixing: fixing != nil, files: reports.list))
    let targets = try paths.filter { $0 != "-" }
      .map { try Target.open($0, selection: selection, isAlone: true) }
    for (target, prefix) in zip(targets, targets.prefixes) {
      try lint.check(target, prefix: prefix)
    }
    if paths.contains("-") {
      lint.check(try FileSystem.readInput(limit: 2_000_000_000), name: "stdin")
    }
    try finish(lint.diagnostics, lint.fixed, files: lint.filesChecked, courses: [])
  }

  private func finish(
    _ diagnostics: consuming [Diagnostic], _ fixed: FixedFiles, files: Int, courses: [String]
  ) throws {
    if diff {
      let patch = fixed.patch
      Console.output(patch)
      Console.error(fixed.outlook)
      if !patch.isEmpty { throw ExitCode(1) }
      return
    }
    if fixing != nil { Console.error(fixed.write()) }
    if try output.report(diagnostics, files: files, courses: courses, to: reports.list) {
      throw ExitCode(1)
    }
  }
}
