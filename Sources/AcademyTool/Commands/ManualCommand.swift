import ArgumentParser

/// `academy manual`: writes the manual pages from the commands themselves.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Writes the manual pages into a folder.",
    discussion: "`make docs` calls it, so that the pages say what the commands say.",
    shouldDisplay: false)

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  func run() throws {
    try FileSystem.makeFolder(folder)
    for page in try Manual.pages() {
      try FileSystem.replace("\(folder)/\(page.name).1", with: Array(page.text.utf8))
    }
  }
}
