import MarkdownLint
import SourceCore

/// Tells what is wrong with a configuration file of markdownlint, and what in it is not read.
struct MarkdownlintFile: Rule {
  static let info = RuleInfo(
    id: "source/markdownlint-file",
    summary: "A configuration file of markdownlint cannot be used as it is.",
    why: """
      Rules run with other settings than the file's author believes. What is a program, or needs \
      one, is never run: the files of a course are not trusted.
      """, severity: .warning, scope: .academy, source: "docs/linting.md, \"markdownlint's files\"")

  static let examples: [Example] = []

  /// What is to be told of a tree's files.
  static func diagnostics(_ files: ConfigurationFiles) -> [Diagnostic] {
    files.problems.map { problem in
      Diagnostic(
        problem.finding, rule: info, severity: problem.isNote ? .note : info.severity,
        path: problem.path.string, place: problem.place)
    }
  }
}
