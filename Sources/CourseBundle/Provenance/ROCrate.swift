import CourseModel
import SourceCore

/// `ro-crate-metadata.json` (RO-Crate 1.1): what a bundle is, and every file of it.
struct ROCrate {
  /// Where a bundle keeps it.
  static let path = "ro-crate-metadata.json"

  let provenance: Provenance
  /// All files of the bundle but this one and the manifest, sorted.
  let files: [BundleManifest.Entry]

  /// The document.
  var json: [UInt8] {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.key("@context")
    json.beginArray()
    json.string("https://w3id.org/ro/crate/1.1/context")
    json.beginObject()
    text("sha256", "https://schema.org/sha256", &json)
    json.endObject()
    json.endArray()
    json.key("@graph")
    json.beginArray()
    json.beginObject()
    text("@id", Self.path, &json)
    text("@type", "CreativeWork", &json)
    references("conformsTo", ["https://w3id.org/ro/crate/1.1"], &json)
    references("about", ["./"], &json)
    json.endObject()
    root(&json)
    let reuses = Dictionary(
      provenance.reuses.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for file in files { write(file, reuse: reuses[file.path], &json) }
    contexts(&json)
    json.endArray()
    json.endObject()
    json.newline()
    return json.bytes
  }

  /// The id of a file: its path as a URL.
  static func id(_ path: String) -> String { URLText.relative(path, from: Self.path) }

  private func root(_ json: inout JSONWriter) {
    json.beginObject()
    text("@id", "./", &json)
    json.key("@type")
    json.beginArray()
    json.string("Dataset")
    json.string("LearningResource")
    json.endArray()
    text(
      "additionalType",
      Provenance.type(
        provenance.format, path: provenance.path, edition: provenance.edition), &json)
    text("identifier", provenance.course, &json)
    text("name", provenance.title, &json)
    text("description", provenance.summary, &json)
    text("inLanguage", provenance.language, &json)
    text("datePublished", UTCTime.text(provenance.mark.time), &json)
    if let version = provenance.version { text("version", version, &json) }
    text("creativeWorkStatus", provenance.mark.origin, &json)
    if let license = provenance.license {
      let name = LicenseName(license)
      if let url = name.url {
        references("license", [url], &json)
      } else {
        text("license", name.text, &json)
      }
    } else {
      text("license", "NOASSERTION", &json)
    }
    if !provenance.keywords.isEmpty {
      text("keywords", provenance.keywords.joined(separator: ", "), &json)
    }
    if !provenance.authors.isEmpty {
      references("author", provenance.authors.indices.map(authorID), &json)
    }
    if provenance.provider != nil { references("publisher", ["#provider"], &json) }
    if let framework = provenance.framework {
      references("conformsTo", ["urn:academy:\(framework)"], &json)
    }
    let sources = [provenance.revisionID, provenance.directoryID].compactMap(\.self)
    if !sources.isEmpty { references("isBasedOn", sources, &json) }
    json.key("hasPart")
    json.beginArray()
    for file in files { reference(Self.id(file.path), &json) }
    json.endArray()
    json.endObject()
  }

  private func write(_ file: BundleManifest.Entry, reuse: Int?, _ json: inout JSONWriter) {
    json.beginObject()
    text("@id", Self.id(file.path), &json)
    text("@type", "File", &json)
    text("contentSize", String(file.count), &json)
    text("encodingFormat", MediaType.of(file.path), &json)
    text("sha256", file.sha256, &json)
    var sources = file.source.flatMap(Provenance.sourceID).map { [$0] } ?? []
    if let reuse { sources.append("#reuse-\(reuse + 1)") }
    if !sources.isEmpty { references("isBasedOn", sources, &json) }
    json.endObject()
  }

  // MARK: What the graph refers to

  private func contexts(_ json: inout JSONWriter) {
    for (index, author) in provenance.authors.enumerated() {
      json.beginObject()
      text("@id", authorID(index), &json)
      text("@type", "Person", &json)
      text("name", author.name, &json)
      if let affiliation = author.affiliation { text("affiliation", affiliation, &json) }
      json.endObject()
    }
    if let provider = provenance.provider {
      json.beginObject()
      text("@id", "#provider", &json)
      text("@type", "Organization", &json)
      text("name", provider.name, &json)
      if let url = provider.url.flatMap(URLText.external) { text("url", url, &json) }
      json.endObject()
    }
    if let license = provenance.license.map({ LicenseName($0) }), let url = license.url {
      json.beginObject()
      text("@id", url, &json)
      text("@type", "CreativeWork", &json)
      text("name", license.text, &json)
      json.endObject()
    }
    for (id, name) in [
      (provenance.revisionID, "The commit"), (provenance.directoryID, "The course's folder in it"),
    ] {
      guard let id else { continue }
      json.beginObject()
      text("@id", id, &json)
      text("@type", "SoftwareSourceCode", &json)
      text("name", name, &json)
      json.endObject()
    }
    for (index, reuse) in provenance.reuses.enumerated() { write(reuse, index, &json) }
  }

  private func write(_ reuse: Provenance.Reuse, _ index: Int, _ json: inout JSONWriter) {
    let credit = reuse.credit
    json.beginObject()
    text("@id", "#reuse-\(index + 1)", &json)
    text("@type", "LearningResource", &json)
    text("name", credit.title, &json)
    text("identifier", credit.course, &json)
    if let version = credit.version { text("version", version, &json) }
    if let author = credit.author { text("author", author, &json) }
    if let license = credit.license { text("license", license, &json) }
    if let source = credit.sourceURL.flatMap(URLText.external) { text("url", source, &json) }
    if let changes = credit.changes { text("description", changes, &json) }
    text("additionalType", "urn:academy:reuse:\(credit.kind.rawValue)", &json)
    json.endObject()
  }

  private func authorID(_ index: Int) -> String {
    let orcid = provenance.authors[index].orcid.map { String($0.split(separator: "/").last ?? "") }
    return orcid.map { "https://orcid.org/\($0)" } ?? "#author-\(index + 1)"
  }

  private func text(_ key: String, _ value: String, _ json: inout JSONWriter) {
    json.key(key)
    json.string(value)
  }

  private func reference(_ id: String, _ json: inout JSONWriter) {
    json.beginObject()
    text("@id", id, &json)
    json.endObject()
  }

  private func references(_ key: String, _ ids: [String], _ json: inout JSONWriter) {
    json.key(key)
    if ids.count == 1 { return reference(ids[0], &json) }
    json.beginArray()
    for id in ids { reference(id, &json) }
    json.endArray()
  }
}
