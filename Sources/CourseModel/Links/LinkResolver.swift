import SourceCore

/// Finds what a local link leads to, as the course's site generator would.
public struct LinkResolver {
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

  /// Prepares to resolve the links of one course.
  public init(_ course: Course) {
    self.course = course
    pages = Set(course.pages.map(\.path))
    var byStem: [String: RepoPath] = [:]
    for page in course.pages where byStem[page.path.stem] == nil {
      byStem[page.path.stem] = page.path
    }
    self.byStem = byStem
  }

  /// What `path`, written in the page `page`, leads to.
  public func resolve(_ path: String, from page: RepoPath) -> Resolution {
    guard let target = page.parent.resolving(path) else { return .outside }
    if let found = existing(target) { return found }
    if path.utf8.first != UInt8(ascii: "/"), let built = builtPage(target) { return built }
    if course.layout == .plain, let found = plainTarget(path, target, from: page) { return found }
    return .missing(target)
  }

  private func existing(_ target: RepoPath) -> Resolution? {
    if pages.contains(target) { return .page(target) }
    if course.entry(at: target) != nil { return .file(target) }
    return course.hasFolder(target) ? .folder(target) : nil
  }

  /// A link to the built site: `.html` for a page's source; the Workbench flattens its folders.
  private func builtPage(_ target: RepoPath) -> Resolution? {
    guard target.fileExtension == "html" else { return nil }
    for ending in ["md", "qmd", "Rmd", "rmd", "ipynb"] {
      let source = target.parent.appending(target.stem + "." + ending)
      if pages.contains(source) { return .page(source) }
      if course.entry(at: source) != nil { return .file(source) }
    }
    guard course.layout == .workbench else { return nil }
    if Self.generatedPages.contains(target.stem) { return .generated }
    return byStem[target.stem].map { .page($0) }
  }

  /// Generators differ in what they allow; what any of them would find is not called broken.
  private func plainTarget(_ path: String, _ target: RepoPath, from page: RepoPath) -> Resolution? {
    if target.fileExtension.isEmpty {
      for ending in ["md", "qmd", "Rmd", "ipynb"] {
        if let found = existing(target.parent.appending(target.name + "." + ending)) {
          return found
        }
      }
    }
    // Quarto and others also accept a path from the root of the site.
    if let fromRoot = RepoPath.root.resolving(path), fromRoot != target {
      return existing(fromRoot) ?? builtPage(fromRoot)
    }
    return nil
  }

  /// Pages that the Workbench makes itself, or from files outside its page folders.
  private static let generatedPages: Set<String> = [
    "404", "CODE_OF_CONDUCT", "LICENSE", "CONTRIBUTING", "aio", "images", "instructor-notes",
    "key-points", "profiles", "index",
  ]
}
