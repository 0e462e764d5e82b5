import ArgumentParser

/// `academy hook install`: puts the hook into the repository.
struct HookInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Puts the hook into a repository.")

  @Argument(help: "A folder of the repository.", completion: .directory)
  var folder = "."

  @OptionGroup var options: HookOptions

  func run() throws {
    let hook = try CommitHook(around: folder)
    let before = hook.state
    try hook.install(
      program: FileSystem.real("/proc/self/exe") ?? "academy", options: options.arguments)
    var text = before == .installed ? "written anew: " : "installed: "
    text += hook.path + "\n"
    if hook.hasEarlier { text += "  the hook that was there runs first: \(hook.earlier)\n" }
    if hook.isElsewhere {
      text += "  core.hooksPath names this folder; others may use it too\n"
    }
    Console.output(text)
  }
}
