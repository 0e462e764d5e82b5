import SourceCore

/// Tells that the files checked are in no Git repository, and what that leaves out.
struct NoRepository: Rule {
  static let info = RuleInfo(
    id: "source/no-repository", summary: "The files are in no Git repository.",
    why: """
      A downloaded archive has no history: releases cannot be found, reused lessons can only be held \
      against the lock, and a bundle cannot name the commit it was made from.
      """, severity: .note, scope: .academy, source: "course-format, Releases")

  static let examples: [Example] = []

  /// The one finding of a run over a plain folder.
  static var finding: Finding {
    Finding(
      nil, "these files are in no Git repository, so releases and their tags are not checked",
      help: "clone the repository instead of downloading an archive")
  }
}
