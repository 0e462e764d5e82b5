import StructuredData

/// A command as ArgumentParser describes it.
struct CommandDescription {
  /// An option, a flag or an argument.
  struct Parameter {
    /// How it is written: `-h`, `--help`; empty for an argument.
    let names: [String]
    /// What stands for its value; nil for a flag.
    let value: String?
    /// What it does.
    let text: String
    /// What it is where it is left out.
    let usual: String?
    /// Whether it may be left out.
    let isOptional: Bool
    /// Whether it may be given several times.
    let isRepeating: Bool
    /// The title of its group.
    let section: String?
  }

  let name: String
  let abstract: String
  let discussion: String
  let parameters: [Parameter]
  /// Commands below it that help shows.
  let commands: [CommandDescription]

  init(_ node: DataNode) {
    name = node["commandName"]?.stringValue ?? ""
    abstract = node["abstract"]?.stringValue ?? ""
    discussion = node["discussion"]?.stringValue ?? ""
    parameters = (node["arguments"]?.array ?? []).filter(Self.isShown).map(Self.parameter)
    commands = (node["subcommands"]?.array ?? []).filter(Self.isShown).map {
      CommandDescription($0)
    }
    .filter { $0.name != "help" }
  }

  private static func isShown(_ node: DataNode) -> Bool {
    node["shouldDisplay"]?.boolValue != false
  }

  private static func parameter(_ node: DataNode) -> Parameter {
    let names = (node["names"]?.array ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.stringValue else { return nil }
      return (name["kind"]?.stringValue == "long" ? "--" : "-") + text
    }
    let isFlag = node["kind"]?.stringValue == "flag"
    return Parameter(
      names: names, value: isFlag ? nil : node["valueName"]?.stringValue,
      text: [node["abstract"]?.stringValue, node["discussion"]?.stringValue].compactMap(\.self)
        .joined(separator: " "),
      usual: isFlag ? nil : node["defaultValue"]?.stringValue,
      isOptional: node["isOptional"]?.boolValue ?? false,
      isRepeating: node["isRepeating"]?.boolValue ?? false,
      section: node["sectionTitle"]?.stringValue)
  }
}
