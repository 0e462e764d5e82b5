import CourseModel
import Identifiers
import SourceCore

/// Flags a version that comes before one that the same branch has released.
struct VersionBackwards: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/version-backwards", summary: "The version comes before one that was released.",
    why: """
      Whoever reuses the course takes the highest release that fits, so what is released under a \
      lower number never arrives. A revert or a merge that takes the old manifest back does this \
      unnoticed.
      """, severity: .error, scope: .academy, source: "Course format 1, releases")

  static let examples: [Example] = [
    .good(files: [manifest("1.2.0-dev")], history: [.init([manifest("1.1.0")])]),
    .good(files: [manifest("1.1.0")], history: [.init([manifest("1.1.0")])]),
    .bad(
      files: [manifest("⟦1.0.0⟧")],
      history: [.init([manifest("1.0.0")]), .init([manifest("1.1.0")])]),
    .bad(files: [manifest("⟦1.1.0-dev⟧")], history: [.init([manifest("1.1.0")])]),
    .bad(
      files: [manifest("⟦0.9.0⟧", releases: "tags")],
      history: [.init([manifest("1.0.0", releases: "tags")], tags: ["v1.0.0"])]),
  ]

  private static func manifest(_ version: String, releases: String = "declared") -> Example.File {
    .init(
      "course.yml",
      "schema: course/1\nid: office/loops\nversion: \(version)\nreleases: \(releases)\n")
  }

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    guard let release = facts.releases.overtaking, let version = facts.course.metadata.version
    else { return }
    let name =
      release.tags.isEmpty ? "commit \(release.commit.short)" : WordList.quoted(release.tags)
    report(
      .inManifest(
        of: facts.course, version.range,
        "version \(version.value) comes before \(release.version), which was released already",
        help: "write `\(release.version.core.nextPatch)-dev` or higher; what was released stays",
        notes: ["\(release.version) was released by \(name) of this branch"]))
  }
}
