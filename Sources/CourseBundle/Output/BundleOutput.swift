import Digest

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

  /// Writes a plan below the output folder `root`, which is made where it is missing.
  ///
  /// Platforms that fetch a package again and again find the newest release under a name that stays,
  /// in `latest/`.
  public static func write(
    _ plan: BundlePlan, below root: String, isNewest: Bool = false
  ) throws(OutputFailure) -> BundleOutput {
    let archive: [UInt8]
    do {
      archive = try ZipWriter.archive(plan.files, time: plan.mark.time)
    } catch {
      throw OutputFailure(error.description)
    }
    let base = "\(plan.name.office)/\(plan.name.slug)"
    let stem = "\(base)/\(plan.name.file(plan.format))"
    let path = "\(stem).\(plan.format.fileEnding)"
    let folder = plan.format == .site ? "\(base)/site\(plan.name.variant)" : nil
    var outcomes: [FolderWriter.Outcome] = []
    if let folder {
      outcomes.append(try FolderWriter.replace(folder, below: root, with: plan.files))
    }
    outcomes.append(try FileWriter.replace(path, below: root, with: archive))
    outcomes.append(try FileWriter.replace("\(stem).json", below: root, with: plan.manifest.json))
    let spdx = SPDXDocument(
      plan: plan, archive: "\(plan.name.file(plan.format)).\(plan.format.fileEnding)",
      archiveDigest: SHA256.hex(archive))
    outcomes.append(try FileWriter.replace("\(stem).spdx.json", below: root, with: spdx.json))
    if isNewest, case .release = plan.mark {
      let latest =
        "\(base)/latest/\(plan.name.slug)\(plan.name.variant)-\(plan.format.rawValue).\(plan.format.fileEnding)"
      outcomes.append(try FileWriter.replace(latest, below: root, with: archive))
    }
    return BundleOutput(
      format: plan.format, archive: path, folder: folder, files: plan.files.count,
      isChanged: outcomes.contains(.written))
  }
}
