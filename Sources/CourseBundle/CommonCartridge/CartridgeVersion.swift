/// What differs between the two versions of Common Cartridge.
struct CartridgeVersion: Hashable, Sendable {
  /// `1.1.0`.
  let number: String
  /// What stands in the names of schemas and resource types.
  private let word: String
  let style: PageStyle
  /// The folder of the course's own files.
  let filesFolder: String
  /// Fewest options of a question with one right answer.
  let fewestOptions: Int

  static let v11 = CartridgeVersion(
    number: "1.1.0", word: "v1p1", style: .cartridge11, filesFolder: "", fewestOptions: 3)
  static let v13 = CartridgeVersion(
    number: "1.3.0", word: "v1p3", style: .cartridge13, filesFolder: "web_resources/",
    fewestOptions: 3)

  var manifest: String { "http://www.imsglobal.org/xsd/imscc\(word)/imscp_v1p1" }
  var metadata: String { "http://ltsc.ieee.org/xsd/imscc\(word)/LOM/manifest" }
  var webLink: String { "http://www.imsglobal.org/xsd/imscc\(word)/imswl_\(word)" }
  var webLinkType: String { "imswl_xml\(word)" }
  var assessmentType: String { "imsqti_xmlv1p2/imscc_xml\(word)/assessment" }
}
