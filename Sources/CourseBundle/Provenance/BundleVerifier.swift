import Digest
import SourceCore

/// Checks a bundle's archive against what it says of itself; writes nothing anywhere.
public struct BundleVerifier {
  /// What is known of a bundle after it was read.
  public struct Outcome: Sendable {
    /// What is wrong, in the order of the archive; empty for a bundle that is whole.
    public let faults: [BundleFault]
    /// What the bundle says of itself, where that could be read.
    public let manifest: BundleManifest?
    /// How many bytes its files hold.
    public let size: Int
    /// Git's ids of the files that are copies of the course's own, by their path in the bundle.
    public let blobs: [String: ObjectID]
    /// Digests of what of its pages and scripts depends on the course alone, by their path.
    public let pages: [String: String]
  }

  /// Most bytes that the files may hold together.
  private let limit: Int
  /// Up to how many bytes the archive is packed again and compared.
  private static let repacked = 512 << 20

  /// Makes a verifier.
  public init(limit: Int = 2 << 30) { self.limit = limit }

  /// Checks an archive.
  public func check(_ archive: [UInt8]) -> Outcome {
    let layout: ZipLayout
    var files: [BundleFile] = []
    var digests: [String: (sha256: String, count: Int)] = [:]
    var blobs: [String: ObjectID] = [:]
    var pages: [String: String] = [:]
    var own: [String: [UInt8]] = [:]
    var faults: [BundleFault] = []
    do {
      layout = try ZipLayout(archive, limit: limit)
      let keeps = layout.size <= Self.repacked
      try ZipReader.read(archive, layout) { entry, bytes in
        guard let bytes else {
          faults.append(.init(.differs, entry.name, "it is damaged and cannot be unpacked"))
          return
        }
        digests[entry.name] = (SHA256.hex(bytes), bytes.count)
        if Self.isCopy(entry.name) { blobs[entry.name] = ObjectID(blobOf: bytes) }
        pages[entry.name] = ComparablePage.digest(entry.name, bytes)
        if entry.name == BundleManifest.place || entry.name == ROCrate.path {
          own[entry.name] = bytes
        }
        if keeps { files.append(BundleFile(path: entry.name, bytes: bytes)) }
      }
    } catch {
      return Outcome(
        faults: [.init(.archive, nil, Self.sentence(error.description))], manifest: nil, size: 0,
        blobs: [:], pages: [:])
    }
    let manifest = own[BundleManifest.place].flatMap(ManifestReader.read)
    faults += Self.manifestFaults(manifest, own, layout)
    if let manifest { faults += Self.fileFaults(manifest, layout, digests) }
    if faults.isEmpty, files.count == layout.entries.count {
      faults += Self.archiveFaults(archive, layout, files)
    }
    return Outcome(
      faults: faults, manifest: manifest, size: layout.size, blobs: blobs, pages: pages)
  }

  /// Whether a file of a bundle is a copy of one of the course's, byte for byte.
  public static func isCopy(_ path: String) -> Bool {
    path.hasPrefix("files/") || path.hasPrefix("web_resources/files/")
  }

  private static func manifestFaults(
    _ manifest: BundleManifest?, _ own: [String: [UInt8]], _ layout: ZipLayout
  ) -> [BundleFault] {
    guard let manifest else {
      let message =
        own[BundleManifest.place] == nil
        ? "the bundle has none, so it cannot be checked" : "it is not what this tool writes"
      return [.init(.manifest, BundleManifest.place, message)]
    }
    guard let crate = own[ROCrate.path].flatMap({ CrateCheck($0) }) else {
      return [.init(.manifest, ROCrate.path, "it is missing or cannot be read")]
    }
    var faults = crate.faults(manifest)
    let time = layout.entries.first.map { DOSTime(time: $0.time, date: $0.date) } ?? .epoch
    if layout.entries.contains(where: { $0.time != time.time || $0.date != time.date })
      || time.text != DOSTime.text(crate.published)
    {
      faults.append(.init(.archive, nil, "the dates in the archive are not those of the commit"))
    }
    return faults
  }

  private static func fileFaults(
    _ manifest: BundleManifest, _ layout: ZipLayout,
    _ digests: [String: (sha256: String, count: Int)]
  ) -> [BundleFault] {
    var faults: [BundleFault] = []
    let there = Set(layout.entries.map(\.name))
    var listed: Set<String> = [BundleManifest.place]
    for entry in manifest.entries {
      listed.insert(entry.path)
      if !there.contains(entry.path) {
        faults.append(.init(.missing, entry.path, "the manifest lists it"))
      } else if let digest = digests[entry.path],
        digest.sha256 != entry.sha256 || digest.count != entry.count
      {
        faults.append(
          .init(
            .differs, entry.path,
            "its SHA-256 is \(digest.sha256), and the manifest says \(entry.sha256)"))
      }
    }
    for entry in layout.entries where !listed.contains(entry.name) {
      faults.append(.init(.extra, entry.name, "the manifest does not list it"))
    }
    return faults
  }

  /// Packs the files again: nothing may be hidden between them, or in how they are packed.
  private static func archiveFaults(
    _ archive: [UInt8], _ layout: ZipLayout, _ files: [BundleFile]
  ) -> [BundleFault] {
    guard let first = layout.entries.first else { return [] }
    let time = DOSTime(time: first.time, date: first.date)
    guard let again = try? ZipWriter.archive(files, time: time), again != archive else { return [] }
    return [
      .init(
        .archive, nil,
        "all files are as they should be, but packed otherwise than this tool packs them; the archive was packed by something else or altered"
      )
    ]
  }

  private static func sentence(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
