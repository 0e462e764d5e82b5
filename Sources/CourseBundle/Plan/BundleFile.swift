import SourceCore

/// One file of a bundle: where it goes, what it holds, and which file of the course it stands for.
public struct BundleFile: Sendable, Hashable {
  /// The file of the repository that a bundle's file was made from.
  public struct Source: Sendable, Hashable {
    /// Path below the root of the tree it was read from.
    public let path: RepoPath
    /// Its blob's id; nil for a changed or untracked file of the work tree.
    public let blob: ObjectID?

    /// Makes a source.
    public init(path: RepoPath, blob: ObjectID?) {
      self.path = path
      self.blob = blob
    }
  }

  /// Path inside the bundle; its parts are safe on every system.
  public let path: String
  /// What it holds.
  public let bytes: [UInt8]
  /// What it was made from; nil for what the tool itself adds.
  public let source: Source?

  /// Makes a file.
  public init(path: String, bytes: [UInt8], source: Source? = nil) {
    self.path = path
    self.bytes = bytes
    self.source = source
  }
}
