import ArgumentParser

/// `academy bundle`: packages courses, and checks what was packaged.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Packages courses as web sites, SCORM, EPUB and cartridges.",
    subcommands: [BundleBuildCommand.self, BundleVerifyCommand.self],
    defaultSubcommand: BundleBuildCommand.self)
}
