import SourceCore

/// All files of a bundle, known before any of them is written.
public struct BundlePlan: Sendable {
  /// What names the bundle's folder and files.
  public let name: BundleName
  /// What the course is packaged as.
  public var format: BundleFormat { provenance.format }
  /// What it was made of.
  public var mark: BundleMark { provenance.mark }
  /// What the bundle says of where it comes from.
  let provenance: Provenance
  /// Files in bytewise order of their paths, the manifest among them.
  public let files: [BundleFile]
  /// What `academy-manifest.json` says of them.
  public let manifest: BundleManifest

  /// Files that every bundle has besides its own, to be named in a format's own lists.
  static let ownFiles = [BundleManifest.place, ROCrate.path]

  /// Sorts the files, and adds what says where they come from and the manifest that lists all.
  init(name: BundleName, provenance: Provenance, files: [BundleFile], workers: Workers) async {
    let sorted = files.sorted { $0.path.precedesBytewise($1.path) }
    var entries = await workers.map(sorted.count, turn: 64) { BundleManifest.Entry(sorted[$0]) }
    let crate = BundleFile(
      path: ROCrate.path, bytes: ROCrate(provenance: provenance, files: entries).json)
    entries.append(BundleManifest.Entry(crate))
    entries.sort { $0.path.precedesBytewise($1.path) }
    manifest = BundleManifest(provenance, entries: entries)
    self.name = name
    self.provenance = provenance
    self.files = (sorted + [crate, BundleFile(path: BundleManifest.place, bytes: manifest.json)])
      .sorted { $0.path.precedesBytewise($1.path) }
  }

  /// The file at a path of the bundle.
  public func file(at path: String) -> BundleFile? { files.first { $0.path == path } }
}
