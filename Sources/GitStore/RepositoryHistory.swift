import CLibGit2
import SourceCore

extension Repository: History {
  /// All tags that lead to a commit, in bytewise order of their names.
  ///
  /// Tags of blobs and trees are left out, and so are names that are no UTF-8.
  public func tags() throws(ReadFailure) -> [TagInfo] {
    if let known = knownTags { return known }
    do throws(GitError) {
      let tags = try readTags()
      knownTags = tags
      return tags
    } catch {
      throw error.readFailure
    }
  }

  /// The commit that a branch, tag, `HEAD~3` or a full or short id names.
  public func commit(_ revision: String) throws(ReadFailure) -> CommitInfo {
    do throws(GitError) {
      return try commitInfo(resolve(revision))
    } catch {
      throw error.readFailure
    }
  }

  /// Commits from `start` back along first parents in which the entry at `path` differs from the
  /// first parent's, newest first.
  ///
  /// The oldest commit that is there counts as having no parent, so that in a shallow clone it is
  /// listed wherever it holds the entry.
  public func firstParentHistory(
    of path: RepoPath, from start: ObjectID
  ) throws(ReadFailure) -> [CommitInfo] {
    if let known = indexedHistory(of: path, from: start) { return known }
    do throws(GitError) {
      var found: [CommitInfo] = []
      var commit = try commitInfo(start)
      var own = try entry(at: path, in: commit)
      while let parentID = commit.parents.first {
        let parent = try commitInfo(parentID)
        let inherited = parent.tree == commit.tree ? own : try entry(at: path, in: parent)
        if path.isRoot || own != inherited { found.append(commit) }
        (commit, own) = (parent, inherited)
      }
      if own != nil { found.append(commit) }
      return found
    } catch {
      throw error.readFailure
    }
  }

  /// Id of the tree or blob at `path` in a commit; nil where there is none, or a submodule.
  public func objectID(at path: RepoPath, in commit: ObjectID) throws(ReadFailure) -> ObjectID? {
    do throws(GitError) {
      let found = try entry(at: path, in: commitInfo(commit))
      return found.flatMap { $0.isSubmodule ? nil : $0.id }
    } catch {
      throw error.readFailure
    }
  }

  /// The tree of a commit, or the part of it below `folder`.
  public func tree(of commit: ObjectID, folder: RepoPath) throws(ReadFailure) -> any TreeView {
    do throws(GitError) {
      return try RevisionView(self, commit: commitInfo(commit), folder: folder)
    } catch {
      throw error.readFailure
    }
  }

  /// What stands at `path` in a commit.
  struct FoundEntry: Equatable {
    let id: ObjectID
    let mode: UInt32
    var isTree: Bool { mode == GIT_FILEMODE_TREE.rawValue }
    var isSubmodule: Bool { mode == GIT_FILEMODE_COMMIT.rawValue }

    static func == (a: FoundEntry, b: FoundEntry) -> Bool { a.id == b.id }
  }

  /// Looks for `path` tree by tree, because libgit2's own search answers "not found" both for a
  /// path that is not there and for a tree that is missing.
  func entry(at path: RepoPath, in commit: CommitInfo) throws(GitError) -> FoundEntry? {
    var found = FoundEntry(id: commit.tree, mode: GIT_FILEMODE_TREE.rawValue)
    var folder = RepoPath.root
    for name in path.components {
      guard found.isTree else { return nil }
      let tree = try readTree(found.id, of: folder)
      guard let entry = unsafe git_tree_entry_byname(tree.pointer, String(name)),
        let id = unsafe git_tree_entry_id(entry)
      else { return nil }
      found = FoundEntry(
        id: unsafe ObjectID(id.pointee), mode: unsafe git_tree_entry_filemode(entry).rawValue)
      folder = folder.appending(name)
    }
    return found
  }

  /// The tree with an id; a failure names the folder it belongs to.
  func readTree(_ id: ObjectID, of folder: RepoPath) throws(GitError) -> Handle<TreeKind> {
    do throws(GitError) { return try tree(id) } catch { throw objectError(error, id, of: folder) }
  }

  /// The commit with an id, as values.
  func commitInfo(_ id: ObjectID) throws(GitError) -> CommitInfo {
    let commit: Handle<CommitKind>
    do throws(GitError) { commit = try self.commit(id) } catch {
      throw objectError(error, id, of: nil)
    }
    let pointer = unsafe commit.pointer
    var parents: [ObjectID] = []
    // Git takes the commits of the file `shallow` as having no parents, even where it has them.
    if !shallowCommits.contains(id) {
      for i in unsafe 0..<git_commit_parentcount(pointer) {
        if let parent = unsafe git_commit_parent_id(pointer, i) {
          parents.append(unsafe ObjectID(parent.pointee))
        }
      }
    }
    let message = unsafe git_commit_message(pointer).map { unsafe String(cString: $0) } ?? ""
    let subject = message.utf8.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard let tree = unsafe git_commit_tree_id(pointer) else {
      throw GitError(
        .corrupt, function: "git_commit_tree_id", message: "Commit \(id) names no tree.")
    }
    return CommitInfo(
      id: id, tree: unsafe ObjectID(tree.pointee), parents: parents,
      time: unsafe git_commit_time(pointer), subject: String(Substring(subject)))
  }
}
