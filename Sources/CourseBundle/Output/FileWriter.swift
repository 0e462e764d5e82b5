/// Writes one file in one step; a file that holds the same bytes already is not touched.
public enum FileWriter {
  /// Replaces the file at `path` below the output folder `root`; symbolic links below it are not
  /// followed.
  @discardableResult
  public static func replace(
    _ path: String, below root: String, with bytes: [UInt8]
  ) throws(OutputFailure) -> FolderWriter.Outcome {
    try replace(path, below: root, with: CollectionOfOne(bytes))
  }

  /// The same for a file that is made of pieces, one behind the other.
  @discardableResult
  static func replace(
    _ path: String, below root: String, with pieces: some Collection<[UInt8]>
  ) throws(OutputFailure) -> FolderWriter.Outcome {
    guard RelativePath.isSafe(path) else { throw OutputFailure("\(path) is no safe path.") }
    let parent = try FolderWriter.parent(of: path, below: root)
    let name = FolderWriter.name(of: path)
    try parent.lock()
    switch parent.kind(of: name) {
    case .nothing: break
    case .file: if parent.holds(pieces, in: name) { return .unchanged }
    case .folder, .other:
      throw OutputFailure(
        "\(parent.path)/\(name) is in the way: it is a folder or a symbolic link.",
        help: "Remove it, or choose another output folder.")
    }
    let new = ".\(name).academy-new"
    try parent.remove(new)
    do throws(OutputFailure) {
      try parent.write(pieces, to: new)
      try parent.rename(new, to: name)
    } catch {
      try? parent.remove(new)
      throw error
    }
    return .written
  }
}
