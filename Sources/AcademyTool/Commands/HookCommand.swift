import ArgumentParser

/// `academy hook`: checks before each commit.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "Checks lessons before each commit.",
    discussion: """
      The hook runs `academy lint --staged` before each commit: an error stops it, unless it is made \
      with --no-verify. It is written to .git/hooks/pre-commit, or to the folder that core.hooksPath \
      names. A hook that is there already is kept, and runs first.
      """,
    subcommands: [
      HookInstallCommand.self, HookUninstallCommand.self, HookStatusCommand.self,
      HookRunCommand.self,
    ])
}
