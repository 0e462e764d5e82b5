import CourseModel
import SourceCore
import StructuredData

/// A manifest that a fork has kept from the course it was forked from.
enum KeptManifest {
  /// The manifest with another id and version, everything else as it was written; nil where it has
  /// no id or version that can be replaced.
  static func renamed(_ manifest: CourseFile, id: String, version: String) -> [UInt8]? {
    guard let oldID = manifest["id"], let oldVersion = manifest["version"],
      oldID.stringValue != nil, oldVersion.stringValue != nil
    else { return nil }
    var bytes = manifest.text.bytes
    let edits = [(oldID.range, id), (oldVersion.range, version)]
    for (range, text) in edits.sorted(by: { $0.0.start > $1.0.start }) {
      bytes.replaceSubrange(range.indices, with: Array(text.utf8))
    }
    return bytes
  }
}
