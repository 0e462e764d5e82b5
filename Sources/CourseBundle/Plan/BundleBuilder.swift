import CourseModel
import SourceCore

/// Packages a course; its pages and files are read once for all formats.
public struct BundleBuilder {
  private let content: CourseContent

  /// Reads the course.
  public init(_ request: BundleRequest) { content = CourseContent(request) }

  /// Findings under the rules of `BundleRules`; with errors among them nothing should be written.
  public var diagnostics: [Diagnostic] { content.diagnostics }

  /// The folder of the course's bundles, below the output folder.
  public var folder: String {
    let name = content.name
    return "\(name.office)/\(name.slug)"
  }

  /// A bundle for each lesson by itself, in the order of the lessons.
  public func lessonPlans(_ format: BundleFormat) -> [BundlePlan] {
    content.pages.filter { $0.source.kind == .lesson }.map { lesson in
      BundleBuilder(CourseContent(content, lesson: lesson)).plan(format)
    }
  }

  private init(_ content: CourseContent) { self.content = content }

  /// The files of one format.
  ///
  /// Same course, same bytes: nothing here reads a clock, an environment or a locale.
  public func plan(_ format: BundleFormat) -> BundlePlan {
    let files =
      switch format {
      case .site: SiteBuilder(content: content).files
      case .scorm12: SCORMBuilder(content: content).files
      case .epub: EPUBBuilder(content: content).files
      case .imscc11: CartridgeBuilder(content: content, version: .v11).files
      case .imscc13: CartridgeBuilder(content: content, version: .v13).files
      }
    return BundlePlan(
      name: content.name,
      provenance: Provenance(content, format: format, style: format == .epub ? .epub : .site),
      files: files)
  }
}
