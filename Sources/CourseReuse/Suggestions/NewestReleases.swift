import CourseModel
import Identifiers
import SourceCore

/// The newest releases of courses, looked up once.
struct NewestReleases {
  private let catalog: ReuseCatalog
  private var newest: [Int: Release?] = [:]

  init(_ catalog: ReuseCatalog) { self.catalog = catalog }

  /// Whether a course has released anything.
  mutating func hasAny(_ index: Int) -> Bool { release(index) != nil }

  /// The newest release's version, where it has a page at this path.
  mutating func version(with page: CoursePage, of index: Int) -> SemVer? {
    guard let history = catalog.members[index].history, let release = release(index) else {
      return nil
    }
    let path = release.folder.appending(page.path)
    let found = (try? history.objectID(at: path, in: release.commit)) ?? nil
    return found == nil ? nil : release.version
  }

  private mutating func release(_ index: Int) -> Release? {
    if let known = newest[index] { return known }
    let member = catalog.members[index]
    let found =
      member.id == nil || member.history == nil ? nil : catalog.releases(of: index).newest
    newest[index] = .some(found)
    return found
  }
}
