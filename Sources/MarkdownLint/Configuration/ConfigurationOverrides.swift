import SourceCore
import StructuredData

/// What a configuration file says of some of the files; of several entries that match one the first
/// counts.
struct ConfigurationOverrides: Sendable {
  /// What is said of the files that match a filter.
  struct Entry: Sendable {
    /// Patterns of files, and with `!` of those that are none of them.
    let filter: [GlobPattern]
    /// Entries that hold for them.
    let members: [DataNode.Member]
    /// Whether they are merged with those of all files, not put in their place.
    let isMerged: Bool
  }

  /// The folder that the filters are relative to.
  private let folder: RepoPath
  private let entries: [Entry]
  private let patterns: GlobIndex
  /// The entry that each of the patterns belongs to.
  private let owners: [Int]
  /// What each entry leaves out.
  private let exceptions: [GlobIndex?]

  init(_ entries: [Entry], folder: RepoPath) {
    self.folder = folder
    self.entries = entries
    let taking = entries.map { $0.filter.filter { !$0.isNegated } }
    patterns = GlobIndex(taking.flatMap(\.self))
    owners = taking.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element.count) }
    exceptions = entries.map { entry in
      let left = entry.filter.filter(\.isNegated)
      return left.isEmpty ? nil : GlobIndex(left)
    }
  }

  /// What holds for a file; nil where nothing is said of it.
  func entry(for path: RepoPath) -> Entry? {
    guard let path = path.relative(to: folder) else { return nil }
    let parts = GlobPattern.parts(of: path)
    var refused: Int?
    let found = patterns.first(matching: parts) { index in
      let owner = owners[index]
      if owner == refused { return false }
      guard exceptions[owner]?.first(matching: parts) != nil else { return true }
      refused = owner
      return false
    }
    return found.map { entries[owners[$0]] }
  }
}
