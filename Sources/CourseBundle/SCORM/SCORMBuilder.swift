import CourseModel
import SourceCore

/// Makes the files of a SCORM 1.2 package: one SCO, whose first page owns the session with the
/// platform and shows the lessons in a frame.
struct SCORMBuilder {
  let content: CourseContent

  static let launch = "launch.html"
  static let runtime = "assets/scorm.js"

  /// All of them but those that every bundle has.
  var files: [BundleFile] {
    let map = content.map(.site)
    let context = content.context
    let entries = context.entriesByPath
    var files = content.assets.values.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    var questions: [String: [Question]] = [:]
    for member in content.pages {
      let body = content.body(member, style: .site, map: map)
      if member.source.kind == .index {
        files.append(content.file(member, style: .site, bytes: index(body)))
        continue
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
      files.append(content.file(member, style: .site, bytes: bytes))
      if entry.number != nil {
        questions[member.path] = Question.all(
          of: member.lesson, labels: context.labels, links: content.links(member, .site, map))
      }
    }
    if content.index == nil { files.append(BundleFile(path: SiteMap.index, bytes: index(nil))) }
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
    let manifest = SCORMManifest(
      content: content, files: files.map(\.path) + BundlePlan.ownFiles,
      assessment: shell.assessment)
    return files + [BundleFile(path: "imsmanifest.xml", bytes: manifest.bytes)]
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
