import ArgumentParser
import CourseLint
import Identifiers
import Reporting
import SourceCore

/// `academy explain`: what a rule finds and why it exists.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what a rule finds, why it exists, and shows examples.")

  @Argument(
    help: "The rule's id, as reports give it.",
    completion: .custom { _, _, _ in AllRules.list.map(\.info.id) })
  var rule: String

  func run() throws {
    guard let found = AllRules.rule(rule) else {
      let near = NearMatch.best(for: rule, among: AllRules.list.map(\.info.id))
      throw ToolFailure(
        "there is no rule `\(rule)`",
        help: near.map { "did you mean `\($0)`?" } ?? "`academy rules` lists them")
    }
    guard Console.outputIsTerminal else {
      return Console.output(RulePage.markdown(for: found))
    }
    var page = TerminalPage(color: Console.usesColor, width: Console.width)
    Console.output(page.show(RulePage.markdown(for: found, keepsMarks: true)))
  }
}
