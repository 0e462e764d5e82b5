import SourceCore

/// Tells what is wrong with an office's framework document.
struct FrameworkFault: Rule {
  static let info = RuleInfo(
    id: "framework/document", summary: "A framework document cannot be used.",
    why: """
      Courses are held against it, so a name in it that nothing has would be a demand that nobody \
      ever meets or misses. `academy framework check` reports it; the other commands end with \
      status 2.
      """, severity: .error, scope: .academy, source: "Course format 1, \"The framework\"")

  static let examples: [Example] = []
}
