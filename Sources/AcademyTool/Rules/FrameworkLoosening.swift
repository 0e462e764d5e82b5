import SourceCore

/// Tells what a framework document asks less than the one that it extends.
struct FrameworkLoosening: Rule {
  static let info = RuleInfo(
    id: "framework/loosened",
    summary: "A framework document asks less than the one that it extends.",
    why: """
      Offices reuse each other's courses because all of them keep to the common framework. An office \
      may ask less of its own, and the document counts as it is written; but the others should know, \
      because a course that passes there may fail with them.
      """, severity: .warning, scope: .academy, source: "Course format 1, \"The framework\"")

  static let examples: [Example] = []
}
