import CourseModel
import SourceCore

/// Makes the files of a course's web site.
struct SiteBuilder {
  let content: CourseContent

  /// All of them but those that every bundle has.
  var files: [BundleFile] {
    let site = content.context
    let map = content.map(.site)
    var files = Array(content.assets.values)
    files.append(BundleFile(path: SiteMap.stylesheet, bytes: Stylesheet.bytes))
    files.append(BundleFile(path: SiteMap.script, bytes: CourseScript.bytes))
    let entries = site.entriesByPath
    for member in content.pages {
      let body = content.body(member, style: .site, map: map)
      let page =
        member.source.kind == .index
        ? indexPage(body)
        : lessonPage(
          LessonPage(
            site: site,
            entry: entries[member.path] ?? CourseContent.entry(member, number: nil), content: body,
            credit: content.credit(of: member)))
      files.append(content.file(member, style: .site, bytes: page))
    }
    if content.index == nil {
      files.append(BundleFile(path: SiteMap.index, bytes: indexPage(nil)))
    }
    return files
  }

  private func indexPage(_ body: PageContent?) -> [UInt8] {
    let site = content.context
    let frame = PageFrame(
      site: site, path: SiteMap.index, title: nil, language: site.language,
      courseID: content.courseID,
      entries: body?.entries ?? [])
    return frame.page { IndexPage(site: site, content: body).article(&$0) }
  }

  private func lessonPage(_ page: LessonPage) -> [UInt8] {
    let frame = PageFrame(
      site: content.context, path: page.entry.path, title: page.entry.title.text,
      language: page.entry.language, courseID: content.courseID,
      lesson: page.entry.number == nil ? nil : page.entry.id, entries: page.content.entries)
    return frame.page { html in
      page.article(&html)
      page.pager(&html)
    }
  }
}
