import SourceCore
import StructuredData

/// What configuration files say for the files of one folder.
///
/// Two are the same where they say the same of rules: pages may then be linted alike, whichever
/// files each leaves out.
public struct FolderConfiguration: Sendable, Hashable {
  /// Entries of the configuration, as `MarkdownConfiguration` takes them.
  public internal(set) var members: [DataNode.Member] = []
  /// Whether comments in pages count.
  public internal(set) var readsComments = true
  /// What is left out, by each of the files that say so.
  var ignores: [Ignores] = []
  /// What is said of some of the files.
  var overrides: ConfigurationOverrides?
  /// The entries that overrides may be merged with.
  var shared: [DataNode.Member] = []

  /// Patterns of files that are left out.
  struct Ignores: Sendable {
    /// The folder that the patterns are relative to.
    let folder: RepoPath
    /// The patterns.
    let patterns: GlobIndex
  }

  /// What holds for one of the files.
  func resolved(for path: RepoPath) -> FolderConfiguration {
    guard let overrides else { return self }
    var resolved = self
    resolved.overrides = nil
    if let found = overrides.entry(for: path) {
      if found.isMerged {
        var merged = MergedMembers(shared)
        merged.merge(found.members)
        resolved.members = merged.members
      } else {
        resolved.members = found.members
      }
    }
    return resolved
  }

  /// Whether a file is left out.
  public func ignores(_ path: RepoPath) -> Bool {
    ignores.contains { ignored in
      guard let path = path.relative(to: ignored.folder) else { return false }
      return ignored.patterns.first(matching: GlobPattern.parts(of: path)) != nil
    }
  }

  /// Whether two say the same of rules.
  public static func == (a: FolderConfiguration, b: FolderConfiguration) -> Bool {
    a.readsComments == b.readsComments && a.members == b.members
  }

  /// Hashes what is said of rules.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(readsComments)
    hasher.combine(members)
  }
}
