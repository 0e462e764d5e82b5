import CourseModel
import Framework
import SourceCore
import StructuredData

/// Which rule speaks of which problem of the manifest, so that each is told once.
enum ManifestPart: Sendable, Hashable {
  /// Fields that the schema does not know.
  case unknownField
  /// Fields that the course lacks, all told at once.
  case missingField
  /// Licences.
  case licence
  /// Codes of GSBPM and GAMSO, and the versions they are from.
  case activity
  /// Levels of competencies.
  case competencyLevel
  /// The version and how it is to be read.
  case version
  /// For whom the course or a route through it is.
  case audience
  /// Versions of courses that are needed before.
  case prerequisite
  /// All the rest.
  case other

  /// The part that a problem is about.
  init(_ problem: SchemaProblem) {
    let steps = problem.pointer.split(separator: "/", omittingEmptySubsequences: true)
    if problem.isUnknownField {
      self = .unknownField
    } else if problem.keyword == "required" {
      self = problem.isMissingMetadata ? .missingField : .other
    } else if LicenceExpression.isField(problem.pointer) {
      self = problem.keyword == "format" ? .licence : .other
    } else {
      self = Self.part(steps)
    }
  }

  private static func part(_ steps: [Substring]) -> ManifestPart {
    switch steps.first {
    case "gsbpm", "gamso":
      steps.count > 1 && (steps[1] == "version" || steps[1] == "codes" && steps.count > 2)
        ? .activity : .other
    case "competencies": steps.count > 2 && steps[2] == "level" ? .competencyLevel : .other
    case "version", "versioning": .version
    case "audience": .audience
    case "paths": steps.count > 2 && steps[2] == "audience" ? .audience : .other
    case "prerequisites": steps.count > 2 && steps[2] == "version" ? .prerequisite : .other
    default: .other
    }
  }

  /// Reports the problems of this part: of the manifest, and of what other files say in its place.
  func check(_ course: Course, _ context: LessonContext, report: (CourseFinding) -> Void) {
    for inferred in InferredFields.all(of: course) {
      for problem in context.manifestProblems.of(inferred: inferred.fields)
      where !problem.pointer.isEmpty && ManifestPart(problem) == self {
        let place = inferred.file.place(problem.range)
        report(CourseFinding(inferred.file.path, place, problem.finding))
      }
    }
    // What could not be read cannot be told from what is not there.
    guard let file = course.manifest, let root = file.data.root, !file.data.isPartial else {
      return
    }
    for problem in context.manifestProblems.of(manifest: root)
    where ManifestPart(problem) == self {
      var finding = problem.finding
      if finding.help == nil {
        finding.help = problem.fix?.title ?? "`academy schema export` writes down what it may be"
      }
      report(CourseFinding(file.path, file.place(problem.range), finding))
    }
  }
}
