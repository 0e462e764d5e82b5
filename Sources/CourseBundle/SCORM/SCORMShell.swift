import SourceCore

/// The page that a platform opens: a bar with the list of lessons, and the frame that shows them.
struct SCORMShell {
  let content: CourseContent
  /// Ids of the questions of each lesson, by its page.
  let questions: [String: [String]]
  /// What completes the course; nil where it asks nothing, so that seeing the lessons does.
  let assessment: Assessment?

  /// The page.
  var bytes: [UInt8] {
    let context = content.context
    let labels = context.labels
    let own = context.labelLanguage(on: context.language)
    // One lesson by itself needs no page that leads to it.
    let isLesson = content.request.path?.isLesson == true
    let first = isLesson ? context.lessons.first?.path ?? SiteMap.index : SiteMap.index
    var html = HTMLWriter()
    html.literal("<!DOCTYPE html>\n")
    html.open(
      "html", ["lang": context.language, "dir": SiteContext.direction(context.language)])
    html.literal("\n<head>\n<meta charset=\"utf-8\">\n")
    html.literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.element("title", text: context.title)
    html.newline()
    html.open("link", ["rel": "stylesheet", "href": SiteMap.stylesheet])
    html.newline()
    html.element("script", ["defer": "", "src": SCORMBuilder.runtime], text: "")
    html.literal("\n</head>\n")
    html.open(
      "body",
      [
        "class": "shell", "data-course": content.packageID,
        "data-pass": assessment.flatMap { $0.mustPass ? String($0.pass) : nil },
      ])
    html.literal("\n<header class=\"site\">\n<div class=\"bar\">\n")
    if let logo = context.brand?.logo {
      html.open("img", ["class": "logo", "src": logo.path, "alt": context.brand?.name ?? ""])
      html.newline()
    }
    html.element("h1", ["class": "course"]) { html in
      html.element("a", ["href": SiteMap.index, "target": "academy-lesson"], text: context.title)
    }
    html.newline()
    html.element(
      "p",
      [
        "class": "progress", "role": "status", "lang": own,
        "data-text": labels.interactive.seenOf, "data-of": labels.of,
        "data-unsaved": labels.interactive.notSaved,
      ], text: "")
    html.newline()
    html.literal("<details class=\"menu\">\n")
    html.element("summary", ["lang": own], text: labels.interactive.menu)
    html.newline()
    html.open("nav", ["aria-label": labels.interactive.menu, "lang": own])
    html.literal("\n<ol>\n")
    for entry in context.lessons { item(entry, &html) }
    html.literal("</ol>\n")
    if !context.others.isEmpty {
      html.literal("<ul>\n")
      for entry in context.others { item(entry, &html) }
      html.literal("</ul>\n")
    }
    html.literal("</nav>\n</details>\n</div>\n</header>\n<main>\n")
    html.element(
      "iframe", ["name": "academy-lesson", "title": labels.lesson, "src": first], text: "")
    html.literal("\n</main>\n</body>\n</html>\n")
    return html.bytes
  }

  private func item(_ entry: SiteContext.Entry, _ html: inout HTMLWriter) {
    let asked = questions[entry.path] ?? []
    html.element("li") { html in
      html.element(
        "a",
        [
          "href": URLText.relative(entry.path, from: SCORMBuilder.launch),
          "target": "academy-lesson", "data-lesson": entry.number == nil ? nil : entry.id,
          "data-questions": asked.isEmpty ? nil : asked.joined(separator: " "),
          "lang": entry.language,
        ], text: entry.title.text)
    }
    html.newline()
  }
}
