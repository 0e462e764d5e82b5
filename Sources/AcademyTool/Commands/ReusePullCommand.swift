import ArgumentParser
import CourseModel
import CourseReuse
import Digest
import GitStore
import SourceCore

/// `academy reuse pull`: brings reused lessons up to a newer release, on a branch of its own.
struct ReusePullCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Merges upstream's changes into reused lessons, on a branch of its own.",
    discussion: """
      Lessons go to the locked release where the lock is ahead of them, else to the newest that the \
      manifest allows. The branch gets one commit with the lessons, their files and the lock; work \
      tree and index are not touched. Conflicts are marked in the lessons. Ends with 1 where there \
      are any.
      """)

  @Argument(help: "Ids of the lessons here; all reused ones, if absent.")
  var lessons: [String] = []

  @Option(help: "Name of the new branch.")
  var branch: String?

  @OptionGroup var options: ReuseOptions

  func run() throws {
    let session = try options.open()
    let indices =
      lessons.isEmpty
      ? try session.courses(options.course)
      : try session.holders(of: lessons[0], options.course).map(\.index)
    var plans: [(index: Int, plan: PullPlan)] = []
    for index in indices {
      let updater = ReuseUpdater(session.checker, course: index)
      guard updater.reuses(from: nil) else { continue }
      let plan = try ToolFailure.telling {
        try updater.pull(lessons, merge: ReuseSession.merge)
      }
      if !plan.lessons.isEmpty { plans.append((index, plan)) }
    }
    guard let first = plans.first else {
      Console.error("every lesson is up to date\n")
      return
    }
    let tree = session.session.courses[first.index].tree
    guard plans.allSatisfy({ session.session.courses[$0.index].tree.root == tree.root }) else {
      throw ToolFailure(
        "the courses are in several repositories, and a branch is in one",
        help: "name one of them with --course")
    }
    let message = PullMessage(
      plans.map { (session.session.courses[$0.index].course.name, $0.plan) })
    let name = branch ?? message.branch
    let files = plans.flatMap(\.plan.files)
    try ToolFailure.telling { try commit(files, tree, message.text, name) }
    Console.error(message.report)
    Console.error("branch     \(name): `git switch \(name)` to look at it\n")
    if message.conflicts > 0 { throw ExitCode(1) }
  }

  private func commit(
    _ files: [(path: RepoPath, bytes: [UInt8])], _ tree: OpenedTree, _ message: String,
    _ branch: String
  ) throws {
    guard let repository = tree.repository, let root = repository.worktreeRoot else {
      throw ToolFailure(
        "\(tree.root) is no work tree of a Git repository, so there is no branch to make")
    }
    var dirty: [String] = []
    var files = files
    for (i, file) in files.enumerated() {
      let known = try repository.headBlob(at: file.path)
      let entry = tree.view.entry(at: file.path)
      var now = entry?.blob
      if let entry, now == nil {
        let bytes = try tree.view.read(entry, limit: .max)
        now = ObjectID(blobOf: bytes)
        // Checked out with the line endings of Windows: the commit gets Git's.
        if now != known, known == ObjectID(blobOf: Self.withoutReturns(bytes)) {
          now = known
          files[i].bytes = Self.withoutReturns(file.bytes)
        }
      }
      if known != now { dirty.append(file.path.string) }
    }
    guard dirty.isEmpty else {
      throw ToolFailure(
        "\(dirty.joined(separator: ", ")) in \(root) \(dirty.count == 1 ? "has" : "have") changes "
          + "that are not committed", help: "commit or stash them first, so that nothing is lost")
    }
    _ = try repository.commit(
      files.map { ($0.path, $0.bytes) }, message: message, branch: branch)
  }

  /// The text with `\n` for each `\r\n`.
  private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (i, byte) in bytes.enumerated() {
      if byte == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { continue }
      out.append(byte)
    }
    return out
  }
}
