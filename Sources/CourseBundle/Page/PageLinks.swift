import CourseModel
import SourceCore

/// What destinations written in one page become in the site.
struct PageLinks {
  /// What an image becomes.
  enum ImageSource: Hashable {
    /// A file of the bundle.
    case local(String)
    /// An image on another server, which becomes a link.
    case remote(String)
    /// Nothing that can be shown.
    case none
  }

  /// The page's path below the course's folder.
  let page: RepoPath
  /// The page's path inside the bundle.
  let path: String
  let links: CourseLinks
  let map: SiteMap

  /// The link to write; nil where the text stands without one.
  func href(_ written: String) -> String? {
    switch destination(written) {
    case .external(let url): url
    case .index: URLText.relative(SiteMap.index, from: path)
    case .file(let file):
      map.files[file].map { URLText.relative($0, from: path) } ?? pageLink(file, nil)
    case .page(let page, let fragment): pageLink(page, fragment)
    case .missing, .outside, .nothing: nil
    }
  }

  /// Where an image is.
  func image(_ written: String) -> ImageSource {
    switch destination(written) {
    case .file(let file):
      map.files[file].map { .local(URLText.relative($0, from: path)) } ?? .none
    case .external(let url) where !url.hasPrefix("mailto:"): .remote(url)
    default: .none
    }
  }

  /// Where a sound or film of the bundle is; nil for all others.
  func media(_ written: String) -> String? {
    guard case .file(let file) = destination(written) else { return nil }
    return map.files[file].map { URLText.relative($0, from: path) }
  }

  private func destination(_ written: String) -> CourseLinks.Destination {
    links.destination(LinkTarget(written), written: written, in: page)
  }

  /// A page that is not in the site (a draft, the instructors' notes) has no link; a place that is
  /// not on its page leads to the page.
  private func pageLink(_ page: RepoPath, _ fragment: String?) -> String? {
    guard let target = map.pages[page] else { return nil }
    let id = fragment.flatMap(target.anchors.id)
    if page == self.page, fragment != nil, id == nil { return nil }
    return URLText.relative(target.path, from: path, fragment: id)
  }
}
