import SourceCore

/// `imsmanifest.xml` of a SCORM 1.2 package.
struct SCORMManifest {
  let content: CourseContent
  /// Paths of all other files of the package.
  let files: [String]
  let assessment: Assessment?

  /// The manifest; platforms keep attempts by these identifiers.
  var bytes: [UInt8] {
    let course = content.packageID
    let organization = StableID.name("contents", course)
    let resource = StableID.name("sco", course)
    var xml = HTMLWriter()
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "manifest",
      [
        "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "identifier": StableID.name("course", course), "version": content.version,
      ])
    xml.literal("\n<metadata>\n<schema>ADL SCORM</schema>\n")
    xml.literal("<schemaversion>1.2</schemaversion>\n</metadata>\n")
    xml.open("organizations", ["default": organization])
    xml.newline()
    xml.open("organization", ["identifier": organization])
    xml.newline()
    xml.element("title", text: content.context.title)
    xml.newline()
    xml.open("item", ["identifier": StableID.name("item", course), "identifierref": resource])
    xml.newline()
    xml.element("title", text: content.context.title)
    xml.newline()
    if let assessment, assessment.mustPass {
      xml.element("adlcp:masteryscore", text: String(assessment.pass))
      xml.newline()
    }
    xml.literal("</item>\n</organization>\n</organizations>\n<resources>\n")
    xml.open(
      "resource",
      [
        "identifier": resource, "type": "webcontent", "adlcp:scormtype": "sco",
        "href": SCORMBuilder.launch,
      ])
    xml.newline()
    for path in files.sorted(by: { $0.precedesBytewise($1) }) {
      xml.empty("file", ["href": URLText.relative(path, from: "imsmanifest.xml")])
    }
    xml.literal("</resource>\n</resources>\n</manifest>\n")
    return XMLSyntax.bytes(xml.bytes)
  }
}
