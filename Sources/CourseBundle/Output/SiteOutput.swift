/// A site as written: the folder, its archive and its manifest.
public struct SiteOutput: Sendable, Hashable {
  /// The folder, below the output folder.
  public let folder: String
  /// The archive, below the output folder.
  public let archive: String
  /// The manifest beside the archive, below the output folder.
  public let manifest: String
  /// Whether anything had to be written.
  public let isChanged: Bool

  /// Writes a plan below the output folder `root`, which is made where it is missing.
  public static func write(
    _ plan: BundlePlan, below root: String
  ) throws(OutputFailure) -> SiteOutput {
    let archive: [UInt8]
    do {
      archive = try ZipWriter.archive(plan.files, time: plan.mark.time)
    } catch {
      throw OutputFailure(error.description)
    }
    let base = "\(plan.name.office)/\(plan.name.slug)"
    let stem = "\(base)/\(plan.name.slug)-\(plan.name.edition)-site"
    let folder = "\(base)/site"
    let outcomes = [
      try FolderWriter.replace(folder, below: root, with: plan.files),
      try FileWriter.replace("\(stem).zip", below: root, with: archive),
      try FileWriter.replace("\(stem).json", below: root, with: plan.manifest.json),
    ]
    return SiteOutput(
      folder: folder, archive: "\(stem).zip", manifest: "\(stem).json",
      isChanged: outcomes.contains(.written))
  }
}
