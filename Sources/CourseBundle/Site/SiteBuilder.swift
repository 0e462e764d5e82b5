import CourseModel
import Identifiers
import SourceCore

/// Plans the web site of a course.
public enum SiteBuilder {
  /// The files of the site, and what was found while they were made.
  public static func plan(_ request: BundleRequest) -> BundleResult {
    let metadata = request.course.metadata
    let name = BundleName(request.course, mark: request.mark)
    return BundleResult(
      plan: BundlePlan(
        name: name, course: metadata.id?.value ?? "\(name.office)/\(name.slug)",
        mark: request.mark, version: metadata.version?.value.description, files: []),
      diagnostics: [])
  }
}
