import ArgumentParser

/// `academy reuse`: what courses take from each other.
struct ReuseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reuse",
    abstract: "Checks, locks and updates what courses reuse from other offices.",
    subcommands: [
      ReuseCheckCommand.self, ReuseLockCommand.self, ReuseAddCommand.self,
      ReuseOutdatedCommand.self, ReuseDiffCommand.self, ReuseUpdateCommand.self,
      ReusePullCommand.self, ReuseMarkCommand.self, ReuseContributeCommand.self,
      ReuseGraphCommand.self, ReuseImpactCommand.self, ReuseSuggestCommand.self,
      ReuseMatchCommand.self,
    ])
}
