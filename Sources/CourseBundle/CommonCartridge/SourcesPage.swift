import CourseModel
import SourceCore

/// A page that says under which licence the course is, and whom its lessons are owed to.
struct SourcesPage {
  let content: CourseContent

  static let path = "sources.html"

  /// The page.
  var file: BundleFile {
    let context = content.context
    let labels = context.labels
    let own = context.labelLanguage(on: context.language)
    let page = PlainPage(
      path: Self.path, title: labels.interactive.sources, language: context.language)
    let bytes = page.bytes { html in
      html.element("h1", ["lang": own], text: labels.interactive.sources)
      html.newline()
      html.element("p") { html in
        html.element("cite", text: context.title)
        html.text(" · \(context.edition)")
        if let license = context.metadata.license?.value {
          html.text(" · ")
          LicenseName(license).write(to: &html)
        }
      }
      html.newline()
      let names = context.metadata.authors.map(\.name)
      if !names.isEmpty {
        html.element("p", text: "\(labels.authors)\(labels.colon) \(names.joined(separator: ", "))")
        html.newline()
      }
      let entries = context.entriesByPath
      for member in content.pages {
        guard let credit = content.credit(of: member), let entry = entries[member.path] else {
          continue
        }
        html.element("h2", ["lang": entry.language]) { $0.raw(entry.title.html) }
        html.newline()
        CreditText(credit: credit, site: context, language: context.language).write(to: &html)
      }
    }
    return BundleFile(path: page.path, bytes: bytes)
  }
}
