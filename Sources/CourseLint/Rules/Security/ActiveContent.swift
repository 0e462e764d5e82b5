import CourseModel
import Markdown
import SourceCore

/// Flags what would run, submit, redirect or embed in a learner's browser.
struct ActiveContent: LessonRule {
  static let info = RuleInfo(
    id: "security/script",
    summary: "The page holds a script, or something else that acts in the learner's browser.",
    why: """
      A reused lesson is opened inside another office's LMS, signed in as a learner. A script there \
      can read and do whatever the learner can. Videos may be embedded with `iframe` from \
      `www.youtube-nocookie.com` and `player.vimeo.com`, and files of the course that cannot hold \
      a script (pictures, audio, video, PDF); everything else becomes a link.
      """,
    severity: .error,
    source: "OWASP Cross-Site Scripting Prevention Cheat Sheet; HTML Standard, 8.1 and 4.8")

  static let examples: [Example] = [
    .good("```html\n<script>alert(1)</script>\n```\n\nWrite `<script>` at the end.\n"),
    .good(
      "<iframe src=\"https://www.youtube-nocookie.com/embed/abc\" title=\"What an index is\"></iframe>\n"
    ),
    .good(
      "<details><summary>Lösung</summary>\n\nDer Index ist 104.\n\n</details>\n", language: "de"),
    .good(
      "![Point](data:image/png;base64,iVBORw0KGgo=) and [Java](https://example.org/javascript:)\n"),
    .bad("⟦<script src=\"https://example.org/quiz.js\">⟧</script>\n"),
    .bad("<img src=\"fig/age.png\" alt=\"Ages\" ⟦onerror=\"track()\"⟧>\n"),
    .bad("[Cliquez ici](⟦javascript:ouvrir()⟧)\n", language: "fr"),
    .bad("<a ⟦href=\"&#106;ava&Tab;script:abrir()\"⟧>Abrir</a>\n", language: "es"),
    .bad("⟦<form action=\"https://example.org/answers\">⟧\n</form>\n"),
    .bad("⟦<iframe src=\"https://example.org/dashboard\">⟧</iframe>\n"),
    .bad("⟦<meta http-equiv=\"refresh\" content=\"0; url=https://example.org\">⟧\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for tag in lesson.tags where !tag.isClosing { check(tag, report: report) }
    let document = lesson.document
    for link in lesson.links where document.kind(link.node) != .htmlInline {
      guard document.kind(link.node) != .htmlBlock else { continue }
      if let url = url(link.target, document.destination(link.node), isImage: false) {
        report(finding(link.destinationRange, url, document.notes(link.node, context)))
      }
    }
    for image in lesson.images where document.kind(image.node) == .image {
      if let url = url(image.target, document.destination(image.node), isImage: true) {
        report(finding(image.destinationRange, url, document.notes(image.node, context)))
      }
    }
  }

  private func url(
    _ target: LinkTarget, _ destination: @autoclosure () -> String, isImage: Bool
  ) -> ActiveURL? {
    switch target {
    case .external("https"), .external("http"), .external("mailto"), .external(""), .empty,
      .fragment, .local:
      return nil
    case .external, .template: return ActiveURL(destination(), isImage: isImage)
    }
  }

  private func finding(
    _ range: ByteRange, _ url: ActiveURL, _ notes: [Finding.Note] = []
  ) -> Finding {
    Finding(
      range, "the address \(url.what)", help: "link to a page or a file instead", notes: notes)
  }

  private func check(_ tag: HTMLTag, report: (Finding) -> Void) {
    if let (message, help) = Self.element(tag) {
      report(Finding(tag.range, message, help: help))
    }
    for attribute in tag.attributes {
      if Self.isHandler(attribute.name) {
        report(
          Finding(
            attribute.range, "`\(attribute.name)` runs a script",
            help: "remove the attribute"))
      } else if Self.addresses.contains(attribute.name), let value = attribute.value,
        let url = ActiveURL(AttributeText.decode(value), isImage: tag.name == "img")
      {
        report(finding(attribute.range, url))
      } else if attribute.name == "srcdoc" {
        report(
          Finding(
            attribute.range, "`srcdoc` holds a page of its own, which may hold scripts",
            help: "put its text into the lesson"))
      }
    }
  }

  /// What an element does by itself.
  private static func element(_ tag: HTMLTag) -> (message: String, help: String)? {
    switch tag.name {
    case "script":
      ("a script runs in the learner's browser", "remove it, or link to a page that has it")
    case "form":
      (
        "a form sends what the learner types to somebody",
        "ask in a `challenge`, or link to the form"
      )
    case "base": ("`base` changes where every link of the page leads", "write full addresses")
    case "meta":
      if let value = tag.value("http-equiv"),
        asciiLowercased(AttributeText.decode(value)) == "refresh"
      {
        ("the page sends the learner to another one", "remove it, and link to the other page")
      } else {
        nil
      }
    case "iframe", "frame", "object", "embed", "applet": embedding(tag)
    default: nil
    }
  }

  private static func embedding(_ tag: HTMLTag) -> (message: String, help: String)? {
    let address = tag.value("src") ?? tag.value("data") ?? tag.value("code")
    guard let address, !address.isEmpty else {
      return tag.value("srcdoc") == nil ? ("`\(tag.name)` embeds something", "link to it") : nil
    }
    let url = AttributeText.decode(address)
    if EmbeddedAddress.isAllowed(url) { return nil }
    let shown = Wording.short(EmbeddedAddress.host(of: url) ?? url)
    return ("`\(tag.name)` embeds `\(shown)`, which may run scripts", EmbeddedAddress.help(url))
  }

  private static func isHandler(_ name: String) -> Bool {
    name.utf8.count > 4 && name.hasPrefix("on")
      && name.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  private static let addresses: Set<String> = [
    "action", "background", "cite", "data", "formaction", "from", "href", "longdesc", "ping",
    "poster", "src", "to", "values", "xlink:href",
  ]
}
