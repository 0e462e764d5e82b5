import ArgumentParser
import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// `academy reuse update`: moves locks to newer releases.
struct ReuseUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Moves locks to the newest releases that the manifests allow.",
    discussion: """
      Only academy.lock is written; `academy reuse pull` brings the lessons after it. Conflicts that a \
      merge left in a lock are mended on the way.
      """)

  @Argument(help: "Only lessons from this course; from all, if absent.")
  var upstream: String?

  @Option(help: "Go to exactly this version of that course.")
  var precise: String?

  @Flag(help: "Fail where a lock would change, and write nothing.")
  var locked = false

  @OptionGroup var options: ReuseOptions

  @OptionGroup var output: ReportOptions

  func validate() throws {
    if precise != nil, upstream == nil {
      throw ValidationError("--precise wants the course that it is a version of")
    }
    if let precise, SemVer(precise) == nil {
      throw ValidationError("`\(precise)` is no version; write it as 1.2.3")
    }
  }

  func run() throws {
    let session = try options.open()
    let version = precise.flatMap { SemVer($0) }
    var found: [Diagnostic] = []
    var files: [(index: Int, path: RepoPath, bytes: [UInt8])] = []
    var isKnown = false
    for index in try session.courses(options.course) {
      let name = session.session.courses[index].course.name
      let updater = ReuseUpdater(session.checker, course: index)
      guard updater.reuses(from: upstream) else { continue }
      isKnown = true
      let outcome = try ToolFailure.telling {
        try updater.update(course: upstream, precise: version)
      }
      for move in outcome.moves { Console.error(Self.line(move, name)) }
      switch outcome.lock {
      case .write(let path, let bytes): files.append((index, path, bytes))
      case .refused(let diagnostics): found += diagnostics
      case .notNeeded, .unchanged, .remove: continue
      }
    }
    if !isKnown {
      throw ToolFailure(
        upstream.map { "no course here reuses lessons from `\($0)`" }
          ?? "no course here reuses lessons",
        help: "`academy reuse outdated --all` lists what is reused")
    }
    if !found.isEmpty {
      _ = try output.report(found, files: 0, courses: session.session.courses.map(\.course.name))
      throw ExitCode(1)
    }
    if files.isEmpty {
      Console.error("every lock is as it should be\n")
      return
    }
    if locked {
      let names = files.map { session.session.courses[$0.index].course.name }
      Console.error(
        "error: --locked, and the lock of \(names.joined(separator: ", ")) would change\n")
      throw ExitCode(1)
    }
    for root in Set(files.map { session.session.courses[$0.index].tree.root }).sorted() {
      let here = files.filter { session.session.courses[$0.index].tree.root == root }
      let tree = session.session.courses[here[0].index].tree
      if tree.repository == nil {
        for file in here { try FileSystem.replace("\(root)/\(file.path)", with: file.bytes) }
      } else {
        try FileStep(tree).write(here.map { ($0.path, $0.bytes) })
      }
    }
  }

  private static func line(_ move: UpdateOutcome.Move, _ course: String) -> String {
    let from = move.from.map { "\($0) → " } ?? ""
    var text = "\(course)#\(move.own)  \(move.course) \(from)\(move.to)"
    if move.isChanged {
      text +=
        move.kind == .translated
        ? "  (changed: `academy reuse check` shows what to translate)"
        : "  (changed: `academy reuse pull \(move.own)` brings it)"
    }
    return text + "\n"
  }
}
