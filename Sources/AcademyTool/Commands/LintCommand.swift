import ArgumentParser
import CourseModel
import CourseReuse
import Framework
import GitStore
import SourceCore

/// `academy lint`: checks courses against the framework.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks the lessons of courses against the framework.",
    discussion: """
      A path may be a repository, a course's folder, a folder in it or one lesson; only findings at \
      or below it are reported. Without --rev or --staged the files of the work tree are read, \
      without those that .gitignore leaves out.
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

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var output: ReportOptions

  func validate() throws {
    if rev != nil && staged { throw ValidationError("--rev and --staged exclude each other") }
    if maxLessonBytes < 1 { throw ValidationError("--max-lesson-bytes must be at least 1") }
  }

  private var selection: TreeSelection? {
    if let rev { return .revision(rev) }
    return staged ? .index : nil
  }

  func run() async throws {
    var lint = LintOperation(
      limit: maxLessonBytes, config: try config.map { try PipelineFile.read($0) },
      framework: try framework.load())
    let targets = try paths.map { try Target.open($0, selection: selection) }
    let roots = Set(targets.map(\.tree.root))
    for target in targets {
      try await lint.check(target, prefix: roots.count > 1 ? target.argument : nil)
    }
    let failed = output.report(
      lint.diagnostics, files: lint.filesChecked, courses: lint.courseNames)
    if failed { throw ExitCode(1) }
  }
}
