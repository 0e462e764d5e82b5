import CourseModel
import SourceCore

/// What the destinations in a course's pages lead to, beyond what `LinkResolver` tells.
struct CourseLinks: Sendable {
  /// What a destination leads to.
  enum Destination: Hashable {
    case page(RepoPath, fragment: String?)
    case file(RepoPath)
    /// The site's first page.
    case index
    /// Another place on the web, ready for an attribute.
    case external(String)
    /// Nothing there, at this path below the course's folder.
    case missing(RepoPath)
    /// Outside the course's folder.
    case outside
    /// Nothing a bundle can lead to, for reasons that are no fault of the page.
    case nothing
  }

  private let course: Course
  private let resolver: LinkResolver
  /// How the course's files are laid out.
  var layout: CourseLayout { course.layout }

  init(_ course: Course) {
    self.course = course
    resolver = LinkResolver(course)
  }

  /// What `target`, written in `page`, leads to.
  func destination(_ target: LinkTarget, written: String, in page: RepoPath) -> Destination {
    switch target {
    case .empty, .template: .nothing
    case .fragment(let fragment): .page(page, fragment: fragment)
    case .external: URLText.external(written).map { .external($0) } ?? .nothing
    case .local(let path, let fragment): local(path, fragment, in: page)
    }
  }

  private func local(_ path: String, _ fragment: String?, in page: RepoPath) -> Destination {
    switch resolver.resolve(path, from: page) {
    case .page(let path): return .page(path, fragment: fragment)
    case .file(let path): return .file(path)
    case .folder(let path): return path.isRoot ? .index : .nothing
    case .generated: return generated(path)
    case .missing(let path): return .missing(path)
    case .outside: return .outside
    }
  }

  /// Pages that the Workbench makes: of those the site has its own first page and the licence.
  private func generated(_ path: String) -> Destination {
    guard let target = RepoPath.root.resolving(path.split(separator: "/").last ?? "") else {
      return .nothing
    }
    if target.stem == "index" { return .index }
    let source = RepoPath.root.appending(target.stem + ".md")
    return course.entry(at: source)?.isFile == true ? .file(source) : .nothing
  }
}
