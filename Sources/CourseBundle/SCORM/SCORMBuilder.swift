import CourseModel
import SourceCore

/// Makes the files of a SCORM 1.2 package: one SCO, whose first page owns the session with the
/// platform and shows the lessons in a frame.
struct SCORMBuilder: Sendable {
  let content: CourseContent

  static let launch = "launch.html"
  static let runtime = "assets/scorm.js"

  /// A page of the package, and what it asks.
  private struct Page: Sendable {
    let file: BundleFile
    var questions: [Question] = []
  }

  /// All of them but those that every bundle has.
  func files(_ workers: Workers) async -> [BundleFile] {
    let context = content.context
    let map = content.map(.site)
    let entries = context.entriesByPath
    let pages = await workers.map(content.pages.count, turn: 16) {
      page(content.pages[$0], entries, map)
    }
    var files = content.assets.values.sorted {
      $0.path.precedesBytewise($1.path)
    }
    files += pages.map(\.file)
    if content.index == nil { files.append(BundleFile(path: SiteMap.index, bytes: index(nil))) }
    let questions = Dictionary(
      pages.map { ($0.file.path, $0.questions) }, uniquingKeysWith: { first, _ in first })
    let hasQuestions = questions.values.contains { !$0.isEmpty }
    let shell = SCORMShell(
      content: content, questions: questions.mapValues { $0.map(\.id) },
      assessment: hasQuestions ? Assessment(content.request.course) : nil)
    files += [
      BundleFile(path: Self.launch, bytes: shell.bytes),
      BundleFile(path: SiteMap.stylesheet, bytes: Stylesheet.bytes(context.brand)),
      BundleFile(path: SiteMap.script, bytes: CourseScript.bytes),
      BundleFile(path: Self.runtime, bytes: SCORMScript.bytes),
    ]
    if let logo = context.brand?.logo { files.append(logo) }
    let manifest = SCORMManifest(
      content: content, files: files.map(\.path) + BundlePlan.ownFiles,
      assessment: shell.assessment)
    return files + [BundleFile(path: "imsmanifest.xml", bytes: manifest.bytes)]
  }

  private func page(
    _ member: PageSet.Member, _ entries: [String: SiteContext.Entry], _ map: SiteMap
  ) -> Page {
    let context = content.context
    let body = content.body(member, style: .site, map: map)
    if member.source.kind == .index {
      return Page(file: content.file(member, style: .site, bytes: index(body)))
    }
    let entry = entries[member.path] ?? CourseContent.entry(member, number: nil)
    let page = LessonPage(
      site: context, entry: entry, content: body, credit: content.credit(of: member))
    let bytes = plain(
      member.path, title: entry.title.text, language: entry.language,
      lesson: entry.number == nil ? nil : entry.id
    ).bytes { html in
      html.open("main", ["id": "\(PageIDs.prefix)main"])
      html.newline()
      page.article(&html)
      page.pager(&html)
      html.literal("</main>\n")
    }
    let questions =
      entry.number == nil
      ? []
      : Question.all(
        of: member.lesson, labels: context.labels, links: content.links(member, .site, map))
    return Page(file: content.file(member, style: .site, bytes: bytes), questions: questions)
  }

  private func plain(
    _ path: String, title: String, language: String, lesson: String?
  ) -> PlainPage {
    PlainPage(
      path: path, title: title, language: language, stylesheet: SiteMap.stylesheet,
      script: SiteMap.script, lesson: lesson)
  }

  private func index(_ body: PageContent?) -> [UInt8] {
    let context = content.context
    return plain(
      SiteMap.index, title: context.title, language: context.language, lesson: nil
    ).bytes { html in
      html.open("main", ["id": "\(PageIDs.prefix)main"])
      html.newline()
      IndexPage(site: context, content: body).article(&html)
      html.literal("</main>\n")
    }
  }
}
