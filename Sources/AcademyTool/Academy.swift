import ArgumentParser
import Glibc

/// The command-line tool: reads its arguments, runs a command, ends the process.
public enum Academy {
  /// Version of this tool.
  public static let version = "0.1.0"

  /// Runs the command that the process's arguments name and exits: 0 clean, 1 findings at or above
  /// the threshold, 2 the tool could not do its work.
  public static func run() async -> Never {
    do {
      var command = try AcademyCommand.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      exit(0)
    } catch let failure as ToolFailure {
      Console.error(failure.rendered)
      exit(2)
    } catch {
      let code = AcademyCommand.exitCode(for: error)
      let text = AcademyCommand.fullMessage(for: error)
      if code == .success {
        Console.output(text.isEmpty ? "" : text + "\n")
        exit(0)
      }
      if !text.isEmpty { Console.error(text + "\n") }
      if let help = CommandSuggestion.help(
        for: Array(CommandLine.arguments.dropFirst()), of: AcademyCommand.self)
      {
        Console.error("  \(help)\n")
      }
      // ArgumentParser says 64 for unusable arguments; our contract says 2.
      exit(code.rawValue == 1 && error is ExitCode ? 1 : 2)
    }
  }
}

struct AcademyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "academy",
    abstract: "Checks, tracks and packages training courses that statistical offices share.",
    discussion: """
      Reads courses from Git repositories, holds their lessons against a common framework, checks \
      what they reuse from other offices, and packages them.

      Exit status: 0 clean, 1 findings at or above --fail-on, 2 the tool could not do its work.
      """,
    version: "academy \(Academy.version)",
    subcommands: [
      RunCommand.self, LintCommand.self, MergeCommand.self, NewCommand.self, AdoptCommand.self,
      ReuseCommand.self, ReleaseCommand.self, BundleCommand.self, HookCommand.self,
      InspectCommand.self, RulesCommand.self, ExplainCommand.self, FrameworkCommand.self,
      SchemaCommand.self, CacheCommand.self, DoctorCommand.self, ManualCommand.self,
    ])
}
