import CourseModel
import SourceCore

/// Flags a lock whose ids or digests are not those of the release that it names.
struct LockIntegrity: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/integrity", summary: "The lock does not fit the objects of its release.",
    why: """
      The lock is the witness of what was taken. Where commit, tree, blobs and digests do not belong \
      together, it was edited, or something was replaced in the repository.
      """, severity: .error, scope: .academy, source: "Course format 1, reuse")

  private static let zeros = String(repeating: "0", count: 64)

  private static func files(_ lock: Example.File) -> [Example.File] {
    [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy(), lock]
  }

  private static func edited(_ from: String, _ to: String) -> Example.File {
    let lock = ExampleCourses.lock()
    return .init(lock.path, lock.text.replacing(from, with: to))
  }

  private static let blob = "{blob of basics/episodes/02-branching.md in commit 1}"

  static let examples: [Example] = [
    .good(files: files(ExampleCourses.lock()), history: [ExampleCourses.release]),
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    .good(
      files: files(edited("{commit of basics in commit 1}", String(zeros.prefix(40)))),
      history: [ExampleCourses.release]),
    .bad(
      files: files(ExampleCourses.lock(sha256: zeros)), history: [ExampleCourses.release],
      wholeFiles: ["north/academy.lock"]),
    .bad(
      files: files(edited(blob, String(zeros.prefix(40)))), history: [ExampleCourses.release],
      wholeFiles: ["north/academy.lock"]),
    .bad(
      files: files(
        edited("\"path\": \"episodes/02-branching.md\"", "\"path\": \"episodes/9-branching.md\"")),
      history: [ExampleCourses.release], wholeFiles: ["north/academy.lock"]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        for case .notLocked(.otherContent(let entry, let wrong)) in lesson.problems {
          report(
            ReuseFinding(
              facts.lock.path, nil,
              "what is locked of lesson `\(lesson.pair.own)` is not what `\(entry.course)` "
                + "\(entry.version) holds",
              help: "`git log -p \(facts.lock.path)` shows who changed it; `academy reuse lock` "
                + "writes the entry again", notes: wrong))
        }
      }
    }
  }
}
