import ArgumentParser

/// What of the findings stops a commit.
struct HookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out the findings that this file accepts; its path is below the repository's root.",
      valueName: "file"))
  var baseline: String?

  @Flag(name: .customLong("only-new"), help: "Tell only what the commit brings.")
  var isOnlyNew = false

  func validate() throws {
    if baseline != nil, isOnlyNew {
      throw ValidationError("--baseline and --only-new exclude each other")
    }
  }

  /// The options as they were given.
  var arguments: [String] {
    (baseline.map { ["--baseline", $0] } ?? []) + (isOnlyNew ? ["--only-new"] : [])
  }
}
