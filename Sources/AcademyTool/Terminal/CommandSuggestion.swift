import ArgumentParser
import Identifiers

/// What somebody meant who named a command that there is not.
enum CommandSuggestion {
  /// The command that was meant; nil where the arguments name commands as they are, or nothing is near.
  static func help(for arguments: [String], of root: any ParsableCommand.Type) -> String? {
    var command = root
    var path = [command.configuration.commandName ?? "academy"]
    for argument in arguments {
      let commands = command.configuration.subcommands
      if commands.isEmpty || argument.hasPrefix("-") { return nil }
      let names = commands.compactMap { $0.configuration.commandName }
      if let next = commands.first(where: { $0.configuration.commandName == argument }) {
        command = next
        path.append(argument)
        continue
      }
      guard command.configuration.defaultSubcommand == nil else { return nil }
      let whole = path.joined(separator: " ")
      return NearMatch.best(for: argument, among: names)
        .map { "did you mean `\(whole) \($0)`?" }
        ?? "the commands are \(names.joined(separator: ", "))"
    }
    return nil
  }
}
