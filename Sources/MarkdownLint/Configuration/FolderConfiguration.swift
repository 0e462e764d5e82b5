import SourceCore
import StructuredData

/// What configuration files say for the files of one folder.
public struct FolderConfiguration: Sendable, Hashable {
  /// Entries of the configuration, as `MarkdownConfiguration` takes them.
  public var members: [DataNode.Member] = []
  /// Whether comments in pages count.
  public var readsComments = true
  /// Patterns of files that are left out, with the folder that each is relative to.
  public var ignores: [Ignore] = []

  /// A pattern of files that are left out.
  public struct Ignore: Sendable, Hashable {
    /// The folder that the pattern is relative to.
    public let folder: RepoPath
    /// The pattern.
    public let pattern: GlobPattern
  }

  /// Whether a file is left out.
  public func ignores(_ path: RepoPath) -> Bool {
    ignores.contains { ignore in
      path.relative(to: ignore.folder).map { ignore.pattern.matches($0) } ?? false
    }
  }
}
