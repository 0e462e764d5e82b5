/// Why the tool could not do its work; ends the process with status 2.
struct ToolFailure: Error {
  /// What happened, in one sentence.
  let message: String
  /// What to do about it, in one sentence.
  let help: String?
  /// Whether there was simply no course to work on.
  let isNoCourse: Bool

  init(_ message: String, help: String? = nil, isNoCourse: Bool = false) {
    self.message = message
    self.help = help
    self.isNoCourse = isNoCourse
  }

  /// The failure as printed.
  var rendered: String {
    "error: \(message)\n" + (help.map { "  = help: \($0)\n" } ?? "")
  }
}
