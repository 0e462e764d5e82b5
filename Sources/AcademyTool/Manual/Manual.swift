import ArgumentParser
import StructuredData

/// The manual: a page for the tool, and one for each command with those below it.
enum Manual {
  /// All pages with their names, in the order of the commands.
  static func pages() throws -> [(name: String, text: String)] {
    let root = try description()
    let shown = root.commands
    let names = shown.map { "academy-\($0.name)" }
    let first = ManualPage(root, path: ["academy"], seeAlso: names, isRoot: true)
    return [("academy", first.text)]
      + shown.map { command in
        let page = ManualPage(
          command, path: ["academy", command.name], seeAlso: ["academy"], isRoot: false)
        return ("academy-\(command.name)", page.text)
      }
  }

  /// All commands as ArgumentParser describes them.
  private static func description() throws -> CommandDescription {
    do {
      _ = try AcademyCommand.parseAsRoot(["--experimental-dump-help"])
    } catch {
      let bytes = Array(AcademyCommand.fullMessage(for: error).utf8)
      let parsed = JSONParser.parse(bytes, range: 0..<bytes.count)
      if let root = parsed.root?["command"] { return CommandDescription(root) }
    }
    throw ToolFailure("the commands cannot be described")
  }
}
