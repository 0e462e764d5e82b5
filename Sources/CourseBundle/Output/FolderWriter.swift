import SourceCore

/// Puts a bundle's files into a folder in one step: at every moment the folder holds the old bundle
/// or the new one, never a part of either.
public enum FolderWriter {
  /// What writing did.
  public enum Outcome: Sendable, Hashable {
    /// The folder held exactly these files already; nothing was touched.
    case unchanged
    /// The folder now holds these files and no others.
    case written
  }

  /// Replaces the folder at `path` below the output folder `root` by `files`.
  ///
  /// Symbolic links below `root` are not followed. A folder that holds something and no manifest of
  /// a bundle was not made by this writer, and is left alone.
  @discardableResult
  public static func replace(
    _ path: String, below root: String, with files: [BundleFile]
  ) throws(OutputFailure) -> Outcome {
    guard RelativePath.isSafe(path) else { throw OutputFailure("\(path) is no safe path.") }
    for file in files where !RelativePath.isSafe(file.path) {
      throw OutputFailure("\(file.path) is no safe path in a bundle.")
    }
    let contents = FolderContents(files)
    let parent = try Self.parent(of: path, below: root)
    let name = Self.name(of: path)
    try parent.lock()
    let isThere = try checkOwned(name, in: parent)
    if isThere, try contents.equal(parent.folder(name)) { return .unchanged }
    let new = ".\(name).academy-new"
    // What an interrupted run left behind.
    try parent.remove(new)
    do throws(OutputFailure) {
      let target = try parent.folder(new, making: true)
      if isThere {
        try contents.write(to: target, reusing: parent.folder(name))
      } else {
        try contents.write(to: target)
      }
      try swap(new, name, in: parent, isThere: isThere)
    } catch {
      try? parent.remove(new)
      throw error
    }
    return .written
  }

  /// The folder above `path`, made where it is missing.
  static func parent(of path: String, below root: String) throws(OutputFailure) -> Folder {
    var folder = try Folder.root(root)
    for part in path.split(separator: "/").dropLast() {
      folder = try folder.folder(String(part), making: true)
    }
    return folder
  }

  /// The last part of `path`.
  static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// Whether there is a folder to replace.
  private static func checkOwned(
    _ name: String, in parent: borrowing Folder
  ) throws(OutputFailure) -> Bool {
    switch parent.kind(of: name) {
    case .nothing: return false
    case .file, .other:
      throw OutputFailure(
        "\(parent.path)/\(name) is in the way: it is a file or a symbolic link.",
        help: "Remove it, or choose another output folder.")
    case .folder: break
    }
    let folder = try parent.folder(name)
    if try folder.names().isEmpty { return true }
    let start = folder.start(of: BundleManifest.place, count: 200) ?? []
    guard String(decoding: start, as: UTF8.self).contains("\"\(BundleManifest.schema)\"") else {
      throw OutputFailure(
        "\(folder.path) holds files and no bundle's manifest, so it is not replaced.",
        help: "Move what is there, or choose another output folder.")
    }
    return true
  }

  private static func swap(
    _ new: String, _ name: String, in parent: borrowing Folder, isThere: Bool
  ) throws(OutputFailure) {
    if !isThere { return try parent.rename(new, to: name) }
    if parent.exchange(new, name) { return try parent.remove(new) }
    // Some file systems cannot exchange two names; for a moment there is no folder then.
    let old = ".\(name).academy-old"
    try parent.remove(old)
    try parent.rename(name, to: old)
    try parent.rename(new, to: name)
    try parent.remove(old)
  }
}
