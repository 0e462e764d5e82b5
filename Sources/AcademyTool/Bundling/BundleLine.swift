import CourseBundle
import SourceCore

/// What became of the bundles of a course, as one line.
enum BundleLine {
  /// The line, without its ending.
  static func text(_ course: String, _ outcome: CourseBundler.Outcome) -> String {
    switch outcome {
    case .refused: "not bundled  \(course): it has errors"
    case .written(let outputs, let mark):
      (outputs.contains(where: \.isChanged) ? "bundled      " : "unchanged    ")
        + "\(course) \(edition(mark)): \(formats(outputs))"
    }
  }

  /// The formats with the number of their files.
  static func formats(_ outputs: [BundleOutput]) -> String {
    BundleFormat.allCases.compactMap { format in
      let same = outputs.filter { $0.format == format }
      if same.isEmpty { return nil }
      let files = same.reduce(0) { $0 + $1.files }
      let packages = same.count > 1 ? "\(same.count) packages, " : ""
      return "\(format.title) (\(packages)\(files) files)"
    }.joined(separator: ", ")
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
