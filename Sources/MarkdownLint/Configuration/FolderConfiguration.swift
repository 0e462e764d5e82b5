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
  /// What is said of some of the files; of several that match the first counts.
  public var overrides: [Override] = []

  /// A pattern of files that are left out.
  public struct Ignore: Sendable, Hashable {
    /// The folder that the pattern is relative to.
    public let folder: RepoPath
    /// The pattern.
    public let pattern: GlobPattern
  }

  /// What is said of the files that match a filter.
  public struct Override: Sendable, Hashable {
    /// The folder that the filter is relative to.
    public let folder: RepoPath
    /// Patterns of files, and with `!` of those that are none of them.
    public let filter: [GlobPattern]
    /// Entries that hold for them.
    public var members: [DataNode.Member]
    /// Whether they are merged with those of all files, not put in their place.
    public let isMerged: Bool

    func matches(_ path: RepoPath) -> Bool {
      guard let path = path.relative(to: folder) else { return false }
      var isIn = false
      for pattern in filter where pattern.matches(path) {
        if pattern.isNegated { return false }
        isIn = true
      }
      return isIn
    }
  }

  /// What holds for one of the files.
  func resolved(for path: RepoPath) -> FolderConfiguration {
    if overrides.isEmpty { return self }
    var resolved = self
    resolved.overrides = []
    if let found = overrides.first(where: { $0.matches(path) }) { resolved.members = found.members }
    return resolved
  }

  /// Whether a file is left out.
  public func ignores(_ path: RepoPath) -> Bool {
    ignores.contains { ignore in
      path.relative(to: ignore.folder).map { ignore.pattern.matches($0) } ?? false
    }
  }
}
