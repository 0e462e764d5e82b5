import CourseModel
import SourceCore

/// Makes the files of a Common Cartridge: a module for each lesson with its page and its quiz, then
/// the other pages, the links that lead out, and whom the course is owed to.
struct CartridgeBuilder: Sendable {
  let content: CourseContent
  let version: CartridgeVersion
  private let assets: [BundleFile]
  private var labels: Labels { content.context.labels }

  init(content: CourseContent, version: CartridgeVersion) {
    self.content = content
    self.version = version
    assets = content.assets.values.map { file in
      BundleFile(path: version.filesFolder + file.path, bytes: file.bytes, source: file.source)
    }.sorted { $0.path.precedesBytewise($1.path) }
  }

  /// A page of the cartridge, with its quiz where it has one.
  private struct Page: Sendable {
    let member: PageSet.Member
    let title: String
    let file: BundleFile
    let quiz: (title: String, resource: CartridgeResource)?
  }

  /// All of them but those that every bundle has.
  func files(_ workers: Workers) async -> [BundleFile] {
    var modules: [CartridgeItem] = []
    var resources: [CartridgeResource] = []
    func add(_ resource: CartridgeResource, titled title: String) -> CartridgeItem {
      resources.append(resource)
      return CartridgeItem(
        id: resource.id.replacingPrefix("academy.", with: "academy.item."), title: title,
        resource: resource.id)
    }
    let map = content.map(version.style)
    let context = content.context
    let entries = context.entriesByPath
    let members = content.pages.filter { $0.source.kind != .index }
    let pages = await workers.map(members.count, turn: 16) { page(members[$0], entries, map) }
    var lessons: [CartridgeItem] = []
    var others: [CartridgeItem] = []
    for page in pages {
      let item = add(self.page(page.file), titled: page.title)
      guard page.member.source.kind == .lesson else {
        others.append(item)
        continue
      }
      var module = CartridgeItem(
        id: StableID.name("module", page.member.id), title: page.title, items: [item])
      if let quiz = page.quiz { module.items.append(add(quiz.resource, titled: quiz.title)) }
      lessons.append(module)
    }
    let home = content.index.map { content.body($0, style: version.style, map: map) }
    let first = add(page(indexFile(home)), titled: context.title)
    modules.append(
      CartridgeItem(id: StableID.name("modules", "home"), title: labels.about, items: [first]))
    modules += lessons
    if !others.isEmpty {
      modules.append(
        CartridgeItem(
          id: StableID.name("modules", "others"), title: labels.moreForYou, items: others))
    }
    let sources = SourcesPage(content: content)
    let sourcesItem = add(page(sources.file), titled: labels.interactive.sources)
    let links = WebLink.all(in: content, version: version).map {
      add($0.resource, titled: $0.title)
    }
    modules.append(
      CartridgeItem(
        id: StableID.name("modules", "sources"), title: labels.interactive.sources,
        items: [sourcesItem]))
    if !links.isEmpty {
      modules.append(
        CartridgeItem(
          id: StableID.name("modules", "links"), title: labels.interactive.links, items: links))
    }
    let made = resources.map(\.file)
    resources += assets.map { page($0) }
    // Files that every bundle has are listed too; readers refuse what no resource names.
    resources += BundlePlan.ownFiles.map { page(BundleFile(path: $0, bytes: [])) }
    let manifest = CartridgeManifest(
      content: content, version: version, modules: modules, resources: resources)
    return made + assets + [BundleFile(path: "imsmanifest.xml", bytes: manifest.bytes)]
  }

  private func page(
    _ member: PageSet.Member, _ entries: [String: SiteContext.Entry], _ map: SiteMap
  ) -> Page {
    let entry = entries[member.path] ?? CourseContent.entry(member, number: nil)
    let page = LessonPage(
      site: content.context, entry: entry,
      content: content.body(member, style: version.style, map: map),
      credit: content.credit(of: member))
    let bytes = PlainPage(
      path: member.path, title: entry.title.text, language: entry.language
    ).bytes { page.article(&$0) }
    let questions =
      member.source.kind == .lesson
      ? Question.all(
        of: member.lesson, labels: labels,
        links: content.links(member, .quiz(fileBase: version.filesFolder), map)) : []
    var quiz: (String, CartridgeResource)?
    if !questions.isEmpty {
      let title = "\(labels.interactive.quiz)\(labels.colon) \(entry.title.text)"
      let document = QuizDocument(
        id: member.id, title: title, questions: questions, version: version)
      quiz = (title, document.resource(at: member.path))
    }
    return Page(
      member: member, title: entry.title.text,
      file: content.file(member, style: version.style, bytes: bytes), quiz: quiz)
  }

  private func page(_ file: BundleFile) -> CartridgeResource {
    CartridgeResource(
      id: StableID.name("file", file.path), type: "webcontent", file: file, isPage: true)
  }

  private func indexFile(_ body: PageContent?) -> BundleFile {
    let index = IndexPage(site: content.context, content: body, style: version.style)
    let bytes = PlainPage(
      path: SiteMap.index, title: content.context.title, language: content.context.language
    ).bytes { index.article(&$0) }
    if let member = content.index {
      return content.file(member, style: version.style, bytes: bytes)
    }
    return BundleFile(path: SiteMap.index, bytes: bytes)
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
