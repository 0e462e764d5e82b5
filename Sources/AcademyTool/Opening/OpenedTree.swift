import GitStore
import SourceCore

/// A repository or a plain folder, opened at one of its trees.
struct OpenedTree {
  /// Full path of the work tree, the bare repository or the folder.
  let root: String
  /// The repository; nil for a plain folder.
  let repository: Repository?
  /// The tree that is checked, from its root.
  private(set) var view: any TreeView
  /// The commit that the branch or the revision is at; nil where there is none.
  let head: CommitInfo?
  /// Why the commit that is checked out cannot be read; nil where it can.
  let headProblem: ReadFailure?
  /// Lets other threads read the view's entries.
  let source: EntrySource

  /// Files that are taken to hold something else than they do, such as what fixes make of them.
  private(set) var changes: [RepoPath: [UInt8]] = [:]

  /// This tree with other bytes in some files.
  func changed(_ changes: [RepoPath: [UInt8]]) -> OpenedTree {
    var tree = self
    tree.changes.merge(changes) { $1 }
    tree.view = ChangedTree(base: view, changes: tree.changes)
    return tree
  }

  /// This tree, looked at through another view of it.
  func viewed(_ look: (any TreeView) -> any TreeView) -> OpenedTree {
    var tree = self
    tree.view = look(view)
    return tree
  }

  /// Whether nothing is at a path, nor below it.
  func lacks(_ path: String) -> Bool {
    guard let path = RepoPath(path), !path.isRoot else { return false }
    return view.entry(at: path) == nil && view.entries.below(path).isEmpty
  }

  /// Whether releases and tags can be looked for.
  var knowsHistory: Bool { repository != nil && headProblem == nil }

  /// Lets other threads read entries that name their blobs; nil for a plain folder.
  var objects: EntrySource? { repository.map { EntrySource(objectsOf: $0.gitDirectory) } }

  /// Opens what holds `path`: the repository, else the folder itself.
  ///
  /// - Parameter isAlone: whether a file in no repository matters without the folders beside it, of
  ///   which a home folder has many.
  static func open(
    _ path: String, selection: TreeSelection?, isAlone: Bool = false
  ) throws -> OpenedTree {
    do {
      guard let repository = try Repository.discover(from: path) else {
        if let selection, selection != .worktree {
          throw ToolFailure(
            "\(path) is in no Git repository, so there is no \(name(selection)) to read",
            help: "leave the option out to read the files themselves")
        }
        let isFolder = FileSystem.isFolder(path)
        let tree = try FolderTree(
          path: isFolder ? path : FileSystem.folder(of: path), isDeep: isFolder || !isAlone)
        return OpenedTree(
          root: tree.root, repository: nil, view: tree, head: nil, headProblem: nil,
          source: EntrySource(filesBelow: tree.root))
      }
      return try open(repository, selection: selection)
    } catch let error as GitError {
      throw ToolFailure(error.message, help: error.help)
    }
  }

  private static func open(_ repository: Repository, selection: TreeSelection?) throws -> OpenedTree
  {
    let root = repository.worktreeRoot ?? repository.gitDirectory
    let selected = selection ?? (repository.isBare ? .revision("HEAD") : .worktree)
    if selected == .worktree {
      try FileStep(root: root, gitDirectory: repository.gitDirectory).finish()
    }
    if selected == .index, let file = indexOfCommit(root) { repository.indexFile = file }
    let view = try repository.view(selected, folder: .root)
    var head: CommitInfo?
    var headProblem: ReadFailure?
    if case .revision(let name) = selected {
      head = try repository.commit(name)
    } else {
      do {
        head = try repository.headCommit()
      } catch {
        // The files can be checked all the same; that the history is damaged is a finding.
        headProblem = ReadFailure(.corrupt, error.message, help: error.help)
      }
    }
    return OpenedTree(
      root: root, repository: repository, view: view, head: head, headProblem: headProblem,
      source: selected == .worktree
        ? EntrySource(filesBelow: root) : EntrySource(objectsOf: repository.gitDirectory))
  }

  /// The index that Git gives a hook of `git commit -a` or `git commit FILE`, which is another one
  /// than the repository's; nil for other repositories than that of the current folder.
  private static func indexOfCommit(_ root: String) -> String? {
    guard let file = Environment.value("GIT_INDEX_FILE"), !file.isEmpty else { return nil }
    let current = FileSystem.current
    guard current == root || current.utf8.starts(with: (root + "/").utf8) else { return nil }
    return FileSystem.resolve(file, in: current)
  }

  private static func name(_ selection: TreeSelection) -> String {
    switch selection {
    case .worktree: "work tree"
    case .index: "index"
    case .revision(let name): "revision \(name)"
    }
  }
}

extension OpenedTree {
  /// A tree that is not here, of which others have kept what is asked for.
  init(kept view: any TreeView) {
    self.init(
      root: "", repository: nil, view: view, head: nil, headProblem: nil,
      source: EntrySource(filesBelow: ""))
  }
}
