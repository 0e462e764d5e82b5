import CourseModel
import Digest
import SourceCore

/// The package document of an EPUB: what the publication is, what it holds, and in which order.
struct EPUBPackage {
  let content: CourseContent
  /// Paths of the pages in reading order.
  let pages: [String]
  /// Paths of the pictures.
  let pictures: [String]
  /// Paths of files that are not for reading.
  let others: [String]

  /// The document.
  var bytes: [UInt8] {
    var xml = HTMLWriter()
    let context = content.context
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "package",
      [
        "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "id",
        "xml:lang": context.language, "dir": SiteContext.direction(context.language),
      ])
    xml.newline()
    metadata(&xml)
    xml.literal("<manifest>\n")
    item(EPUBBuilder.navigation, &xml, properties: "nav")
    item(EPUBBuilder.stylesheet, &xml)
    for path in pages + pictures + others { item(path, &xml) }
    xml.literal("</manifest>\n<spine>\n")
    for path in pages { xml.empty("itemref", ["idref": StableID.name("file", path)]) }
    xml.literal("</spine>\n</package>\n")
    return XMLSyntax.bytes(xml.bytes)
  }

  private func item(_ path: String, _ xml: inout HTMLWriter, properties: String? = nil) {
    xml.empty(
      "item",
      [
        "id": StableID.name("file", path), "href": URLText.relative(path, from: "package.opf"),
        "media-type": MediaType.of(path), "properties": properties,
      ])
  }

  private func metadata(_ xml: inout HTMLWriter) {
    let context = content.context
    let metadata = context.metadata
    xml.open("metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"])
    xml.newline()
    line(
      "dc:identifier", ["id": "id"], "urn:uuid:\(NameUUID.text(of: StableID.urn(content)))", &xml)
    line("dc:title", [:], context.title, &xml)
    line("dc:language", [:], context.language, &xml)
    for author in metadata.authors { line("dc:creator", [:], author.name, &xml) }
    if let provider = metadata.provider { line("dc:publisher", [:], provider.name, &xml) }
    if let summary = metadata.summary { line("dc:description", [:], summary, &xml) }
    for keyword in metadata.keywords { line("dc:subject", [:], keyword, &xml) }
    let license = metadata.license.map { LicenseName($0.value) }
    let rights = license.map { name in name.url.map { "\(name.text) (\($0))" } ?? name.text }
    line("dc:rights", [:], rights ?? context.labels.interactive.noLicense, &xml)
    property("dcterms:modified", UTCTime.text(content.request.mark.time), &xml)
    accessibility(&xml)
    xml.literal("</metadata>\n")
  }

  private func accessibility(_ xml: inout HTMLWriter) {
    property("schema:accessMode", "textual", &xml)
    if !pictures.isEmpty { property("schema:accessMode", "visual", &xml) }
    property("schema:accessModeSufficient", "textual", &xml)
    if !pictures.isEmpty { property("schema:accessModeSufficient", "textual,visual", &xml) }
    for feature in ["displayTransformability", "readingOrder", "structuralNavigation"] {
      property("schema:accessibilityFeature", feature, &xml)
    }
    property("schema:accessibilityFeature", "tableOfContents", &xml)
    if !pictures.isEmpty { property("schema:accessibilityFeature", "alternativeText", &xml) }
    property("schema:accessibilityHazard", "none", &xml)
    property(
      "schema:accessibilitySummary", content.context.labels.interactive.accessibility, &xml)
    property("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA", &xml)
  }

  private func property(_ name: String, _ value: String, _ xml: inout HTMLWriter) {
    line("meta", ["property": name], value, &xml)
  }

  private func line(
    _ name: String, _ attributes: HTMLWriter.Attributes, _ text: String, _ xml: inout HTMLWriter
  ) {
    xml.element(name, attributes, text: text)
    xml.newline()
  }
}
