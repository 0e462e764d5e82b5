import CourseModel
import Markdown
import SourceCore

/// Flags a link whose text does not say where it leads.
struct LinkText: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/link-text", alias: "MD059",
    summary: "A link's text does not say where it leads.",
    why: """
      Screen readers list the links of a page without the text around them; ten times "here" is \
      no list. A long address is spoken character by character. Short addresses, which people \
      type from paper, footnotes and identifiers such as a DOI are left alone.
      """,
    severity: .warning,
    source:
      "WCAG 2.2, success criterion 2.4.4 (https://www.w3.org/TR/WCAG22/#link-purpose-in-context)"
  )

  static let examples: [Example] = [
    .good("Read [the handbook on price indices](https://unstats.un.org/handbook).\n"),
    .good(
      "See <https://www.r-project.org> and <https://doi.org/10.1111/j.1751-5823.2010.00102>.\n"),
    .good("Voir [ici et là](ici.md), le [lien social](lien.md).\n", language: "fr"),
    .good(
      "Indices.[^1]\n\n[^1]: [https://unstats.un.org/wiki/display/prices/Index+numbers+explained](https://unstats.un.org)\n"
    ),
    .good("[Aquí, en Galicia](galicia.md) y [more](more.md)\n", language: "es"),
    .bad("The data are [⟦here⟧](data.csv); for more [⟦Click here!⟧](more.md).\n"),
    .bad(
      "Les données sont [⟦ici⟧](donnees.csv). <a href=\"p.html\">⟦En savoir plus⟧</a>\n",
      language: "fr"),
    .bad("Los datos están [⟦**aquí**⟧](datos.csv). [⟦Leer más »⟧](mas.md)\n", language: "es"),
    .bad(
      "[⟦https://unstats.un.org/wiki/display/prices/Index+numbers+explained⟧](https://unstats.un.org)\n"
    ),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard !lesson.links.isEmpty else { return }
    let bytes = lesson.text.bytes
    let phrases = LinkPhrases.of(lesson.language)
    for link in lesson.links {
      guard let range = NodeContent.words(of: link, in: lesson) else { continue }
      if range.count <= LinkPhrases.longest {
        guard let words = phrases.match(bytes, range) else { continue }
        report(
          Finding(
            range, "the link's text `\(words)` does not say where it leads",
            help: "link the words that name the page, as in `[the list of weights](…)`"))
      } else if range.count > 60, Self.isLongAddress(bytes, range), !isCitation(link, lesson) {
        report(
          Finding(
            range, "the link's text is an address of \(range.count) characters",
            help: "write the page's title between the brackets"))
      }
    }
  }

  private static func isLongAddress(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let text = bytes[range.indices]
    guard
      text.starts(with: "http://".utf8) || text.starts(with: "https://".utf8)
        || text.starts(with: "www.".utf8), text.allSatisfy({ $0 > 0x20 })
    else { return false }
    guard let address = WebAddress(bytes, in: range) else { return true }
    return !identifiers.contains(address.hostName)
  }

  /// A footnote cites, and a citation gives the address.
  private func isCitation(_ link: Link, _ lesson: Lesson) -> Bool {
    var node = link.node
    while let parent = lesson.document.parent(node) {
      if lesson.document.kind(parent) == .footnoteDefinition { return true }
      node = parent
    }
    return false
  }

  /// Hosts of identifiers that are meant to be read.
  private static let identifiers: Set<String> = [
    "doi.org", "dx.doi.org", "hdl.handle.net", "orcid.org", "ror.org", "arxiv.org", "purl.org",
  ]
}
