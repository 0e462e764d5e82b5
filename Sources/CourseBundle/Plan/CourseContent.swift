import CourseModel
import Identifiers
import SourceCore

/// A course as all formats package it: its pages and other files with their places, read once.
///
/// A class, because whatever writes a part of it holds all of it.
final class CourseContent: Sendable {
  let request: BundleRequest
  /// Pages in the order in which they are read.
  let pages: [PageSet.Member]
  /// Files that pages show or link to, by their path below the course's folder.
  let assets: [RepoPath: BundleFile]
  /// What all pages share; places are those of the site.
  let context: SiteContext
  /// What was found.
  let diagnostics: [Diagnostic]
  private let links: CourseLinks
  private let anchors: [RepoPath: PageAnchors]
  /// The first declaration of the manifest that takes a lesson, by the lesson's id.
  private let reuses: [String: Int]

  /// Reads and parses everything; nothing here reads a clock, an environment or a locale.
  init(_ request: BundleRequest, in view: any TreeView, workers: Workers) async {
    let course = request.course
    let links = CourseLinks(course)
    var names = SafeName()
    for path in [BundleManifest.place, SiteMap.index, SiteMap.stylesheet] { names.take(path) }
    let parsed = await workers.map(request.lessons.count, turn: 16) {
      ParsedPage(request.lessons[$0], links: links, edition: request.edition)
    }
    let pages = PageSet(request, in: view, links: links, parsed: parsed, names: &names)
    var collector = AssetCollector(request, in: view)
    for member in pages.members { collector.collect(member) }
    self.request = request
    self.links = links
    reuses = Dictionary(
      course.metadata.reuses.enumerated().flatMap { index, reuse in
        reuse.lessons.map { ($0.own, index) }
      }, uniquingKeysWith: { first, _ in first })
    self.pages = pages.members
    assets = collector.placed(&names)
    anchors = Dictionary(
      pages.members.map { ($0.source.path, $0.look.anchors) },
      uniquingKeysWith: { first, _ in first })
    context = Self.context(request, pages.members)
    diagnostics = Self.identity(course) + pages.diagnostics + collector.diagnostics
  }

  /// One lesson of the course by itself, with the files that it shows.
  init(_ whole: CourseContent, lesson: PageSet.Member) {
    var request = whole.request
    let title = whole.context.entriesByPath[lesson.path]?.title.text ?? lesson.id
    request.path = .lesson(lesson.id, title: title)
    self.request = request
    links = whole.links
    reuses = whole.reuses
    anchors = whole.anchors
    pages = [lesson] + whole.pages.filter { Self.isLicense($0) }
    var assets: [RepoPath: BundleFile] = [:]
    for target in lesson.look.targets {
      if case .file(let path) = target.destination { assets[path] = whole.assets[path] }
    }
    self.assets = assets
    context = Self.context(request, pages)
    diagnostics = []
  }

  /// The version that the bundle's files say.
  var version: String? {
    if case .release(let version, _, _, _) = request.mark { return version }
    return request.course.metadata.version?.value.description
  }

  /// What names its files.
  var name: BundleName {
    BundleName(request.course, mark: request.mark, variant: request.variant)
  }

  /// Id under which platforms keep it: another one for each route and for instructors.
  var packageID: String {
    courseID + (request.path.map { "/\($0.id)" } ?? "")
      + (request.edition == .instructor ? "/instructor" : "")
  }

  /// Id of the course, made from its folder where the manifest gives none.
  var courseID: String {
    return request.course.metadata.id?.value ?? "\(name.office)/\(name.slug)"
  }

  /// The author's own text for the first page, where there is one.
  var index: PageSet.Member? { pages.first { $0.source.kind == .index } }

  // MARK: Rendering

  /// Where everything is, for pages of a style.
  func map(_ style: PageStyle) -> SiteMap {
    var map = SiteMap()
    for member in pages {
      guard let anchors = anchors[member.source.path] else { continue }
      map.pages[member.source.path] = SiteMap.Page(
        path: style.place(member.path), anchors: anchors)
    }
    map.files = assets.mapValues(\.path)
    return map
  }

