import Digest
import SourceCore

/// A bundle as written: its archive, the list of its files, and for a site the folder.
public struct BundleOutput: Sendable, Hashable {
  /// What the course was packaged as.
  public let format: BundleFormat
  /// The archive, below the output folder.
  public let archive: String
  /// The folder, below the output folder; nil where the format is no site.
  public let folder: String?
  /// How many files the bundle has.
  public let files: Int
  /// Whether anything had to be written.
  public let isChanged: Bool
  /// SHA-256 of what was written, by the files' paths below the course's folder.
  let digests: [String: String]

  /// Writes a plan below the output folder `root`, which is made where it is missing.
  ///
  /// Platforms that fetch a package again and again find the newest release under a name that stays,
  /// in `latest/`.
  public static func write(
    _ plan: BundlePlan, below root: String, isNewest: Bool = false, workers: Workers = .one
  ) async throws(OutputFailure) -> BundleOutput {
    let base = "\(plan.name.office)/\(plan.name.slug)"
    let stem = plan.name.file(plan.format)
    let name = "\(stem).\(plan.format.fileEnding)"
    let folder = plan.format == .site ? "site\(plan.name.variant)" : nil
    // Nothing is written where no archive can be made.
    do { try ZipWriter.check(plan.files) } catch { throw OutputFailure(error.description) }
    let (packed, outcome) = await packing(plan, folder.map { "\(base)/\($0)" }, root, workers)
    var outcomes = [try outcome.get()]
    let archive = try packed.get()
    var digests: [String: String] = [:]
    if let folder {
      for entry in plan.manifest.entries { digests["\(folder)/\(entry.path)"] = entry.sha256 }
    }
    async let stored = stored(archive, at: "\(base)/\(name)", root)
    var hash = SHA256()
    for piece in archive { hash.update(piece) }
    let archiveDigest = hexadecimal(hash.finish())
    func write(_ name: String, _ bytes: [UInt8], _ digest: String) throws(OutputFailure) {
      outcomes.append(try FileWriter.replace("\(base)/\(name)", below: root, with: bytes))
      digests[name] = digest
    }
    let sha1 = await workers.map(plan.files.count, turn: 64) { SHA1.hex(plan.files[$0].bytes) }
    let spdx = SPDXDocument(
      plan: plan, archive: name, archiveDigest: archiveDigest, sha1: sha1
    ).json
    outcomes.append(try await stored.get())
    digests[name] = archiveDigest
    let manifest = plan.file(at: BundleManifest.place)?.bytes ?? []
    try write("\(stem).json", manifest, SHA256.hex(manifest))
    try write("\(stem).spdx.json", spdx, SHA256.hex(spdx))
    if isNewest, case .release = plan.mark {
      let latest = "\(plan.name.slug)\(plan.name.variant)-\(plan.format.rawValue)"
      let name = "latest/\(latest).\(plan.format.fileEnding)"
      outcomes.append(try FileWriter.replace("\(base)/\(name)", below: root, with: archive))
      digests[name] = archiveDigest
    }
    return BundleOutput(
      format: plan.format, archive: "\(base)/\(name)", folder: folder.map { "\(base)/\($0)" },
      files: plan.files.count, isChanged: outcomes.contains(.written), digests: digests)
  }

  private static func stored(
    _ archive: [[UInt8]], at path: String, _ root: String
  ) -> Result<FolderWriter.Outcome, OutputFailure> {
    do throws(OutputFailure) {
      return .success(try FileWriter.replace(path, below: root, with: archive))
    } catch {
      return .failure(error)
    }
  }

  /// Makes the archive, and meanwhile writes the folder where there is one.
  private static func packing(
    _ plan: BundlePlan, _ folder: String?, _ root: String, _ workers: Workers
  ) async -> (Result<[[UInt8]], OutputFailure>, Result<FolderWriter.Outcome, OutputFailure>) {
    @Sendable func packed() async -> Result<[[UInt8]], OutputFailure> {
      do throws(ZipFailure) {
        return .success(
          try await ZipWriter.pieces(plan.files, time: plan.mark.time, workers: workers))
      } catch {
        return .failure(OutputFailure(error.description))
      }
    }
    @Sendable func written() -> Result<FolderWriter.Outcome, OutputFailure> {
      guard let folder else { return .success(.unchanged) }
      do throws(OutputFailure) {
        return .success(try FolderWriter.replace(folder, below: root, with: plan.files))
      } catch {
        return .failure(error)
      }
    }
    if folder == nil || workers == .one { return (await packed(), written()) }
    async let archive = packed()
    async let outcome = written()
    return await (archive, outcome)
  }
}
