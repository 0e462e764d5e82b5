import CourseModel
import SourceCore

/// Flags an image that lies on another server.
struct RemoteImage: LessonRule {
  static let info = RuleInfo(
    id: "links/remote-image",
    summary: "An image lies on another server.",
    why: """
      Bundles and e-books work without a network, so learners see a gap in the picture's place. \
      The other server may move or change the picture, and learns who reads the lesson. Badges, \
      which show a state of today, are left alone.
      """,
    severity: .warning,
    source: "EPUB 3.3, section 3.6 (resource locations); course format 1, bundles")

  static let examples: [Example] = [
    .good("![Price index since 2015](fig/index.svg)\n"),
    .good("[![Tests](https://img.shields.io/badge/tests-passing-green.svg)](https://ex.org)\n"),
    .good("![État](https://travis-ci.org/a/b.svg?branch=main)\n", language: "fr"),
    .good("Voir [la carte](https://www.insee.fr/carte.png).\n", language: "fr"),
    .good("![Mapa](data:image/png;base64,iVBORw0KGgo=)\n", language: "es"),
    .bad("![Price index since 2015](⟦https://statistics.example/index.png⟧)\n"),
    .bad("<img alt=\"Carte\" src=\"⟦//cdn.example.org/carte.png⟧\">\n", language: "fr"),
    .bad("![Pirámide de población][p]\n\n[p]: ⟦https://ine.example/p.png⟧\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for image in lesson.outside where image.isImage {
      let address = image.address
      if Badge.isOne(address, in: image.addressBytes(in: lesson)) { continue }
      if HostName(address.hostName).inside != nil { continue }
      report(
        Finding(
          image.written, "the image lies on `\(Wording.short(address.hostName))`",
          help: "save it in the course, say there whose it is, and link to that file",
          notes: image.notes(context)))
    }
  }
}
