import CourseModel
import Identifiers
import SourceCore

/// Flags a locked release whose content is no longer what was locked.
struct ReleaseMoved: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/release-moved", summary: "A locked release has another content than it had.",
    why: """
      A version names one content for ever. Where history was rewritten or a tag was moved, the \
      same number means two things, and the lock is the only witness of what was taken.
      """, severity: .error, scope: .academy, source: "Course format 1, releases")

  static let examples: [Example] = [
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"), ExampleCourses.north(version: "⟦^1.0⟧"),
        ExampleCourses.copy(), lock,
      ], history: [ExampleCourses.release]),
  ]

  private static let lock = Example.File(
    "north/academy.lock",
    """
    {
      "lock": 1,
      "lessons": [
        {
          "lesson": "branching",
          "as": "verbatim",
          "course": "office-a/git-basics",
          "version": "1.0.0",
          "commit": "0b5a5c4e6f9c2d9f6d3c1f54a3a6f2b1c9d8e7f6",
          "tree": "5d41402abc4b2a76b9719d911017c592ae3f1c60",
          "upstream": "branching",
          "path": "episodes/02-branching.md",
          "blob": "6f1ed002ab5595859014ebf0951522d9a1b2c3d4",
          "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        }
      ]
    }

    """)

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses {
      var told: Set<SemVer> = []
      for lesson in reuse.lessons {
        for case .moved(let entry, let now) in lesson.problems
        where told.insert(entry.version).inserted {
          let release = "release \(entry.version) of `\(reuse.declaration.course)`"
          let message =
            now.map {
              "\(release) is not what was locked: its tree was \(entry.tree.short) and is "
                + $0.tree.short
            } ?? "\(release), which the lock names, is gone"
          report(
            .inManifest(
              of: facts.course, place(reuse.declaration), message,
              help: "ask for a new version of the course; to take what is there now, remove the "
                + "entry from `\(facts.lock.path)` and run `academy reuse lock`",
              notes: [
                "it was locked at commit \(entry.commit.short) of \(reuse.label)",
                why(reuse.traces[entry.commit] ?? .gone, isTagged: now?.tags.isEmpty == false),
              ]))
        }
      }
    }
  }

  private func why(_ trace: CommitTrace, isTagged: Bool) -> String {
    switch trace {
    case .gone:
      "that commit is not in the repository any more: its history was rewritten (rebase, squash)"
    case .aside where isTagged: "another commit has the tag now"
    case .aside:
      "that commit is not on the branch any more: it was rebased, squashed or merged from aside"
    case .onBranch where isTagged: "the tag was moved, or set later, to another commit"
    case .onBranch: "that commit is still on the branch, but no longer the first with that version"
    }
  }

  private func place(_ declaration: ReuseDeclaration) -> ByteRange {
    declaration.versionRange == declaration.range
      ? declaration.courseRange : declaration.versionRange
  }
}
