import Digest
import SourceCore

/// The list of every file of a bundle with its digest and source: the bundle's identity.
public struct BundleManifest: Sendable, Hashable {
  /// One file of the list.
  public struct Entry: Sendable, Hashable {
    /// Path inside the bundle.
    public let path: String
    /// SHA-256 of its bytes, in hexadecimal digits.
    public let sha256: String
    /// How many bytes it has.
    public let count: Int
    /// What it was made from.
    public let source: BundleFile.Source?

    /// Describes a file.
    init(_ file: BundleFile) {
      path = file.path
      sha256 = SHA256.hex(file.bytes)
      count = file.bytes.count
      source = file.source
    }

    /// What a manifest says of a file.
    init(path: String, sha256: String, count: Int, source: BundleFile.Source?) {
      self.path = path
      self.sha256 = sha256
      self.count = count
      self.source = source
    }
  }

  /// Where a bundle keeps its manifest.
  public static let place = "academy-manifest.json"
  /// The format's name and number.
  public static let schema = "academy-bundle/1"

  /// What the course is packaged as.
  public let format: BundleFormat
  /// The course's id.
  public let course: String
  /// The course's version, where it has one.
  public let version: String?
  /// Id of the route that the bundle holds; nil for the whole course.
  public let path: String?
  /// Whom it is for.
  public let edition: BundleEdition
  /// What the bundle was made of.
  public let mark: BundleMark
  /// Every file but the manifest, in bytewise order of their paths.
  public let entries: [Entry]

  /// Lists files, which are sorted.
  init(_ provenance: Provenance, entries: [Entry]) {
    self.init(
      format: provenance.format, course: provenance.course, version: provenance.version,
      path: provenance.path, edition: provenance.edition, mark: provenance.mark,
      entries: entries)
  }

  /// Takes what a manifest says.
  init(
    format: BundleFormat, course: String, version: String?, path: String?, edition: BundleEdition,
    mark: BundleMark, entries: [Entry]
  ) {
    self.format = format
    self.course = course
    self.version = version
    self.path = path
    self.edition = edition
    self.mark = mark
    self.entries = entries
  }

  /// The manifest as a JSON file.
  public var json: [UInt8] {
    var json = JSONWriter(pretty: true)
    func optional(_ key: String, _ value: String?) {
      json.key(key)
      if let value { json.string(value) } else { json.null() }
    }
    json.beginObject()
    json.key("schema")
    json.string(Self.schema)
    json.key("format")
    json.string(format.rawValue)
    json.key("course")
    json.string(course)
    optional("version", version)
    // Only where they say something.
    if let path { optional("path", path) }
    if edition != .learner { optional("edition", edition.rawValue) }
    optional("commit", mark.commit?.hex)
    optional("tree", mark.tree?.hex)
    json.key("origin")
    json.string(mark.origin)
    json.key("files")
    json.beginArray()
    for entry in entries {
      json.beginObject()
      json.key("path")
      json.string(entry.path)
      json.key("sha256")
      json.string(entry.sha256)
      json.key("bytes")
      json.integer(entry.count)
      optional("source", entry.source?.blob?.hex)
      optional("source_path", entry.source?.path.string)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.newline()
    return json.bytes
  }
}
