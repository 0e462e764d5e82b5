import Digest

/// `SHA256SUMS` of a course's output folder, as `sha256sum --check` reads it.
public enum Checksums {
  /// Its name.
  static let name = "SHA256SUMS"

  /// Writes the sums of all files in the folder at `path` below the output folder `root`; what
  /// `outputs` have just written is not read again.
  public static func write(
    _ path: String, below root: String, after outputs: [BundleOutput] = []
  ) throws(OutputFailure) {
    let parent = try FolderWriter.parent(of: path + "/\(name)", below: root)
    var lines: [UInt8] = []
    var known: [String: String] = [:]
    for output in outputs { known.merge(output.digests) { _, last in last } }
    try add(parent, "", known, &lines)
    try FileWriter.replace("\(path)/\(name)", below: root, with: lines)
  }

  private static func add(
    _ folder: borrowing Folder, _ prefix: String, _ known: [String: String],
    _ lines: inout [UInt8]
  ) throws(OutputFailure) {
    for (name, kind) in try folder.entries() where !name.hasPrefix(".") {
      switch kind {
      case .folder: try add(folder.folder(name), prefix + name + "/", known, &lines)
      case .file:
        // A name that would break the line cannot be one of ours.
        if prefix.isEmpty && name == self.name || name.utf8.contains(0x0A) { continue }
        guard let digest = known[prefix + name] ?? folder.digest(of: name) else { continue }
        for part in [digest, "  ", prefix, name, "\n"] { lines += part.utf8 }
      case .nothing, .other: continue
      }
    }
  }
}
