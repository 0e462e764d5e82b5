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

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
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
