import CourseModel
import SourceCore

/// Flags a link to a web page without encryption.
struct InsecureLink: LessonRule {
  static let info = RuleInfo(
    id: "links/http",
    summary: "A link uses `http`, which is not encrypted.",
    why: """
      Anybody between the learner and the server can read and change the page. Browsers warn of \
      it, an LMS does not show it inside its own pages, and many office networks block it. Most \
      sites answer to `https` as well; nothing is fetched to find out.
      """,
    severity: .warning, source: "W3C TAG, \"Securing the Web\"; W3C Mixed Content")

  static let examples: [Example] = [
    .good("See [the handbook](https://unstats.un.org/wiki) and ![Map](https://ine.es/m.png).\n"),
    .good("Start it, and open <http://localhost:8000> or <http://192.168.1.20/>.\n"),
    .good("L'espace de noms est `http://www.sdmx.org/resources`.\n", language: "fr"),
    .good("Escriba [una dirección](http://example.org/datos.csv).\n", language: "es"),
    .bad(
      "See [the handbook](⟦http://unstats.un.org/wiki⟧).\n",
      fixed: "See [the handbook](https://unstats.un.org/wiki).\n"),
    .bad(
      "Voir <⟦http://www.insee.fr/indices⟧> et [l'annexe][a], [encore][a].\n\n"
        + "[a]: ⟦http://www.insee.fr/annexe⟧\n",
      fixed: "Voir <https://www.insee.fr/indices> et [l'annexe][a], [encore][a].\n\n"
        + "[a]: https://www.insee.fr/annexe\n", language: "fr"),
    .bad("<a href='⟦http://datos.ine.es:8080/api⟧'>La API</a>\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for link in lesson.outside {
      let address = link.address
      if !address.hasScheme("http", in: link.addressBytes(in: lesson)) { continue }
      let host = HostName(address.hostName)
      if host.isReserved || host.inside != nil { continue }
      let scheme = ByteRange(address.scheme.start, address.scheme.end)
      // Another port than 80 speaks one protocol only.
      let isPlain = address.port.isEmpty
      report(
        Finding(
          link.written, "the address of `\(Wording.short(address.hostName))` starts with `http:`",
          help: isPlain
            ? "write `https:`, and see whether the page opens"
            : "ask whoever runs it for an address with `https:`",
          notes: link.notes(context),
          fix: isPlain && link.definition == nil
            ? Fix(
              title: "write `https:`", replacing: scheme, with: "https",
              applicability: .suggestion) : nil))
    }
  }
}
