import CLibGit2
import Glibc
import SourceCore

/// The first-parent histories of all entries with one name, found in one walk.
///
/// A repository with a thousand courses would otherwise be walked a thousand times.
struct FirstParentIndex {
  /// What an index is about.
  struct Key: Hashable {
    let start: ObjectID
    let name: String
  }

  /// From this many questions about one name on, an index is worth its walk.
  static let worth = 8

  /// Commits in which an entry differs from the first parent's, newest first, by path.
  private(set) var histories: [RepoPath: [CommitInfo]] = [:]
  private let repository: Repository
  private let name: String

  /// Walks back from `key.start`, reading only the trees that differ.
  init(_ key: Key, in repository: Repository) throws(GitError) {
    self.repository = repository
    name = key.name
    var commit = try repository.commitInfo(key.start)
    while true {
      var parent: CommitInfo?
      if let id = commit.parents.first { parent = try repository.commitInfo(id) }
      if parent?.tree != commit.tree {
        var paths: Set<RepoPath> = []
        if let parent {
          try compare(parent.tree, commit.tree, .root, 0, &paths)
        } else {
          try gather(commit.tree, .root, 0, &paths)
        }
        for path in paths { histories[path, default: []].append(commit) }
      }
      guard let parent else { return }
      commit = parent
    }
  }

  private func compare(
    _ old: ObjectID, _ new: ObjectID, _ folder: RepoPath, _ depth: Int, _ paths: inout Set<RepoPath>
  ) throws(GitError) {
    guard depth <= TreeLimits.depth else { return }
    let before = try repository.readTree(old, of: folder)
    let after = try repository.readTree(new, of: folder)
    let beforeCount = unsafe git_tree_entrycount(before.pointer)
    let afterCount = unsafe git_tree_entrycount(after.pointer)
    var (i, j) = (0, 0)
    while i < beforeCount || j < afterCount {
      let a = unsafe i < beforeCount ? git_tree_entry_byindex(before.pointer, i) : nil
      let b = unsafe j < afterCount ? git_tree_entry_byindex(after.pointer, j) : nil
      var order: Int32 = 0
      if let a = unsafe a, let b = unsafe b {
        order = unsafe git_tree_entry_cmp(a, b)
        if order == 0 {
          i += 1
          j += 1
          if unsafe git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) != 0 { continue }
          try unsafe visit(a, b, folder, depth, &paths)
          continue
        }
      }
      if unsafe b == nil || a != nil && order < 0 {
        i += 1
        if let a = unsafe a { try unsafe visit(a, nil, folder, depth, &paths) }
      } else {
        j += 1
        if let b = unsafe b { try unsafe visit(nil, b, folder, depth, &paths) }
      }
    }
  }

  /// All entries with the name below a tree that came or went as a whole.
  private func gather(
    _ id: ObjectID, _ folder: RepoPath, _ depth: Int, _ paths: inout Set<RepoPath>
  ) throws(GitError) {
    guard depth <= TreeLimits.depth else { return }
    let tree = try repository.readTree(id, of: folder)
    for i in unsafe 0..<git_tree_entrycount(tree.pointer) {
      guard let entry = unsafe git_tree_entry_byindex(tree.pointer, i) else { continue }
      try unsafe visit(nil, entry, folder, depth, &paths)
    }
  }

  /// Takes note of an entry that differs, and looks into it where it is a tree.
  private func visit(
    _ old: OpaquePointer?, _ new: OpaquePointer?, _ folder: RepoPath, _ depth: Int,
    _ paths: inout Set<RepoPath>
  ) throws(GitError) {
    guard let entry = unsafe new ?? old, let raw = unsafe git_tree_entry_name(entry) else { return }
    let text = unsafe String(cString: raw)
    if text == name { paths.insert(folder.appending(text)) }
    let before = unsafe Self.tree(old)
    let after = unsafe Self.tree(new)
    if let before, let after {
      try compare(before, after, folder.appending(text), depth + 1, &paths)
    } else if let only = before ?? after {
      try gather(only, folder.appending(text), depth + 1, &paths)
    }
  }

  private static func tree(_ entry: OpaquePointer?) -> ObjectID? {
    guard let entry = unsafe entry, unsafe git_tree_entry_type(entry) == GIT_OBJECT_TREE,
      let id = unsafe git_tree_entry_id(entry)
    else { return nil }
    return unsafe ObjectID(id.pointee)
  }
}

extension Repository {
  /// The first-parent history of an entry, where an index has it or is worth making.
  func indexedHistory(of path: RepoPath, from start: ObjectID) -> [CommitInfo]? {
    guard !path.isRoot else { return nil }
    let key = FirstParentIndex.Key(start: start, name: path.name)
    if let histories = firstParentHistories[key] { return histories[path] ?? [] }
    let count = firstParentQuestions[key, default: 0] + 1
    firstParentQuestions[key] = count
    // Where a tree cannot be read, only those who need it should fail; so it is tried once.
    guard count == FirstParentIndex.worth, let index = try? FirstParentIndex(key, in: self) else {
      return nil
    }
    firstParentHistories[key] = index.histories
    return index.histories[path] ?? []
  }
}
