import CourseBundle
import SourceCore
import StructuredData

extension PipelineFile {
  /// An office's name, logo and colours.
  static func brand(
    _ node: DataNode?, base: String, fail: (String, ByteRange?, String?) -> ToolFailure
  ) throws -> Brand? {
    guard let node else { return nil }
    let known = ["name", "logo", "color", "accent"]
    guard let members = node.object else {
      throw fail("`brand` must be an object", node.range, "it has \(known.joined(separator: ", "))")
    }
    for member in members where !known.contains(member.key) {
      throw fail(
        "`\(member.key)` is not a setting of `brand`", member.keyRange,
        "the settings are \(known.joined(separator: ", "))")
    }
    func colour(_ key: String) throws -> Brand.Colour? {
      guard let value = node[key] else { return nil }
      guard let colour = value.string.flatMap({ Brand.Colour($0) }) else {
        throw fail("`\(key)` must be a colour such as #12324f", value.range, nil)
      }
      return colour
    }
    let brand = Brand(
      name: node["name"]?.string, logo: try logo(node["logo"], base: base, fail: fail),
      colour: try colour("color"), accent: try colour("accent"))
    if let problem = brand.problem {
      throw fail(problem, node.range, "choose a darker colour, or a plain picture")
    }
    return brand
  }

  private static func logo(
    _ node: DataNode?, base: String, fail: (String, ByteRange?, String?) -> ToolFailure
  ) throws -> BundleFile? {
    guard let node else { return nil }
    guard let path = node.string.flatMap({ RepoPath($0) }),
      ["svg", "png", "jpg", "jpeg", "webp"].contains(path.fileExtension)
    else {
      throw fail(
        "`logo` must be a picture below this file's folder", node.range,
        "it may be .svg, .png, .jpg or .webp")
    }
    let bytes = try FileSystem.read(FileSystem.resolve(path.string, in: base), limit: 1_000_000)
    return BundleFile(path: "assets/logo.\(path.fileExtension)", bytes: bytes)
  }

  /// Where the output folder will be on the web.
  static func siteAddress(
    _ node: DataNode?, fail: (String, ByteRange?, String?) -> ToolFailure
  ) throws -> String? {
    guard let node else { return nil }
    guard let text = node.string, text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      throw fail(
        "`site-address` must be an address such as https://example.org/courses/", node.range, nil)
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}
