import ArgumentParser

/// Reports that are written besides the one that is printed.
struct ReportFiles: ParsableArguments {
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Write a report of this format to a file too, - for standard output; may be given several times.",
      valueName: "format=file"))
  var list: [ReportFile] = []

  func validate() throws { try Self.validate(list) }

  /// Refuses reports that would get in each other's way.
  static func validate(_ list: [ReportFile]) throws {
    let paths = list.map(\.path)
    if Set(paths).count < paths.count {
      throw ValidationError("each --output wants a file of its own")
    }
  }
}
