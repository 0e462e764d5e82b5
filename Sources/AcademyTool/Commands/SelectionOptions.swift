import ArgumentParser
import SourceCore

/// Options that say which rules are on.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Rules that are on where nothing else is said: course, markdownlint (its 53 rules and no other) or all.",
      valueName: "profile"))
  var profile: RuleSelection.Profile?

  @Option(
    help: ArgumentHelp(
      "Run only these: a rule's id, a number such as MD013, or a group; commas between several.",
      valueName: "group|rule"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Leave these out.", valueName: "group|rule"))
  var ignore: [String] = []

  @Option(
    name: .customLong("extend-select"),
    help: ArgumentHelp("Run these besides.", valueName: "group|rule"))
  var extendSelect: [String] = []

  /// What these options say.
  var choice: RuleChoice {
    RuleChoice(profile: profile, only: only, ignored: ignore, extended: extendSelect)
  }
}

extension RuleSelection.Profile: ExpressibleByArgument {}
