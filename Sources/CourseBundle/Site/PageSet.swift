import CourseModel
import Markdown
import SourceCore

/// The pages of a course that its site shows, read and parsed.
struct PageSet {
  /// A page with its place in the bundle.
  final class Member: Sendable {
    let source: Source
    private let page: ParsedPage
    /// Path inside the bundle.
    let path: String

    var lesson: Lesson { page.lesson }
    var look: PageLook { page.look }

    init(source: Source, page: ParsedPage, id: String, path: String) {
      self.source = source
      self.page = page
      self.id = id
      self.path = path
    }

    /// The id that the manifest gives it, else its own.
    let id: String
    /// How many bytes its source has.
    var length: Int { page.look.length }
  }

  /// A file that is to become a page.
  struct Source {
    /// Path below the course's folder.
    let path: RepoPath
    let kind: PageKind
    /// Its entry below the root of the tree.
    let entry: TreeEntry
    let listedID: String?
    /// Whether the course counts it among its pages.
    let isOwnPage: Bool
  }

  private let request: BundleRequest
  private let view: any TreeView
  private let parser: LessonParser
  private let links: CourseLinks
  private let parsed: [RepoPath: ParsedPage]
  private(set) var members: [Member] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let ownPages: Set<RepoPath>
  private var known: Set<RepoPath> = []

  /// Reads the course's own pages, then those that they link to; `parsed` are those that are parsed
  /// already.
  init(
    _ request: BundleRequest, in view: any TreeView, links: CourseLinks, parsed: [ParsedPage],
    names: inout SafeName
  ) {
    self.request = request
    self.view = view
    parser = LessonParser(request.course)
    ownPages = Set(request.course.pages.map(\.path))
    self.links = links
    self.parsed = Dictionary(parsed.map { ($0.lesson.path, $0) }) { first, _ in first }
    for page in request.course.pages where isShown(page) {
      if page.kind == .index, members.contains(where: { $0.source.kind == .index }) { continue }
      add(
        Source(
          path: page.path, kind: page.kind, entry: page.entry, listedID: page.listedID,
          isOwnPage: true), &names)
    }
    if let path = request.path { keep(path) }
    addPapers(&names)
    // Pages found this way are appended, and so looked through in their turn.
    var index = 0
    while index < members.count {
      addLinked(from: members[index], &names)
      index += 1
    }
  }

  /// Leaves out the lessons that are not on a route, and puts the others into its order.
  private mutating func keep(_ path: LearningPath) {
    let places = Dictionary(
      path.lessons.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var lessons = members.filter { $0.source.kind == .lesson && places[$0.id] != nil }
    lessons.sort { places[$0.id, default: 0] < places[$1.id, default: 0] }
    let start = members.firstIndex { $0.source.kind == .lesson } ?? members.count
    members.removeAll { $0.source.kind == .lesson }
    members.insert(contentsOf: lessons, at: min(start, members.count))
  }

  private func isShown(_ page: CoursePage) -> Bool {
    switch page.kind {
    case .index, .learner, .profile: true
    case .lesson: page.isListed
    case .instructor: request.edition == .instructor
    }
  }

  /// Whether a file is Markdown by its ending.
  static func isPage(_ path: RepoPath) -> Bool {
    ["markdown", "md", "qmd", "rmd"].contains(path.fileExtension)
  }

  /// The licence goes with every copy.
  private mutating func addPapers(_ names: inout SafeName) {
    for name in ["LICENSE.md", "LICENCE.md"] {
      if let path = RepoPath(name) { addFile(path, &names) }
    }
  }

  private mutating func addLinked(from page: Member, _ names: inout SafeName) {
    for target in page.look.targets where target.reference.role == .link {
      if case .file(let path) = target.destination, Self.isPage(path) { addFile(path, &names) }
    }
  }

  /// Adds a Markdown file that is no page of the course by itself.
  private mutating func addFile(_ path: RepoPath, _ names: inout SafeName) {
    guard let entry = request.course.entry(at: path), entry.isFile, !known.contains(path),
      !ownPages.contains(path)
    else { return }
    let full = TreeEntry(
      path: request.course.folder.appending(path), kind: entry.kind, blob: entry.blob)
    add(
      Source(path: path, kind: .learner, entry: full, listedID: nil, isOwnPage: false), &names)
  }

  private mutating func add(_ page: Source, _ names: inout SafeName) {
    guard known.insert(page.path).inserted else { return }
    let found =
      parsed[page.path]
      ?? read(page).map { ParsedPage($0, links: links, edition: request.edition) }
    guard let found else { return }
    // An id that the list derived from the file's name says less than the page's own.
    let listed = page.listedID.flatMap { $0 == Lesson.defaultID(page.path) ? nil : $0 }
    let id = listed ?? found.id
    let path = page.kind == .index ? SiteMap.index : names.unique(Self.wantedPath(page, id))
    members.append(Member(source: page, page: found, id: id, path: path))
  }

  /// Names come from ids, which stay when files are renumbered and renamed.
  private static func wantedPath(_ page: Source, _ id: String) -> String {
    switch page.kind {
    case .lesson: return "lessons/\(SafeName.part(id)).html"
    case .profile: return "profiles/\(SafeName.part(page.path.stem)).html"
    case .index, .instructor, .learner:
      let own = page.kind == .instructor ? "instructors" : "learners"
      let folder = page.isOwnPage ? own : "pages"
      return "\(folder)/\(SafeName.part(asciiLowercased(page.path.stem))).html"
    }
  }

  private mutating func read(_ page: Source) -> Lesson? {
    let text: SourceText
    do {
      text = SourceText(
        path: page.entry.path, bytes: try view.read(page.entry, limit: request.pageLimit))
    } catch {
      report(page, "This page cannot be read: \(error.message)", help: error.help)
      return nil
    }
    if text.firstInvalidUTF8() != nil {
      report(
        page, "This page is not UTF-8, so it is not part of the bundle",
        help: "save it as UTF-8 in your editor")
      return nil
    }
    return parser.parse(text, path: page.path, kind: page.kind)
  }

  private mutating func report(_ page: Source, _ message: String, help: String?) {
    let rule = MissingAsset.info
    diagnostics.append(
      Diagnostic(
        Finding(nil, message, help: help), rule: rule, severity: rule.severity,
        path: request.course.folder.appending(page.path).string, place: nil))
  }
}
