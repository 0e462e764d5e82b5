import SourceCore

/// Tells that the commit that is checked out cannot be read.
struct DamagedHistory: Rule {
  static let info = RuleInfo(
    id: "source/damaged-history", summary: "The repository's history cannot be read.",
    why: """
      The files are checked all the same, but releases and tags are not, and nothing can be released \
      from a repository that has lost objects.
      """, severity: .error, scope: .academy, source: "git-fsck(1)")

  static let examples: [Example] = []

  /// The one finding of a run over a damaged repository.
  static func finding(_ failure: ReadFailure) -> Finding {
    let message = failure.message
    return Finding(
      nil, message.hasSuffix(".") ? String(message.dropLast()) : message,
      help: failure.help ?? "run `git fsck`, and clone the repository again")
  }
}
