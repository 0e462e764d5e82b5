import ArgumentParser
import CourseModel
import CourseReuse
import SourceCore

/// `academy reuse lock`: writes which releases reused lessons were taken from.
struct ReuseLockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Writes academy.lock beside each course.yml that reuses lessons.",
    discussion: """
      A lock that already satisfies the manifest is kept as it is. The first lock takes the highest \
      release in range whose lesson equals the copy; for adapted and translated lessons, the most \
      similar one.
      """)

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  @OptionGroup var output: ReportOptions

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework, sources: sources)
    let checker = session.reuseChecker(locked: false)
    var found: [Diagnostic] = []
    for (index, loaded) in session.courses.enumerated() {
      let root = loaded.tree.root
      switch checker.lock(index) {
      case .notNeeded: continue
      case .unchanged: Console.error("unchanged  \(loaded.course.name)\n")
      case .write(let path, let bytes):
        if loaded.tree.repository == nil {
          try FileSystem.replace("\(root)/\(path)", with: bytes)
        } else {
          try FileStep(loaded.tree).write([(path, bytes)])
        }
        Console.error("locked     \(loaded.course.name)\n")
      case .remove(let path):
        try FileSystem.remove("\(root)/\(path)")
        Console.error("removed    \(loaded.course.name): it reuses nothing any more\n")
      case .refused(let diagnostics): found += diagnostics
      }
    }
    guard !found.isEmpty else { return }
    _ = try output.report(
      found, files: session.courses.reduce(0) { $0 + $1.course.lessons.count },
      courses: session.courses.map(\.course.name))
    throw ExitCode(1)
  }
}
