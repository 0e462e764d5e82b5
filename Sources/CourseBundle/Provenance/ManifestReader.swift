import CourseModel
import SourceCore
import StructuredData

/// Reads `academy-manifest.json` of a bundle that nobody vouches for.
enum ManifestReader {
  /// The manifest; nil where it is anything but what this tool writes, byte for byte.
  static func read(_ bytes: [UInt8]) -> BundleManifest? {
    let parsed = JSONParser.parse(bytes, range: 0..<bytes.count)
    guard parsed.problems.isEmpty, let root = parsed.root,
      root["schema"]?.string == BundleManifest.schema,
      let format = root["format"]?.string.flatMap(BundleFormat.init(rawValue:)),
      let course = root["course"]?.string, let mark = mark(root),
      let files = root["files"]?.array
    else { return nil }
    var entries: [BundleManifest.Entry] = []
    for file in files {
      guard let path = file["path"]?.string, let sha256 = file["sha256"]?.string,
        let count = file["bytes"]?.intValue
      else { return nil }
      var source: BundleFile.Source?
      if let written = file["source_path"]?.string {
        guard let path = RepoPath(written) else { return nil }
        source = .init(path: path, blob: file["source"]?.string.flatMap { ObjectID(hex: $0) })
      }
      entries.append(.init(path: path, sha256: sha256, count: count, source: source))
    }
    let manifest = BundleManifest(
      format: format, course: course, version: root["version"]?.string,
      path: root["path"]?.string,
      edition: root["edition"]?.string.flatMap(BundleEdition.init(rawValue:)) ?? .learner,
      mark: mark, entries: entries)
    return manifest.json == bytes ? manifest : nil
  }

  private static func mark(_ root: DataNode) -> BundleMark? {
    let commit = root["commit"]?.string.flatMap { ObjectID(hex: $0) }
    let tree = root["tree"]?.string.flatMap { ObjectID(hex: $0) }
    switch (root["origin"]?.string, commit, tree) {
    case ("release", let commit?, let tree?):
      guard let version = root["version"]?.string else { return nil }
      return .release(version: version, commit: commit, tree: tree, time: 0)
    case ("revision", let commit?, let tree?):
      return .revision(commit: commit, tree: tree, time: 0)
    case ("worktree", nil, nil): return .worktree
    default: return nil
    }
  }
}
