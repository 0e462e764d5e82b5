import CourseModel
import Identifiers
import SourceCore

/// Plans the web site of a course.
public enum SiteBuilder {
  /// The files of the site, and what was found while they were made.
  ///
  /// Same course, same bytes: nothing here reads a clock, an environment or a locale.
  public static func plan(_ request: BundleRequest) -> BundleResult {
    let course = request.course
    let links = CourseLinks(course)
    var names = SafeName()
    for path in [BundleManifest.path, SiteMap.index, SiteMap.stylesheet] { names.take(path) }
    let pages = PageSet(request, links: links, names: &names)
    var collector = AssetCollector(request, links: links)
    for member in pages.members { collector.collect(member.lesson) }
    let assets = collector.placed(&names)

    var map = SiteMap()
    for member in pages.members {
      map.pages[member.source.path] = SiteMap.Page(
        path: member.path, anchors: PageAnchors(member.lesson, layout: course.layout))
    }
    map.files = assets.mapValues(\.path)
    let site = context(request, pages)
    var files = Array(assets.values)
    files.append(BundleFile(path: SiteMap.stylesheet, bytes: Stylesheet.bytes))
    files += render(pages, site: site, map: map, links: links, request)
    if !pages.members.contains(where: { $0.source.kind == .index }) {
      files.append(
        BundleFile(path: SiteMap.index, bytes: IndexPage(site: site, content: nil).html))
    }
    let name = BundleName(course, mark: request.mark)
    let plan = BundlePlan(
      name: name, course: course.metadata.id?.value ?? "\(name.office)/\(name.slug)",
      mark: request.mark, version: version(request), files: files)
    return BundleResult(
      plan: plan, diagnostics: identity(course) + pages.diagnostics + collector.diagnostics)
  }

  private static func version(_ request: BundleRequest) -> String? {
    if case .release(let version, _, _, _) = request.mark { return version }
    return request.course.metadata.version?.value.description
  }

  private static func render(
    _ pages: PageSet, site: SiteContext, map: SiteMap, links: CourseLinks,
    _ request: BundleRequest
  ) -> [BundleFile] {
    let entries = Dictionary(
      (site.lessons + site.others).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return pages.members.map { member in
      let content = PageContent(
        member.lesson, labels: site.labels,
        links: PageLinks(
          page: member.source.path, path: member.path, links: links, map: map))
      let html: [UInt8]
      if member.source.kind == .index {
        html = IndexPage(site: site, content: content).html
      } else {
        html =
          LessonPage(
            site: site, entry: entries[member.path] ?? entry(member), content: content,
            credit: credit(of: member, request)
          ).html
      }
      return BundleFile(
        path: member.path, bytes: html,
        source: .init(path: member.source.entry.path, blob: member.source.entry.blob))
    }
  }

  /// The credit the caller resolved; else what the manifest itself says of the lesson's origin, since
  /// a licence asks for the credit whether or not a release can be found.
  private static func credit(
    of member: PageSet.Member, _ request: BundleRequest
  ) -> ReuseCredit? {
    if let credit = request.credits[member.source.path] { return credit }
    guard member.source.kind == .lesson else { return nil }
    let ids = [member.source.listedID, member.lesson.id].compactMap { $0 }
    let declared = request.course.metadata.reuses.first { reuse in
      reuse.lessons.contains { ids.contains($0.own) }
    }
    return declared.map { reuse in
      ReuseCredit(
        course: reuse.course, version: nil, title: reuse.attributionTitle ?? reuse.course,
        author: reuse.attributionAuthor, license: nil, kind: reuse.kind,
        sourceURL: reuse.attributionSource ?? reuse.url, changes: reuse.changes)
    }
  }

  private static func context(_ request: BundleRequest, _ pages: PageSet) -> SiteContext {
    let metadata = request.course.metadata
    let language = metadata.effectiveLanguage
    let title =
      metadata.title
      ?? pages.members.first { $0.source.kind == .index }?.lesson.frontMatter.title
      ?? request.course.name
    return SiteContext(
      title: title, metadata: metadata, language: language, labels: Labels.of(language),
      mark: request.mark,
      lessons: pages.members.filter { $0.source.kind == .lesson }.map(entry),
      others: pages.members.filter { isInList($0) }.map(entry),
      licensePage: pages.members.first { isLicense($0) }?.path)
  }

  private static func isInList(_ member: PageSet.Member) -> Bool {
    (member.source.kind == .learner || member.source.kind == .profile) && !isLicense(member)
  }

  private static func isLicense(_ member: PageSet.Member) -> Bool {
    !member.source.isOwnPage
      && ["license", "licence"].contains(asciiLowercased(member.source.path.stem))
  }

  private static func entry(_ member: PageSet.Member) -> SiteContext.Entry {
    let facts = LessonFacts(member.lesson)
    return SiteContext.Entry(
      path: member.path,
      title: member.lesson.frontMatter.title.map { InlineTitle($0) }
        ?? InlineTitle(plain: facts.title ?? facts.id), kind: member.source.kind,
      language: member.lesson.language, teaching: facts.teaching, exercises: facts.exercises)
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
