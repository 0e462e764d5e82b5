import ArgumentParser

/// `academy hook status`: says whether commits are checked.
struct HookStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Says whether commits are checked.")

  @Argument(help: "A folder of the repository.", completion: .directory)
  var folder = "."

  func run() throws {
    let hook = try CommitHook(around: folder)
    var text: String
    switch hook.state {
    case .installed: text = "installed: \(hook.path)\n"
    case .missing: text = "not installed: \(hook.path)\n"
    case .other: text = "not installed: \(hook.path) is another hook\n"
    }
    if hook.hasEarlier {
      text +=
        hook.state == .installed
        ? "  the hook that was there before runs first: \(hook.earlier)\n"
        : "  an earlier hook is kept at \(hook.earlier), and is not run\n"
    }
    if hook.isElsewhere { text += "  core.hooksPath names this folder\n" }
    Console.output(text)
    if hook.state != .installed { throw ExitCode(1) }
  }
}
