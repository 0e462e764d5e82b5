import CourseModel
import Identifiers
import SourceCore

/// Flags a version whose tags hold different courses.
struct ReleaseConflict: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/release-conflict", summary: "Two tags give one version to different content.",
    why: """
      Who reuses the version, or takes the course again for a later class, gets one or the other \
      without knowing which.
      """, severity: .error, scope: .academy, source: "Course format 1, releases")

  static let examples: [Example] = [
    .good(
      files: [manifest],
      history: [.init([manifest, lesson("Loops repeat.")], tags: ["v1.0.0"])]),
    .bad(
      files: [manifest],
      history: [
        .init([manifest, lesson("Loops repeat.")], tags: ["v1.0.0"]),
        .init([lesson("Loops repeat work.")], tags: ["1.0.0"]),
      ], wholeFiles: ["course.yml"]),
  ]

  private static let manifest = Example.File(
    "course.yml", "schema: course/1\nid: office/loops\nversion: 1.0.0\n")

  private static func lesson(_ text: String) -> Example.File {
    .init("episodes/01-loops.md", text + "\n")
  }

  /// Nobody else tells of a course that is only reused from; a version that nobody took is no matter.
  private func source(
    _ reuse: ReuseOutcome, _ course: Course, _ report: (ReuseFinding) -> Void
  ) {
    for conflict in reuse.releases.conflicts
    where reuse.lessons.contains(where: { $0.entry?.version == conflict.version }) {
      let tags = conflict.releases.map { release in
        "\(WordList.quoted(release.tags)) (tree \(release.tree.short))"
      }
      report(
        .inManifest(
          of: course, reuse.declaration.courseRange,
          "version \(conflict.version) of `\(reuse.declaration.course)`, which is locked, is tagged "
            + "with different content: \(tags.joined(separator: " and "))",
          help: "ask \(reuse.label) which tag holds; the lock names the content that was taken"))
    }
  }

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses where reuse.isFromSource { source(reuse, facts.course, report) }
    for conflict in facts.releases.conflicts {
      let tags = conflict.releases.map { release in
        "\(WordList.quoted(release.tags)) (tree \(release.tree.short))"
      }
      report(
        .inManifest(
          of: facts.course, nil,
          "version \(conflict.version) is tagged with different content: "
            + tags.joined(separator: " and "),
          help: "keep the tag that was published and delete the others; what changed since needs "
            + "a new version"))
    }
  }
}
