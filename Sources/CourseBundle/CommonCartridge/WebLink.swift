import CourseModel
import Markdown
import SourceCore

/// A link of a lesson to another place on the web, as a cartridge lists it.
struct WebLink {
  let url: String
  let title: String
  let version: CartridgeVersion

  /// The links of all lessons, each address once, in the order of the lessons.
  static func all(in content: CourseContent, version: CartridgeVersion) -> [WebLink] {
    var known: Set<String> = []
    var links: [WebLink] = []
    for member in content.pages where member.source.kind == .lesson {
      let document = member.lesson.document
      for link in member.lesson.links {
        guard case .external = link.target,
          ![.htmlBlock, .htmlInline].contains(document.kind(link.node)),
          let url = URLText.external(document.destination(link.node)), url.hasPrefix("http"),
          known.insert(url).inserted
        else { continue }
        let text = document.plainText(link.node).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        links.append(WebLink(url: url, title: text.isEmpty ? url : text, version: version))
      }
    }
    return links
  }

  /// The link as a resource of its own.
  var resource: CartridgeResource {
    var xml = HTMLWriter()
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("webLink", ["xmlns": version.webLink])
    xml.newline()
    xml.element("title", text: title)
    xml.newline()
    xml.empty("url", ["href": url, "target": "_blank"])
    xml.literal("</webLink>\n")
    let id = StableID.name("link", url)
    return CartridgeResource(
      id: id, type: version.webLinkType,
      file: BundleFile(path: "links/\(Self.name(url)).xml", bytes: XMLSyntax.bytes(xml.bytes)),
      isPage: false)
  }

  /// A name that stays with the address: its readable part, and a digest of the whole.
  private static func name(_ url: String) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in url.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let host = url.split(separator: "/").dropFirst().first ?? "link"
    return "\(SafeName.part(asciiLowercased(host.prefix(60))))-\(String(value, radix: 36))"
  }
}
