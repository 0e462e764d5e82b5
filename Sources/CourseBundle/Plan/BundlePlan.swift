import SourceCore

/// All files of a bundle, known before any of them is written.
public struct BundlePlan: Sendable {
  /// What names the bundle's folder and files.
  public let name: BundleName
  /// What the course is packaged as.
  public let format: BundleFormat
  /// What it was made of.
  public let mark: BundleMark
  /// Files in bytewise order of their paths, the manifest among them.
  public let files: [BundleFile]
  /// What `academy-manifest.json` says of them.
  public let manifest: BundleManifest

  /// Files that every bundle has besides its own, to be named in a format's own lists.
  static let ownFiles = [BundleManifest.path]

  /// Sorts the files and adds the manifest that lists them.
  public init(
    name: BundleName, format: BundleFormat, course: String, mark: BundleMark, version: String?,
    files: [BundleFile]
  ) {
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let manifest = BundleManifest(
      format: format, course: course, version: version, mark: mark, files: sorted)
    self.name = name
    self.format = format
    self.mark = mark
    self.manifest = manifest
    self.files = (sorted + [BundleFile(path: BundleManifest.path, bytes: manifest.json)])
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The file at a path of the bundle.
  public func file(at path: String) -> BundleFile? { files.first { $0.path == path } }
}
