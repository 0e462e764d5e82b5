import ArgumentParser
import SourceCore

/// `academy rules`: the list of rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules, with their severity in a stable course.")

  func run() throws {
    let rules = AllRules.list.map(\.info)
    let width = rules.map(\.id.utf8.count).max() ?? 0
    for info in rules {
      let id = info.id + String(repeating: " ", count: width - info.id.utf8.count)
      let severity = info.severity.rawValue
      let padding = String(repeating: " ", count: 7 - severity.utf8.count)
      Console.output("\(id)  \(severity)\(padding)  \(info.summary)\n")
    }
    Console.output("\n`academy explain RULE` says why a rule exists and shows examples.\n")
  }
}
