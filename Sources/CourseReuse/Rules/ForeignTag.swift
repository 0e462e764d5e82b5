import CourseModel
import Identifiers
import SourceCore

/// Tells which tags are no releases of the course.
struct ForeignTag: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/foreign-tag", summary: "A tag looks like a release of the course and is none.",
    why: """
      Tags come along when a repository starts from a template or as a fork. Whoever takes the \
      highest of them for the current version takes the template's, so only a tag whose tree holds \
      this course's manifest with that version counts.
      """, severity: .warning, followsLifecycle: true, scope: .academy,
    source: "Course format 1, releases")

  static let examples: [Example] = [
    .good(
      files: [.init("course.yml", manifest("1.1.0-dev")), lesson],
      history: [.init([.init("course.yml", manifest("1.0.0")), lesson], tags: ["v1.0.0"])]),
    .good(
      files: [.init("course.yml", manifest("1.1.0-dev")), lesson],
      history: [.init([.init("course.yml", manifest("1.0.0")), lesson], tags: ["workshop-oslo"])]),
    .bad(
      files: [.init("course.yml", manifest("1.0.0")), lesson],
      history: [.init([lesson], tags: ["2016-06", "v9.5.3"])], wholeFiles: [""]),
    .bad(
      files: [.init("course.yml", manifest("1.1.0-dev")), lesson],
      history: [.init([.init("course.yml", manifest("1.0.0")), lesson], tags: ["v1.1.0"])],
      wholeFiles: [""]),
  ]

  private static let lesson = Example.File("episodes/01-loops.md", "Loops repeat.\n")

  private static func manifest(_ version: String) -> String {
    "schema: course/1\nid: office/loops\nversion: \(version)\n"
  }

  /// Longest list that a message gives in full.
  private static let listLimit = 40

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    let tags = facts.releases.foreignTags
    guard !tags.isEmpty else { return }
    let list = WordList.joined(tags, limit: Self.listLimit)
    let releases = facts.releases.releases.map(\.version.description)
    let isBare = facts.course.manifest == nil
    // Without a manifest a tag may well be a release; it only cannot be told.
    let verdict =
      isBare
      ? "cannot count as \(tags.count == 1 ? "a release" : "releases") of this course"
      : tags.count == 1 ? "is no release of this course" : "are no releases of this course"
    let message =
      tags.count == 1 ? "tag `\(list)` \(verdict)" : "\(tags.count) tags \(verdict): \(list)"
    let why =
      isBare
      ? "without a `course.yml`, nothing says which tags release this course"
      : "only a tag whose tree holds this `course.yml` with the same id and version is a release"
    let help =
      isBare
      ? "give the course a `course.yml`; with `releases: declared` in it, tags do not count"
      : "delete the tags that came with a template or fork (`git push --delete origin TAG`), or "
        + "write `releases: declared` in `course.yml`, where tags do not count"
    report(
      ReuseFinding(
        .root, nil, message, help: help,
        notes: [
          why,
          releases.isEmpty
            ? "the course has no release yet" : "its releases are \(WordList.joined(releases))",
        ]))
  }
}
