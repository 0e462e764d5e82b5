import CLibGit2
import Glibc
import SourceCore

/// Lists a Git tree and all trees in it; what cannot be read is kept apart, and the rest goes on.
struct TreeListing {
  private let repository: Repository
  private(set) var entries: [TreeEntry] = []
  private(set) var unreadable: [UnreadableEntry] = []

  init(_ repository: Repository) { self.repository = repository }

  /// Adds everything below `tree`, which is the folder at `path`.
  mutating func add(
    _ tree: borrowing Handle<TreeKind>, at path: RepoPath, depth: Int
  ) throws(GitError) {
    for i in unsafe 0..<git_tree_entrycount(tree.pointer) {
      guard let entry = unsafe git_tree_entry_byindex(tree.pointer, i) else { continue }
      try unsafe add(entry, in: path, depth: depth)
    }
  }

  private mutating func add(
    _ entry: OpaquePointer, in folder: RepoPath, depth: Int
  ) throws(GitError) {
    guard let raw = unsafe git_tree_entry_name(entry), let id = unsafe git_tree_entry_id(entry)
    else { return }
    let name = unsafe cStringBytes(raw) { unsafe EntryName($0) }
    let path = folder.appending(name.text)
    if let problem = name.problem {
      unreadable.append(UnreadableEntry(path: path, failure: problem))
      return
    }
    let object = unsafe ObjectID(id.pointee)
    if unsafe git_tree_entry_type(entry) == GIT_OBJECT_TREE {
      try enter(object, at: path, depth: depth + 1)
      return
    }
    guard entries.count < TreeLimits.entries else {
      throw TreeLimits.tooMany(TreeLimits.entries, function: "git_tree_entry_byindex")
    }
    let kind = EntryKind(gitMode: unsafe git_tree_entry_filemode(entry).rawValue)
    entries.append(TreeEntry(path: path, kind: kind, blob: object))
  }

  private mutating func enter(_ id: ObjectID, at path: RepoPath, depth: Int) throws(GitError) {
    guard depth <= TreeLimits.depth else {
      unreadable.append(TreeLimits.tooDeep(path))
      return
    }
    let tree: Handle<TreeKind>
    do throws(GitError) {
      tree = try repository.tree(id)
    } catch {
      let failure = repository.objectError(error, id, of: path).readFailure
      unreadable.append(UnreadableEntry(path: path, failure: failure))
      return
    }
    try add(tree, at: path, depth: depth)
  }

  /// Sorts what a damaged tree, or an index that ignores case, holds in another order.
  mutating func sort() {
    entries = sorted(entries) { $0.path }
    unreadable = sorted(unreadable) { $0.path }
  }
}

extension EntryKind {
  /// The kind that Git's mode of an entry tells.
  init(gitMode: UInt32) {
    self =
      switch gitMode & 0o170000 {
      case 0o120000: .symlink
      case 0o160000: .submodule
      default: gitMode & 0o100 != 0 ? .executable : .file
      }
  }
}

/// The elements in bytewise order of their paths; mostly they are already.
func sorted<Element>(_ elements: [Element], by path: (Element) -> RepoPath) -> [Element] {
  let isSorted = zip(elements, elements.dropFirst()).allSatisfy { !(path($1) < path($0)) }
  return isSorted ? elements : elements.sorted { path($0) < path($1) }
}

/// Lends the bytes of a C string, without its NUL.
func cStringBytes<Result>(
  _ text: UnsafePointer<CChar>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  let count = unsafe strlen(text)
  return unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) {
    unsafe body(UnsafeBufferPointer(start: $0, count: count))
  }
}
