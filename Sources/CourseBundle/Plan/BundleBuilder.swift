import CourseModel
import SourceCore

/// Packages a course; its pages and files are read once for all formats.
public struct BundleBuilder: Sendable {
  private let content: CourseContent
  private let workers: Workers

  /// Reads the course from `view`.
  public init(_ request: BundleRequest, in view: any TreeView, workers: Workers = .one) async {
    content = await CourseContent(request, in: view, workers: workers)
    self.workers = workers
  }

  /// Findings under the rules of `BundleRules`; with errors among them nothing should be written.
  public var diagnostics: [Diagnostic] { content.diagnostics }

  /// The folder of the course's bundles, below the output folder.
  public var folder: String {
    let name = content.name
    return "\(name.office)/\(name.slug)"
  }

  /// A bundle for each lesson by itself, in the order of the lessons.
  public func lessonPlans(_ format: BundleFormat) async -> [BundlePlan] {
    var plans: [BundlePlan] = []
    for lesson in content.pages where lesson.source.kind == .lesson {
      plans.append(
        await BundleBuilder(CourseContent(content, lesson: lesson), workers).plan(format))
    }
    return plans
  }

  private init(_ content: CourseContent, _ workers: Workers) {
    self.content = content
    self.workers = workers
  }

  /// The files of one format.
  ///
  /// Same course, same bytes: nothing here reads a clock, an environment or a locale, and the number
  /// of workers changes nothing but the time.
  public func plan(_ format: BundleFormat) async -> BundlePlan {
    let files =
      switch format {
      case .site: await SiteBuilder(content: content).files(workers)
      case .scorm12: await SCORMBuilder(content: content).files(workers)
      case .epub: await EPUBBuilder(content: content).files(workers)
      case .imscc11: await CartridgeBuilder(content: content, version: .v11).files(workers)
      case .imscc13: await CartridgeBuilder(content: content, version: .v13).files(workers)
      }
    return await BundlePlan(
      name: content.name,
      provenance: Provenance(content, format: format, style: format == .epub ? .epub : .site),
      files: files, workers: workers)
  }
}
