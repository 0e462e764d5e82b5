import SourceCore
import StructuredData

/// Holds a bundle's manifest against its RO-Crate, which says the same in other words.
struct CrateCheck {
  private let root: DataNode
  private let files: [String: DataNode]

  /// Reads a crate; nil where it is none.
  init?(_ bytes: [UInt8]) {
    let parsed = JSONParser.parse(bytes, range: 0..<bytes.count)
    guard parsed.problems.isEmpty, let graph = parsed.root?["@graph"]?.array,
      let root = graph.first(where: { $0["@id"]?.string == "./" })
    else { return nil }
    self.root = root
    files = Dictionary(
      graph.compactMap { node in
        guard node["@type"]?.string == "File", let id = node["@id"]?.string else { return nil }
        return (id, node)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// When the crate says the bundle's state was made.
  var published: String { root["datePublished"]?.string ?? "" }

  /// Where the two contradict each other.
  func faults(_ manifest: BundleManifest) -> [BundleFault] {
    var faults: [BundleFault] = []
    func expect(_ isEqual: Bool, _ what: String, _ path: String? = nil) {
      if !isEqual {
        faults.append(.init(.manifest, path, "the manifest and \(ROCrate.path) differ in \(what)"))
      }
    }
    expect(root["identifier"]?.string == manifest.course, "the course's id")
    expect(root["version"]?.string == manifest.version, "the version")
    expect(root["creativeWorkStatus"]?.string == manifest.mark.origin, "what it was made of")
    expect(
      root["additionalType"]?.string
        == Provenance.type(manifest.format, path: manifest.path, edition: manifest.edition),
      "the format")
    let made = Self.ids(root["isBasedOn"])
    expect(
      made
        == [
          manifest.mark.commit.map { "swh:1:rev:\($0.hex)" },
          manifest.mark.tree.map { "swh:1:dir:\($0.hex)" },
        ].compactMap(\.self), "commit and tree")
    let listed = manifest.entries.filter { $0.path != ROCrate.path }
    expect(files.count == listed.count, "the number of files")
    for entry in listed {
      let file = files[ROCrate.id(entry.path)]
      expect(file?["sha256"]?.string == entry.sha256, "its SHA-256", entry.path)
      expect(file?["contentSize"]?.string == String(entry.count), "its size", entry.path)
      let sources = Self.ids(file?["isBasedOn"]).filter { $0.hasPrefix("swh:") }
      expect(
        sources == (entry.source.flatMap(Provenance.sourceID).map { [$0] } ?? []), "its source",
        entry.path)
    }
    return faults
  }

  private static func ids(_ node: DataNode?) -> [String] {
    if let one = node?["@id"]?.string { return [one] }
    return (node?.array ?? []).compactMap { $0["@id"]?.string }
  }
}
