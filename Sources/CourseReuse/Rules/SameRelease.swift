import CourseModel
import Identifiers
import SourceCore

/// Mentions a version with several tags of the same content.
struct SameRelease: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/same-release", summary: "Several tags name one version with the same content.",
    why: "They are one release, so nothing breaks; but one of them can be moved by mistake.",
    severity: .note, scope: .academy, source: "Course format 1, releases")

  static let examples: [Example] = [
    .good(files: [manifest], history: [.init([manifest], tags: ["v1.0.0"])]),
    .bad(
      files: [manifest], history: [.init([manifest], tags: ["1.0.0", "v1.0.0"])],
      wholeFiles: ["course.yml"]),
  ]

  private static let manifest = Example.File(
    "course.yml", "schema: course/1\nid: office/loops\nversion: 1.0.0\n")

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for same in facts.releases.repeated {
      report(
        .inManifest(
          of: facts.course, nil,
          "version \(same.version) is tagged \(same.releases.flatMap(\.tags).count) times with the "
            + "same content: \(WordList.quoted(same.releases.flatMap(\.tags)))",
          help: "keep one of the tags"))
    }
  }
}
