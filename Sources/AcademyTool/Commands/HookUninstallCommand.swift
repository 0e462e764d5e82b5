import ArgumentParser

/// `academy hook uninstall`: takes the hook away.
struct HookUninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Takes the hook away, and puts back the one that was there before.")

  @Argument(help: "A folder of the repository.", completion: .directory)
  var folder = "."

  func run() throws {
    let hook = try CommitHook(around: folder)
    let hadEarlier = hook.hasEarlier
    guard try hook.uninstall() else {
      let isOther = hook.state == .other
      Console.output(
        isOther ? "\(hook.path) is not academy's hook, and stays\n" : "no hook at \(hook.path)\n")
      return
    }
    Console.output(
      "removed: \(hook.path)\n"
        + (hadEarlier ? "  the hook that was there before is back\n" : ""))
  }
}
