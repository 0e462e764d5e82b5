import CourseBundle
import SourceCore

/// What became of a bundle, as one line.
enum BundleLine {
  /// The line, without its ending.
  static func text(_ course: String, _ outcome: CourseBundler.Outcome) -> String {
    switch outcome {
    case .refused: "not bundled  \(course): it has errors"
    case .written(let site, let plan):
      (site.isChanged ? "bundled      " : "unchanged    ")
        + "\(course) \(edition(plan.mark)), \(plan.files.count) files"
    }
  }

  /// What a bundle was made of, in words.
  static func edition(_ mark: BundleMark) -> String {
    switch mark {
    case .release(let version, let commit, _, _): "\(version) (commit \(commit.short))"
    case .revision(let commit, _, _): "of commit \(commit.short)"
    case .worktree: "of the work tree, not a release"
    }
  }
}
