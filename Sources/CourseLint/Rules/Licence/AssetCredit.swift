import CourseModel
import Markdown
import SourceCore

/// Flags a picture of somebody else's that is shown without a credit.
struct AssetCredit: LessonRule {
  static let info = RuleInfo(
    id: "licence/asset-credit",
    summary: "A picture of somebody else's is shown without a credit.",
    why: """
      The course's licence covers what its authors made. A picture from elsewhere needs its own \
      permission, and nearly every licence asks for author, source and licence beside it; without \
      them no other office can reuse the lesson. A picture counts as somebody else's where it \
      lies on another site, or its file's name is that of a picture agency or archive; a line \
      near it with a source, an author or a licence is a credit, and so is a link around it.
      """,
    severity: .warning,
    source: "CC BY 4.0, section 3.a.1; Creative Commons, \"Recommended practices for attribution\"")

  static let examples: [Example] = [
    .good("![Price index since 2015](fig/index.svg)\n"),
    .good(
      "![A shop](https://photos.artothek.net/shop.jpg)\n\n*Photo: A. Weber, CC BY-SA 4.0*\n"),
    .good("[![Carte](https://cartes.fr/c.png)](https://cartes.fr/carte)\n", language: "fr"),
    .good("![Censo](https://ine.es/c.png \"Fuente: INE, Censo 2021\")\n", language: "es"),
    .good("![Tests](https://img.shields.io/badge/tests-passing-green.svg)\n"),
    .bad("A shop:\n\n![A shop in winter](⟦https://i.redd.it/o6tq04zyozh11.png⟧)\n\nPrices rise.\n"),
    .bad("![Un marché](⟦fig/shutterstock_1203.jpg⟧)\n\nLes prix montent.\n", language: "fr"),
    .bad("<img src=\"⟦https://upload.wikimedia.org/m/Mapa.png⟧\" alt=\"Mapa\">\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard !lesson.images.isEmpty else { return }
    var signs = CreditSigns(lesson)
    for image in lesson.outside where image.isImage {
      let host = image.address.hostName
      let name = HostName(host)
      if Self.isOwn(host) || name.inside != nil || name.isReserved { continue }
      if Badge.isOne(image.address, in: image.addressBytes(in: lesson)) { continue }
      if isCredited(image.node, image.range, in: lesson, &signs) { continue }
      report(Self.finding(image.written, "the picture from `\(Wording.short(host))`"))
    }
    for image in lesson.images {
      guard case .local(let path, _) = image.target, let name = path.split(separator: "/").last,
        Self.namesAgency(name), !isCredited(image.node, image.range, in: lesson, &signs)
      else { continue }
      report(Self.finding(image.destinationRange, "the picture `\(Wording.short(String(name)))`"))
    }
  }

  private static func finding(_ range: ByteRange, _ what: String) -> Finding {
    Finding(
      range, "\(what) has no credit near it",
      help: "say below it whose it is, where it is from and under which licence, "
        + "as in `*A. Weber, https://…, CC BY 4.0*`")
  }

  /// Places where authors keep pictures of their own.
  private static func isOwn(_ host: String) -> Bool {
    host.hasSuffix("githubusercontent.com") || host == "github.com" || host.hasSuffix(".github.io")
      || host.hasPrefix("gitlab.") || host.hasSuffix(".gitlab.io")
  }

  private static let agencies = [
    "adobestock", "depositphotos", "dreamstime", "flickr", "freepik", "gettyimages", "istock",
    "istockphoto", "pexels", "pixabay", "shutterstock", "unsplash", "wikimedia", "xkcd",
  ]

  /// Whether one of the words of a file's name, between what is no letter, is an agency's.
  private static func namesAgency(_ name: Substring) -> Bool {
    name.utf8.split { ($0 | 0x20) &- 0x61 >= 26 }.contains { word in
      word.count >= 4
        && agencies.contains { agency in
          agency.utf8.elementsEqual(word.lazy.map { $0 | 0x20 })
        }
    }
  }

  /// Whether the picture's own text, its block, or the block behind it says whose it is.
  private func isCredited(
    _ node: NodeID, _ range: ByteRange, in lesson: Lesson, _ signs: inout CreditSigns
  ) -> Bool {
    let document = lesson.document
    var block = node
    while let parent = document.parent(block), document.kind(block).isInline {
      // A link around a picture leads to where it is from.
      if document.kind(block) == .link, block != node { return true }
      block = parent
    }
    var area = document.range(block)
    if let parent = document.parent(block), document.end(block) < document.end(parent) {
      area.upper = document.range(document.end(block)).upper
    }
    if signs.stand(in: area, except: range) { return true }
    if case .text(let text)? = lesson.image(at: range)?.alternative, CreditSigns.stand(in: text) {
      return true
    }
    return document.kind(node) == .image
      && document.title(node).map(CreditSigns.stand(in:)) == true
  }
}
