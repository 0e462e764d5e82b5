import SourceCore

/// Finds what a local link leads to, as the course's site generator would.
public struct LinkResolver: Sendable {
  /// What a link leads to.
  public enum Resolution: Sendable, Hashable {
    /// A page of the course.
    case page(RepoPath)
    /// Another file of the course.
    case file(RepoPath)
    /// A folder of the course.
    case folder(RepoPath)
    /// A page that the site generator makes (`aio.html`).
    case generated
    /// Nothing there; the path is the one that was looked for, below the course's folder.
    case missing(RepoPath)
    /// Outside the course's folder.
    case outside
  }

  private let course: Course
  private let pages: Set<RepoPath>
  private let byStem: [String: RepoPath]
  private let folders: Set<RepoPath>

  /// Prepares to resolve the links of one course.
  public init(_ course: Course) {
    self.course = course
    pages = Set(course.pages.map(\.path))
    var byStem: [String: RepoPath] = [:]
    for page in course.pages {
      let stem = page.path.stem
      if byStem[stem] == nil { byStem[stem] = page.path }
    }
    self.byStem = byStem
    folders = Self.folders(of: course.entries)
  }

  /// Folders that hold something; neighbours among the entries mostly share theirs.
  private static func folders(of entries: [TreeEntry]) -> Set<RepoPath> {
    var folders: Set<RepoPath> = []
    var last: RepoPath?
    for entry in entries {
      var folder = entry.path.parent
      if folder == last { continue }
      last = folder
      while folders.insert(folder).inserted, !folder.isRoot { folder = folder.parent }
    }
    return folders
  }

  /// What `path`, written in the page `page`, leads to.
  public func resolve(_ path: String, from page: RepoPath) -> Resolution {
    guard let target = page.parent.resolving(path) else { return .outside }
    if let found = existing(target) { return found }
    if path.utf8.first != UInt8(ascii: "/"), let built = builtPage(target) { return built }
    if course.layout.isLenient, let found = siteTarget(path, target, from: page) { return found }
    return .missing(target)
  }

  private func existing(_ target: RepoPath) -> Resolution? {
    if pages.contains(target) { return .page(target) }
    if course.entry(at: target) != nil { return .file(target) }
    return folders.contains(target) ? .folder(target) : nil
  }

  /// A link to the built site: `.html` for a page's source; the Workbench flattens its folders.
  private func builtPage(_ target: RepoPath) -> Resolution? {
    guard target.fileExtension == "html" else { return nil }
    if let source = source(target.parent.appending(target.stem)) { return source }
    guard course.layout == .workbench || course.layout == .jekyll else { return nil }
    if Self.generatedPages.contains(target.stem) { return .generated }
    return byStem[target.stem].map { .page($0) }
  }

  /// The page or notebook whose path lacks its ending; the first page of a folder may have other
  /// names in the repository.
  private func source(_ path: RepoPath) -> Resolution? {
    for name in path.name == "index" ? ["index", "_index", "README"] : [path.name] {
      for ending in ["md", "qmd", "Rmd", "rmd", "ipynb", "rst"] {
        let whole = path.parent.appending(name + "." + ending)
        if pages.contains(whole) { return .page(whole) }
        if course.entry(at: whole) != nil { return .file(whole) }
      }
    }
    return nil
  }

  /// What any of the generators of this layout would find.
  private func siteTarget(_ path: String, _ target: RepoPath, from page: RepoPath) -> Resolution? {
    if target.fileExtension.isEmpty, let found = source(target) { return found }
    let isFolder = path.utf8.last == UInt8(ascii: "/")
    // A path may also start at the root of the site; many accept that without its `/`.
    var starts: [RepoPath] = [.root, course.content]
    if course.layout == .hugo {
      // Hugo publishes `a/b.md` as `a/b/`, and what is in `static/` at the root.
      starts += ["static", "assets"].map { RepoPath.root.appending($0) }
      let published = page.stem == "index" || page.stem == "_index" ? page.parent : address(page)
      starts += [published, published.relative(to: course.content).map(inStatic) ?? published]
    }
    for start in starts {
      guard let other = start.resolving(path.drop { $0 == "/" }), other != target else { continue }
      if !other.isRoot || isFolder, let found = existing(other) { return found }
      if let found = builtPage(other) ?? source(other) { return found }
    }
    return course.layout == .jekyll ? jekyllTarget(target) : nil
  }

  private func address(_ page: RepoPath) -> RepoPath { page.parent.appending(page.stem) }

  private func inStatic(_ path: RepoPath) -> RepoPath {
    RepoPath.root.appending("static").appending(path)
  }

  /// Jekyll publishes `_episodes/02-b.md` as `/02-b/`, and `_extras/about.md` as `/about/`.
  private func jekyllTarget(_ target: RepoPath) -> Resolution? {
    guard ["", "html", "md"].contains(target.fileExtension) else { return nil }
    if target.isRoot || Self.generatedPages.contains(target.stem) { return .generated }
    return byStem[target.stem].map { .page($0) }
  }

  /// Pages that the Carpentries' templates make, or take from files outside the page folders.
  private static let generatedPages: Set<String> = [
    "404", "CODE_OF_CONDUCT", "LICENSE", "CONTRIBUTING", "aio", "images", "instructor-notes",
    "key-points", "profiles", "index",
  ]
}
