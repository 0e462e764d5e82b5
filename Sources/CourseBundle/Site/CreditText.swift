import CourseModel

/// What a page says of a reused lesson's origin.
struct CreditText {
  let credit: ReuseCredit
  let site: SiteContext
  /// Language of the page it stands on.
  let language: String

  private var labels: Labels { site.labels }

  /// Writes one paragraph for the origin, one for what was changed, one for where it is.
  func write(to html: inout HTMLWriter) {
    html.element("p") { html in
      let verb =
        switch credit.kind {
        case .verbatim: labels.creditVerbatim
        case .adapted: labels.creditAdapted
        case .translated: labels.creditTranslated
        }
      html.text(verb + " ")
      html.element("cite", text: credit.title)
      if let version = credit.version { html.text(" \(version)") }
      if credit.title != credit.course {
        html.text(" (")
        html.element("code", text: credit.course)
        html.text(")")
      }
      if let author = credit.author { html.text(", \(labels.creditBy) \(author)") }
      if let license = credit.license {
        html.text(", ")
        LicenseName(license).write(to: &html)
      }
      html.text(".")
    }
    html.newline()
    if let changes = credit.changes {
      html.element("p") { html in
        html.text("\(labels.changes)\(labels.colon) ")
        // The manifest is written in the course's language.
        let own = site.labelLanguage(on: language)
        html.element("span", ["lang": own == nil ? nil : site.language], text: changes)
      }
      html.newline()
    }
    if let source = credit.sourceURL {
      html.element("p") { html in
        html.text("\(labels.source)\(labels.colon) ")
        if let url = URLText.external(source) {
          html.element("a", ["href": url], text: source)
        } else {
          html.text(source)
        }
      }
      html.newline()
    }
  }
}
