import CourseBundle
import CourseModel
import CourseReuse
import Framework
import Identifiers
import SourceCore

/// What a run says of one course when all is done.
struct CourseSummary {
  /// The lines, each with its ending.
  let text: String

  init(
    _ course: Course, _ found: [Diagnostic], _ report: ReuseReport, _ bundle: CourseBundler.Outcome
  ) {
    let metadata = course.metadata
    let lessons = course.lessons.count
    var parts = ["\(lessons) lesson\(lessons == 1 ? "" : "s")"]
    parts.append(metadata.effectiveLifecycle.rawValue)
    if let version = metadata.version { parts.append("work tree \(version.value)") }
    var lines = ["\(course.name) (\(parts.joined(separator: ", ")))"]
    lines.append("  checked   \(Self.counts(found))")
    if !report.reuses.isEmpty { lines.append("  reuses    \(Self.reuses(report.reuses))") }
    let releases = report.releases.releases.map(\.version.description)
    if !releases.isEmpty { lines.append("  releases  \(releases.joined(separator: ", "))") }
    switch bundle {
    case .refused: lines.append("  bundle    none: the course has errors")
    case .written(let outputs, let mark):
      let state = outputs.contains(where: \.isChanged) ? "" : ", unchanged"
      lines.append(
        "  bundle    \(BundleLine.edition(mark)): \(BundleLine.formats(outputs))\(state)")
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func counts(_ found: [Diagnostic]) -> String {
    let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = found.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
  }

  private static func reuses(_ reuses: [ResolvedReuse]) -> String {
    reuses.map { reuse in
      let versions = Set(reuse.lessons.map(\.release.version.description)).sorted()
      let count = reuse.lessons.count
      return "\(count) lesson\(count == 1 ? "" : "s") \(reuse.declaration.kind.rawValue) from "
        + "\(reuse.declaration.course) \(versions.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
