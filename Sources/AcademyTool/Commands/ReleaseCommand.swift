import ArgumentParser

/// `academy release`: a course's versions.
struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Lists, checks and makes the releases of courses.",
    subcommands: [ReleaseListCommand.self, ReleaseCheckCommand.self, ReleaseCutCommand.self])
}
