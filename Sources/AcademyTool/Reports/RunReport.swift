import CourseBundle
import CourseModel
import CourseReuse
import Framework
import Identifiers
import SourceCore

/// Makes the page about all courses of a run.
enum RunReport {
  /// What the page shows of one course.
  static func course(
    _ course: Course, _ report: ReuseReport, _ bundle: CourseBundler.Outcome
  ) -> AcademyReport.Course {
    let metadata = course.metadata
    let id = metadata.id?.value ?? ""
    let phases = metadata.activities.filter { $0.model == "gsbpm" }
      .map { String($0.code.prefix { $0 != "." }) }
    let bundled =
      switch bundle {
      case .refused: "none: the course has errors"
      case .written(let outputs, let mark):
        "\(BundleLine.edition(mark)): \(BundleLine.formats(outputs))"
      }
    return AcademyReport.Course(
      name: course.name, office: id.contains("/") ? String(id.prefix { $0 != "/" }) : "",
      title: metadata.title ?? "", lifecycle: metadata.effectiveLifecycle.rawValue,
      version: metadata.version?.value.description ?? "", lessons: course.lessons.count,
      bundle: bundled, topics: metadata.topics, phases: Set(phases).sorted(),
      reuses: report.reuses.map {
        AcademyReport.Reuse(
          of: $0.declaration.course, kind: $0.declaration.kind.rawValue, lessons: $0.lessons.count)
      })
  }

  /// The topics that a framework knows.
  static func topics(_ framework: Framework) -> [AcademyReport.Term] {
    terms(framework.vocabulary("topics")) { _ in true }
  }

  /// The phases of the newest GSBPM that a framework knows.
  static func phases(_ framework: Framework) -> [AcademyReport.Term] {
    let newest = framework.vocabularyNames.filter { $0.hasPrefix("gsbpm-") }.max()
    return terms(newest.flatMap { framework.vocabulary($0) }) { !$0.contains(".") }
  }

  private static func terms(
    _ vocabulary: Vocabulary?, where isWanted: (String) -> Bool
  ) -> [AcademyReport.Term] {
    guard let vocabulary else { return [] }
    return vocabulary.codes.filter(isWanted).map { code in
      AcademyReport.Term(
        code: code, label: vocabulary.label(code, language: "en")?.text ?? code)
    }
  }

  /// The page's bytes.
  static func bytes(
    _ courses: [RunPart.Course], topics: [AcademyReport.Term], phases: [AcademyReport.Term]
  ) -> [UInt8] {
    var counts: [AcademyReport.Count] = []
    for (place, course) in courses.enumerated() {
      var found = course.diagnostics
      Diagnostic.finish(&found)
      var bySeverity: [String: [Severity: Int]] = [:]
      for diagnostic in found {
        bySeverity[diagnostic.rule, default: [:]][diagnostic.severity, default: 0] += 1
      }
      for (rule, severities) in bySeverity {
        for (severity, count) in severities {
          counts.append(
            AcademyReport.Count(rule: rule, course: place, severity: severity, count: count))
        }
      }
    }
    counts.sort { a, b in
      a.rule != b.rule
        ? a.rule.precedesBytewise(b.rule)
        : (a.course, a.severity.rawValue) < (b.course, b.severity.rawValue)
    }
    return AcademyReportPage(
      AcademyReport(
        courses: courses.map(\.shown), counts: counts, topics: topics, phases: phases)
    ).bytes
  }

  /// Writes the page into the folder of the bundles.
  static func write(_ bytes: [UInt8], below folder: String) throws {
    try FileSystem.makeFolder(folder)
    try FileSystem.replace(folder + "/report.html", with: bytes)
  }
}
