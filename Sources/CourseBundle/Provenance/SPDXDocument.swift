import Digest
import Identifiers
import CourseModel
import SourceCore

/// The SPDX 2.3 document that lies beside a bundle: its archive, its files and their licences.
struct SPDXDocument {
  let plan: BundlePlan
  /// Name of the archive.
  let archive: String
  /// SHA-256 of the archive, in hexadecimal digits.
  let archiveDigest: String
  /// SHA-1 of the plan's files, in their order, which SPDX asks for.
  let sha1: [String]

  /// The document.
  var json: [UInt8] {
    let about = plan.provenance
    let urn = StableID.urn(course: about.course, version: about.version, mark: about.mark)
    var json = JSONWriter(pretty: true)
    json.beginObject()
    text("spdxVersion", "SPDX-2.3", &json)
    text("dataLicense", "CC0-1.0", &json)
    text("SPDXID", "SPDXRef-DOCUMENT", &json)
    text("name", archive, &json)
    text(
      "documentNamespace",
      "https://spdx.org/spdxdocs/academy-\(NameUUID.text(of: "\(urn)#\(archiveDigest)"))", &json)
    json.key("creationInfo")
    json.beginObject()
    text("created", UTCTime.text(about.mark.time), &json)
    json.key("creators")
    json.beginArray()
    json.string("Tool: academy")
    if let provider = about.provider { json.string("Organization: \(Self.line(provider.name))") }
    json.endArray()
    json.endObject()
    json.key("packages")
    json.beginArray()
    bundle(&json)
    for (index, reuse) in upstream.enumerated() { package(reuse, index, &json) }
    json.endArray()
    json.key("files")
    json.beginArray()
    let known = Dictionary(
      plan.manifest.entries.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for (index, file) in plan.files.enumerated() {
      write(file, index, sha1[index], known[file.path] ?? SHA256.hex(file.bytes), &json)
    }
    json.endArray()
    relationships(&json)
    json.endObject()
    json.newline()
    return json.bytes
  }

  /// Courses that lessons were taken from, each once.
  private var upstream: [ReuseCredit] {
    var known: Set<String> = []
    return plan.provenance.reuses.map(\.credit).filter {
      known.insert("\($0.course) \($0.version ?? "")").inserted
    }
  }

  /// What tells the releases of courses apart.
  private struct Release: Hashable {
    let course: String
    let version: String?

    init(_ credit: ReuseCredit) {
      course = credit.course
      version = credit.version
    }
  }

  private func bundle(_ json: inout JSONWriter) {
    let about = plan.provenance
    json.beginObject()
    text("SPDXID", "SPDXRef-Bundle", &json)
    text("name", about.course, &json)
    if let version = about.version { text("versionInfo", version, &json) }
    text("packageFileName", archive, &json)
    if let provider = about.provider {
      text("supplier", "Organization: \(Self.line(provider.name))", &json)
    }
    text("downloadLocation", "NOASSERTION", &json)
    json.key("filesAnalyzed")
    json.bool(true)
    json.key("packageVerificationCode")
    json.beginObject()
    text("packageVerificationCodeValue", SHA1.hex(sha1.sorted().joined().utf8), &json)
    json.endObject()
    checksums([("SHA256", archiveDigest)], &json)
    text("licenseConcluded", "NOASSERTION", &json)
    text("licenseDeclared", Self.expression(about.license), &json)
    text("copyrightText", copyright, &json)
    text("primaryPackagePurpose", "ARCHIVE", &json)
    if let commit = about.mark.commit { text("sourceInfo", "Git commit \(commit.hex)", &json) }
    json.endObject()
  }

  private var copyright: String {
    let names = plan.provenance.authors.map(\.name)
    return names.isEmpty ? "NOASSERTION" : names.joined(separator: ", ")
  }

  private func package(_ credit: ReuseCredit, _ index: Int, _ json: inout JSONWriter) {
    json.beginObject()
    text("SPDXID", "SPDXRef-Upstream-\(index + 1)", &json)
    text("name", credit.course, &json)
    if let version = credit.version { text("versionInfo", version, &json) }
    text("downloadLocation", "NOASSERTION", &json)
    json.key("filesAnalyzed")
    json.bool(false)
    text("licenseConcluded", "NOASSERTION", &json)
    text("licenseDeclared", Self.expression(credit.license), &json)
    text("copyrightText", credit.author ?? "NOASSERTION", &json)
    json.endObject()
  }

  private func write(
    _ file: BundleFile, _ index: Int, _ sha1: String, _ sha256: String, _ json: inout JSONWriter
  ) {
    json.beginObject()
    text("SPDXID", "SPDXRef-File-\(index + 1)", &json)
    text("fileName", "./\(file.path)", &json)
    checksums(
      [("SHA1", sha1), ("SHA256", sha256)], &json)
    text("licenseConcluded", "NOASSERTION", &json)
    json.key("licenseInfoInFiles")
    json.beginArray()
    json.string("NOASSERTION")
    json.endArray()
    text("copyrightText", "NOASSERTION", &json)
    json.endObject()
  }

  private func relationships(_ json: inout JSONWriter) {
    json.key("relationships")
    json.beginArray()
    relationship("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Bundle", &json)
    for index in plan.files.indices {
      relationship("SPDXRef-Bundle", "CONTAINS", "SPDXRef-File-\(index + 1)", &json)
    }
    let upstream = upstream
    for index in upstream.indices {
      relationship(
        "SPDXRef-Bundle", "DESCENDANT_OF", "SPDXRef-Upstream-\(index + 1)", &json)
    }
    let sources = Dictionary(
      upstream.enumerated().map { (Release($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let credits = Dictionary(
      plan.provenance.reuses.map { ($0.path, $0.credit) }, uniquingKeysWith: { first, _ in first })
    for (index, file) in plan.files.enumerated() {
      guard let credit = credits[file.path], let source = sources[Release(credit)] else { continue }
      relationship(
        "SPDXRef-File-\(index + 1)", "GENERATED_FROM", "SPDXRef-Upstream-\(source + 1)", &json)
    }
    json.endArray()
  }

  private func relationship(
    _ element: String, _ type: String, _ related: String, _ json: inout JSONWriter
  ) {
    json.beginObject()
    text("spdxElementId", element, &json)
    text("relationshipType", type, &json)
    text("relatedSpdxElement", related, &json)
    json.endObject()
  }

  private func checksums(_ sums: [(String, String)], _ json: inout JSONWriter) {
    json.key("checksums")
    json.beginArray()
    for (algorithm, value) in sums {
      json.beginObject()
      text("algorithm", algorithm, &json)
      text("checksumValue", value, &json)
      json.endObject()
    }
    json.endArray()
  }

  /// A licence as SPDX has it; one that SPDX does not list would have to be quoted in full.
  private static func expression(_ license: String?) -> String {
    guard let license, let expression = SPDXExpression(license),
      !expression.licenses.contains(where: \.isReference)
    else { return "NOASSERTION" }
    return expression.description
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func text(_ key: String, _ value: String, _ json: inout JSONWriter) {
    json.key(key)
    json.string(value)
  }
}
