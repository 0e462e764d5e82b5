import SourceCore

/// All files of a bundle, known before any of them is written.
public struct BundlePlan: Sendable {
  /// What names the bundle's folder and files.
  public let name: BundleName
  /// What it was made of.
  public let mark: BundleMark
  /// Files in bytewise order of their paths, the manifest among them.
  public let files: [BundleFile]
  /// What `academy-manifest.json` says of them.
  public let manifest: BundleManifest

  /// Sorts the files and adds the manifest that lists them.
  public init(
    name: BundleName, course: String, mark: BundleMark, version: String?, files: [BundleFile]
  ) {
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let manifest = BundleManifest(course: course, version: version, mark: mark, files: sorted)
    self.name = name
    self.mark = mark
    self.manifest = manifest
    self.files = (sorted + [BundleFile(path: BundleManifest.path, bytes: manifest.json)])
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The file at a path of the bundle.
  public func file(at path: String) -> BundleFile? { files.first { $0.path == path } }
}

/// A bundle's plan and what was found while it was made.
public struct BundleResult: Sendable {
  /// The files.
  public let plan: BundlePlan
  /// Findings under the rules of `BundleRules`; a bundle with errors among them should not be
  /// written.
  public let diagnostics: [Diagnostic]
}
