import ArgumentParser

/// A report and where it goes: `FORMAT=FILE`, with `-` for standard output.
struct ReportFile: ExpressibleByArgument {
  /// How findings are told.
  let format: ReportFormat
  /// The file's path, or `-`.
  let path: String

  /// Whether it goes to standard output.
  var isStandardOutput: Bool { path == "-" }

  /// Reads an argument.
  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="),
      let format = ReportFormat(rawValue: String(argument[..<sign]))
    else { return nil }
    self.format = format
    path = String(argument[argument.index(after: sign)...])
    if path.isEmpty { return nil }
  }
}
