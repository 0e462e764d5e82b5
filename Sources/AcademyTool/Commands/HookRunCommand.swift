import ArgumentParser

/// `academy hook run`: what the hook calls.
struct HookRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Checks what is about to be committed, as the hook does.",
    discussion: """
      As `academy lint --staged`, but for a repository that will hold no course: there is nothing to \
      check then, and nothing is said. Hooks of several repositories may share a folder.
      """)

  func run() async throws {
    do {
      let lint = try LintCommand.parse(["--staged"])
      try await lint.run()
    } catch let failure as ToolFailure where failure.isNoCourse {
      return
    }
  }
}
