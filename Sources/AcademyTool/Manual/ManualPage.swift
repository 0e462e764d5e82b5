/// One page of the manual, in the language of `man`.
struct ManualPage {
  private let path: [String]
  private var out = ""

  /// The page's text.
  var text: String { out }

  init(_ command: CommandDescription, path: [String], seeAlso: [String], isRoot: Bool) {
    self.path = path
    let name = path.joined(separator: "-")
    out +=
      ".\\\" Written by `academy manual` from the command itself; `make docs` writes it anew.\n"
    out += ".TH \(name.uppercased()) 1 \"\" \"academy \(Academy.version)\" \"academy\"\n"
    section("NAME")
    line("\(name) \\- \(Self.escaped(Self.lowered(command.abstract)))")
    section("SYNOPSIS")
    synopsis(command, path)
    if !command.discussion.isEmpty {
      section("DESCRIPTION")
      paragraphs(command.discussion)
    }
    if isRoot {
      section("COMMANDS")
      for below in command.commands { entry("\\fB\(below.name)\\fR", below.abstract) }
    }
    options(command)
    if !isRoot { for below in command.commands { subcommand(below, path) } }
    section("EXIT STATUS")
    for (status, meaning) in Self.statuses { entry("\\fB\(status)\\fR", meaning) }
    if isRoot {
      section("ENVIRONMENT")
      for (name, meaning) in Self.variables { entry("\\fB\(name)\\fR", meaning) }
      section("FILES")
      for (name, meaning) in Self.files { entry("\\fI\(name)\\fR", meaning) }
    }
    section("SEE ALSO")
    line(
      seeAlso.map { ".BR \(Self.escaped($0)) (1)" }.joined(separator: ",\n")
        .replacing(",\n", with: " ,\n"))
  }

  private static let statuses = [
    ("0", "Nothing is wrong."),
    ("1", "There are findings at or above the threshold."),
    ("2", "The tool could not do its work; standard error says why."),
  ]

  private static let variables = [
    (
      "ACADEMY_CACHE",
      "The folder for what earlier runs found out and for mirrors of sources, before "
        + "$XDG_CACHE_HOME/academy and ~/.cache/academy."
    ),
    ("NO_COLOR", "Set to anything, it keeps reports without colours."),
    (
      "GITHUB_ACTIONS, GITHUB_STEP_SUMMARY", "Where set, annotations and a summary are written too."
    ),
    ("SOURCE_DATE_EPOCH", "The time of a release that is cut, instead of now."),
  ]

  private static let files = [
    ("course.yml", "The manifest of a course."),
    ("academy.lock", "Which release each reused lesson was taken from."),
    ("pipeline.json", "The courses of an academy, and settings for rules and bundles."),
  ]

  // MARK: - Parts

  private mutating func section(_ title: String) { out += ".SH \(title)\n" }

  private mutating func line(_ text: String) { out += text + "\n" }

  private mutating func entry(_ term: String, _ text: String) {
    out += ".TP\n\(term)\n\(Self.escaped(text))\n"
  }

  private mutating func paragraphs(_ text: String) {
    var isFirst = true
    for paragraph in text.split(separator: "\n\n") {
      if !isFirst { out += ".PP\n" }
      isFirst = false
      out += Self.escaped(paragraph.split(separator: "\n").joined(separator: " ")) + "\n"
    }
  }

  private mutating func synopsis(_ command: CommandDescription, _ path: [String]) {
    let call = "\\fB\(Self.escaped(path.joined(separator: " ")))\\fR"
    if !command.commands.isEmpty {
      line("\(call) \\fIcommand\\fR [\\fIoption\\fR ...]")
      return
    }
    let arguments = command.parameters.filter(\.names.isEmpty).map { parameter in
      let text =
        "\\fI\(Self.escaped(parameter.value ?? ""))\\fR"
        + (parameter.isRepeating ? " ..." : "")
      return parameter.isOptional ? "[\(text)]" : text
    }
    line(([call, "[\\fIoption\\fR ...]"] + arguments).joined(separator: " "))
  }

  private mutating func options(_ command: CommandDescription) {
    let groups =
      [nil]
      + command.parameters.compactMap(\.section).reduce(into: [String?]()) {
        if !$0.contains($1) { $0.append($1) }
      }
    for group in groups {
      let parameters = command.parameters.filter { $0.section == group }
      guard !parameters.isEmpty else { continue }
      section(group?.uppercased() ?? "OPTIONS")
      for parameter in parameters { entry(Self.term(parameter), Self.meaning(parameter)) }
    }
  }

  private mutating func subcommand(_ command: CommandDescription, _ path: [String]) {
    let inner = path + [command.name]
    section(Self.escaped(inner.dropFirst().joined(separator: " ")).uppercased())
    paragraphs(command.abstract)
    line(".PP")
    synopsis(command, inner)
    if !command.discussion.isEmpty {
      line(".PP")
      paragraphs(command.discussion)
    }
    for parameter in command.parameters
    where !["--help", "--version"].contains(parameter.names.last) {
      entry(Self.term(parameter), Self.meaning(parameter))
    }
    for below in command.commands { subcommand(below, inner) }
  }

  private static func term(_ parameter: CommandDescription.Parameter) -> String {
    let value = parameter.value.map { "\\fI\(escaped($0))\\fR" }
    if parameter.names.isEmpty { return value ?? "" }
    let names = parameter.names.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
    return names + (value.map { " " + $0 } ?? "")
  }

  private static func meaning(_ parameter: CommandDescription.Parameter) -> String {
    let usual = parameter.usual.map { " (default: \($0))" } ?? ""
    return (parameter.text.isEmpty ? "No more is said of it." : parameter.text) + usual
  }

  // MARK: - Escaping

  /// A sentence as `whatis` shows it.
  private static func lowered(_ text: String) -> String {
    let plain = text.hasSuffix(".") ? String(text.dropLast()) : text
    return plain.prefix(1).lowercased() + plain.dropFirst()
  }

  /// A text that `man` shows as it is.
  private static func escaped(_ text: some StringProtocol) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "`": out += "\\`"
      case "'": out += "\\(aq"
      case "…": out += "..."
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out.first == "." ? "\\&" + out : out
  }
}
