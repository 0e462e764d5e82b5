import ArgumentParser

/// `academy reuse`: what courses take from each other.
struct ReuseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reuse", abstract: "Checks and locks what courses reuse from other offices.",
    subcommands: [ReuseCheckCommand.self, ReuseLockCommand.self, ReuseMatchCommand.self])
}