  /// What a page shows.
  func body(_ member: PageSet.Member, style: PageStyle, map: SiteMap) -> PageContent {
    PageContent(
      member.lesson, labels: context.labels, links: links(member, style, map))
  }

  /// What destinations written in a page become.
  func links(_ member: PageSet.Member, _ style: PageStyle, _ map: SiteMap) -> PageLinks {
    var style = style
    style.showsNotes = request.edition == .instructor
    return PageLinks(
      page: member.source.path, path: style.place(member.path), links: links, map: map,
      style: style)
  }

  /// The file that a page becomes.
  func file(_ member: PageSet.Member, style: PageStyle, bytes: [UInt8]) -> BundleFile {
    BundleFile(
      path: style.place(member.path), bytes: bytes,
      source: .init(path: member.source.entry.path, blob: member.source.entry.blob))
  }

  /// The credit the caller resolved; else what the manifest itself says of the lesson's origin, since
  /// a licence asks for the credit whether or not a release can be found.
  func credit(of member: PageSet.Member) -> ReuseCredit? {
    if let credit = request.credits[member.source.path] { return credit }
    guard !reuses.isEmpty, member.source.kind == .lesson else { return nil }
    let ids = [member.source.listedID, member.lesson.id].compactMap { $0 }
    guard let declared = ids.compactMap({ reuses[$0] }).min() else { return nil }
    let reuse = request.course.metadata.reuses[declared]
    return ReuseCredit(
      course: reuse.course, version: nil, title: reuse.attributionTitle ?? reuse.course,
      author: reuse.attributionAuthor, license: nil, kind: reuse.kind,
      sourceURL: reuse.attributionSource ?? reuse.url, changes: reuse.changes)
  }

  // MARK: Reading

  private static func context(
    _ request: BundleRequest, _ members: [PageSet.Member]
  ) -> SiteContext {
    let metadata = request.course.metadata
    let language = LanguageCode.valid(metadata.effectiveLanguage) ?? "en"
    let title =
      metadata.title
      ?? members.first { $0.source.kind == .index }?.lesson.frontMatter.title
      ?? request.course.name
    let lessons = members.filter { $0.source.kind == .lesson }
    return SiteContext(
      title: request.path.map { "\(title): \($0.title)" } ?? title, brand: request.brand,
      metadata: metadata, language: language, labels: Labels.of(language),
      mark: request.mark,
      lessons: lessons.enumerated().map { entry($0.element, number: $0.offset) },
      others: members.filter { isInList($0) }.map { entry($0, number: nil) },
      licensePage: members.first { isLicense($0) }?.path)
  }

  private static func isInList(_ member: PageSet.Member) -> Bool {
    [.instructor, .learner, .profile].contains(member.source.kind) && !isLicense(member)
  }

  private static func isLicense(_ member: PageSet.Member) -> Bool {
    !member.source.isOwnPage
      && ["license", "licence"].contains(asciiLowercased(member.source.path.stem))
  }

  /// A page as lists show it.
  static func entry(_ member: PageSet.Member, number: Int?) -> SiteContext.Entry {
    return SiteContext.Entry(
      path: member.path, id: member.id,
      title: member.look.title, kind: member.source.kind,
      language: member.look.language, teaching: member.look.teaching,
      exercises: member.look.exercises, number: number)
  }

  /// An id that is no `office/slug` cannot name the folder, whatever else it may be good for.
  private static func identity(_ course: Course) -> [Diagnostic] {
    guard let id = course.metadata.id, BundleName.parts(of: id.value) == nil else { return [] }
    let rule = UnusableCourseID.info
    let file = course.manifest.flatMap { $0.path == id.path ? $0 : nil }
    return [
      Diagnostic(
        Finding(
          id.range, "The id \"\(id.value)\" cannot name a folder",
          help: "write it as office/course in lower-case letters, digits and hyphens"),
        rule: rule, severity: rule.severity, path: course.folder.appending(id.path).string,
        place: file?.place(id.range))
    ]
  }
}
