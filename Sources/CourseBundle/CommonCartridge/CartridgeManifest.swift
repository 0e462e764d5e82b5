import CourseModel
import SourceCore

/// `imsmanifest.xml` of a Common Cartridge.
struct CartridgeManifest {
  let content: CourseContent
  let version: CartridgeVersion
  let modules: [CartridgeItem]
  let resources: [CartridgeResource]

  /// The manifest.
  var bytes: [UInt8] {
    let course = content.packageID
    var xml = HTMLWriter()
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "manifest",
      [
        "xmlns": version.manifest, "xmlns:lom": version.metadata,
        "identifier": StableID.name("course", course),
      ])
    xml.newline()
    metadata(&xml)
    xml.literal("<organizations>\n")
    xml.open(
      "organization",
      ["identifier": StableID.name("contents", course), "structure": "rooted-hierarchy"])
    xml.newline()
    xml.open("item", ["identifier": StableID.name("root", course)])
    xml.newline()
    for module in modules { write(module, &xml) }
    xml.literal("</item>\n</organization>\n</organizations>\n<resources>\n")
    for resource in resources { write(resource, &xml) }
    xml.literal("</resources>\n</manifest>\n")
    return XMLSyntax.bytes(xml.bytes)
  }

  private func write(_ item: CartridgeItem, _ xml: inout HTMLWriter) {
    xml.open("item", ["identifier": item.id, "identifierref": item.resource])
    xml.element("title", text: item.title)
    xml.newline()
    for inner in item.items { write(inner, &xml) }
    xml.close("item")
    xml.newline()
  }

  private func write(_ resource: CartridgeResource, _ xml: inout HTMLWriter) {
    let href = URLText.relative(resource.file.path, from: "imsmanifest.xml")
    xml.open(
      "resource",
      [
        "identifier": resource.id, "type": resource.type, "href": resource.isPage ? href : nil,
      ])
    xml.newline()
    xml.empty("file", ["href": href])
    for need in resource.needs { xml.empty("dependency", ["identifierref": need]) }
    xml.close("resource")
    xml.newline()
  }

  private func metadata(_ xml: inout HTMLWriter) {
    let context = content.context
    let metadata = context.metadata
    xml.literal("<metadata>\n<schema>IMS Common Cartridge</schema>\n")
    xml.element("schemaversion", text: version.number)
    xml.literal("\n<lom:lom>\n<lom:general>\n")
    text("lom:title", context.title, &xml)
    xml.element("lom:language", text: context.language)
    xml.newline()
    text("lom:description", metadata.summary ?? context.title, &xml)
    for keyword in metadata.keywords { text("lom:keyword", keyword, &xml) }
    xml.literal("</lom:general>\n<lom:rights>\n")
    xml.literal("<lom:copyrightAndOtherRestrictions><lom:value>yes</lom:value>")
    xml.literal("</lom:copyrightAndOtherRestrictions>\n")
    let license = metadata.license.map { LicenseName($0.value) }
    let rights = license.map { name in name.url.map { "\(name.text) (\($0))" } ?? name.text }
    text("lom:description", rights ?? context.labels.interactive.noLicense, &xml)
    xml.literal("</lom:rights>\n</lom:lom>\n</metadata>\n")
  }

  private func text(_ name: String, _ value: String, _ xml: inout HTMLWriter) {
    xml.element(name) { xml in
      xml.element("lom:string", ["language": content.context.language], text: value)
    }
    xml.newline()
  }
}
