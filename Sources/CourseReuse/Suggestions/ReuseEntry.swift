import CourseModel
import Identifiers

/// An entry of `reuses`, as it would be written into a manifest.
public enum ReuseEntry {
  /// The lines of an entry, without dash and indentation.
  ///
  /// - Parameter release: the release that the lessons are in; nil where there is none yet.
  public static func lines(
    course: String, release: SemVer?, kind: ReuseDeclaration.Kind,
    lessons: [(upstream: String, own: String)]
  ) -> [String] {
    let isList = lessons.allSatisfy { $0.upstream == $0.own }
    let names = lessons.map { pair in
      isList
        ? BlockList.scalar(pair.own)
        : "\(BlockList.scalar(pair.upstream)): \(BlockList.scalar(pair.own))"
    }.joined(separator: ", ")
    var lines = ["course: \(BlockList.scalar(course))"]
    if let release { lines.append("version: \(BlockList.scalar(range(release)))") }
    lines += ["as: \(kind.rawValue)", "lessons: " + (isList ? "[\(names)]" : "{\(names)}")]
    if kind == .adapted { lines.append("changes:   # say in a sentence what was changed") }
    return lines
  }

  /// What is compatible with a release.
  static func range(_ version: SemVer) -> String {
    version.isPrerelease || version.major == 0
      ? "^\(version)" : "^\(version.major).\(version.minor)"
  }
}
