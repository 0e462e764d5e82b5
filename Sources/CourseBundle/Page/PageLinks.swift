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
  var style = PageStyle.site

  /// The link to write; nil where the text stands without one.
  func href(_ written: String) -> String? {
    switch destination(written) {
    case .external(let url): url
    case .index where !style.hasPageLinks: nil
    case .index: URLText.relative(style.place(SiteMap.index), from: path)
    case .file(let file): fileLink(file) ?? pageLink(file, nil)
    case .page(let page, let fragment): pageLink(page, fragment)
    case .missing, .outside, .nothing: nil
    }
  }

  /// The link to a place of the page itself; nil where there is none.
  func href(ofPlace anchor: String) -> String? { pageLink(page, anchor) }

  /// Where an image is.
  func image(_ written: String) -> ImageSource {
    switch destination(written) {
    case .file(let file):
      pictureLink(file).map { .local($0) } ?? .none
    case .external(let url) where !url.hasPrefix("mailto:"): .remote(url)
    default: .none
    }
  }

  /// Where a sound or film of the bundle is; nil for all others.
  func media(_ written: String) -> String? {
    guard case .file(let file) = destination(written) else { return nil }
    return fileLink(file)
  }

  private static let corePictures: Set<String> = ["gif", "jpeg", "jpg", "png", "svg", "webp"]

  private func pictureLink(_ file: RepoPath) -> String? {
    guard style.files == .corePictures else { return fileLink(file) }
    guard Self.corePictures.contains(file.fileExtension) else { return nil }
    return map.files[file].map { URLText.relative($0, from: path) }
  }

  private func fileLink(_ file: RepoPath) -> String? {
    guard let target = map.files[file] else { return nil }
    switch style.files {
    case .relative: return URLText.relative(target, from: path)
    case .cartridgeBase:
      return
        "$IMS-CC-FILEBASE$/" + style.fileBase + URLText.relative(target, from: "page")
    case .corePictures: return nil
    }
  }

  private func destination(_ written: String) -> CourseLinks.Destination {
    links.destination(
      LinkTarget(written, layout: links.layout), written: written, in: page)
  }

  /// A page that is not in the site (a draft, the instructors' notes) has no link; a place that is
  /// not on its page leads to the page.
  private func pageLink(_ page: RepoPath, _ fragment: String?) -> String? {
    guard style.hasPageLinks, let target = map.pages[page] else { return nil }
    let id = fragment.flatMap(target.anchors.id)
    if page == self.page, fragment != nil, id == nil { return nil }
    return URLText.relative(target.path, from: path, fragment: id)
  }
}
