import ArgumentParser
import GitStore

/// `academy hook run`: what the hook calls.
struct HookRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Checks what is about to be committed, as the hook does.",
    discussion: """
      As `academy lint --staged`, but for a repository that will hold no course: there is nothing to \
      check then, and nothing is said. Hooks of several repositories may share a folder.
      """)

  @OptionGroup var options: HookOptions

  func run() async throws {
    var arguments = ["--staged"]
    if let baseline = options.baseline { arguments += ["--baseline", baseline] }
    // Of a first commit, all is new.
    if options.isOnlyNew, hasCommit { arguments += ["--since", "HEAD"] }
    do {
      let lint = try LintCommand.parse(arguments)
      try await lint.run()
    } catch let failure as ToolFailure where failure.isNoCourse {
      return
    }
  }

  private var hasCommit: Bool {
    guard let repository = try? Repository.discover(from: ".") else { return false }
    return (try? repository.headCommit()) != nil
  }
}
