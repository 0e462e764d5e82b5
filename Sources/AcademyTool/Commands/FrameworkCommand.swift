import ArgumentParser

/// `academy framework`: what courses are held against.
struct FrameworkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework",
    abstract: "Shows, checks and compares the frameworks that courses are held against.",
    subcommands: [
      FrameworkShowCommand.self, FrameworkCheckCommand.self, FrameworkDiffCommand.self,
    ])
}
