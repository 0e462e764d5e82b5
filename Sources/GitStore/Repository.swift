import CLibGit2
import Glibc
import SourceCore

/// A Git repository: a clone, a linked work tree or a bare one.
///
/// libgit2 promises nothing for a repository that two threads share, so each thread discovers its
/// own. What comes out of it are values, which may go anywhere.
///
/// Reading needs no lock: while another process writes the index, the last complete one is read.
/// Only what will write asks `requireUnlockedIndex()`.
public final class Repository {
  let handle: Handle<RepositoryKind>
  let database: Handle<DatabaseKind>
  /// Full path of the `.git` folder, or of the bare repository.
  public let gitDirectory: String
  /// The folder that a linked work tree shares with the others; `gitDirectory` elsewhere.
  let commonDirectory: String
  /// Full path of the work tree's root; nil in a bare repository.
  public let worktreeRoot: String?
  /// Path of the index to read; a hook of `git commit` gets another one in `GIT_INDEX_FILE`.
  public var indexFile: String
  /// Commits whose parents were left out when the repository was cloned.
  let shallowCommits: Set<ObjectID>
  private(set) lazy var isPartial = isPartialClone()
  private(set) lazy var damagedPack = PackCheck.firstDamaged(in: objectFolders)
  private let objectFolders: [String]
  /// Tags that have been listed; every course of the repository asks for them.
  var knownTags: [TagInfo]?
  /// What `referenceDigest` gave.
  var knownReferenceDigest: [UInt8]?
  /// Histories of all entries with one name, made once many were asked for.
  var firstParentHistories: [FirstParentIndex.Key: [RepoPath: [CommitInfo]]] = [:]
  /// How often a history of an entry with that name was asked for.
  var firstParentQuestions: [FirstParentIndex.Key: Int] = [:]

  private init(openedAt path: String) throws(GitError) {
    handle = try unsafe Handle("git_repository_open_ext") {
      unsafe git_repository_open_ext(&$0, path, 0, nil)
    }
    let pointer = unsafe handle.pointer
    database = try unsafe Handle("git_repository_odb") { unsafe git_repository_odb(&$0, pointer) }
    gitDirectory = unsafe Self.folder(git_repository_path(pointer)) ?? path
    commonDirectory = unsafe Self.folder(git_repository_commondir(pointer)) ?? gitDirectory
    worktreeRoot =
      unsafe git_repository_is_bare(pointer) == 1
      ? nil : Self.folder(git_repository_workdir(pointer))
    indexFile = gitDirectory + "/index"
    shallowCommits = Self.shallowCommits(in: commonDirectory)
    objectFolders = Self.objectFolders(commonDirectory + "/objects", depth: 0)
    for folder in objectFolders {
      try check(
        "git_odb_add_backend", unsafe academy_git_add_loose_reader(database.pointer, folder))
    }
  }

  /// The repository that holds the file or folder at `path`, bare or not; nil where there is none.
  ///
  /// Folders above are searched as Git does, up to the border of the file system. `verify` hashes
  /// each object again when it is read: slower by a third, on for the whole process once it is on,
  /// and the only way to notice an object that was replaced by another, well-formed one.
  public static func discover(
    from path: String, verify: Bool = false
  ) throws(GitError) -> Repository? {
    try LibGit2.start(verify: verify)
    let start = try existingFolder(path)
    var found = unsafe git_buf()
    defer { unsafe git_buf_dispose(&found) }
    let code = unsafe git_repository_discover(&found, start, 0, nil)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    if code < 0 {
      throw explain(GitError.last("git_repository_discover", code), start: start, found: start)
    }
    let gitDirectory = unsafe Self.folder(found.ptr) ?? start
    do {
      return try Repository(openedAt: start)
    } catch {
      throw explain(error, start: start, found: gitDirectory)
    }
  }

  /// Whether it has no work tree.
  public var isBare: Bool { worktreeRoot == nil }

  /// Whether commits were left out when the repository was cloned.
  public var isShallow: Bool { !shallowCommits.isEmpty }

  /// The commit that is checked out; nil before the first one.
  public func headCommit() throws(GitError) -> CommitInfo? {
    do {
      let pointer = unsafe handle.pointer
      let head = try unsafe Handle<ReferenceKind>("git_repository_head") {
        unsafe git_repository_head(&$0, pointer)
      }
      guard let id = unsafe git_reference_target(head.pointer) else { return nil }
      return try commitInfo(unsafe ObjectID(id.pointee))
    } catch  where error.kind == .unborn {
      return nil
    }
  }

  /// Whether another process is writing the index.
  public var isIndexLocked: Bool { exists(gitDirectory + "/index.lock") }

  /// Throws where another process is writing the index; for what will write it itself.
  public func requireUnlockedIndex() throws(GitError) {
    guard isIndexLocked else { return }
    let lock = gitDirectory + "/index.lock"
    throw GitError(
      .locked, function: "access", message: "Another Git command is writing the index (\(lock)).",
      help: "Wait until it has ended; if none runs, remove that file.")
  }

  /// A view of one of the repository's trees, or of a folder in it.
  public func view(
    _ selection: TreeSelection, folder: RepoPath = .root
  ) throws(GitError) -> any TreeView {
    switch selection {
    case .worktree: try WorktreeView(self, folder: folder)
    case .index: try IndexView(self, folder: folder)
    case .revision(let name):
      try RevisionView(self, commit: commitInfo(resolve(name)), folder: folder)
    }
  }

  /// The path as an existing folder: a file's is the folder that holds it.
  private static func existingFolder(_ path: String) throws(GitError) -> String {
    let full = try realPath(path)
    var status = stat()
    guard unsafe lstat(full, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return full }
    guard let slash = full.utf8.lastIndex(of: UInt8(ascii: "/")) else { return full }
    return slash == full.startIndex ? "/" : String(full[..<slash])
  }

  private static func folder(_ path: UnsafePointer<CChar>?) -> String? {
    guard let path = unsafe path else { return nil }
    let text = unsafe String(cString: path)
    return text.utf8.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private static func shallowCommits(in commonDirectory: String) -> Set<ObjectID> {
    let bytes = try? readWholeFile(commonDirectory + "/shallow", limit: 64 << 20)
    guard let bytes else { return [] }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return Set(lines.compactMap { ObjectID(hex: String(decoding: $0, as: UTF8.self)) })
  }

  /// The folders of objects that a repository reads: its own and those it borrows from.
  private static func objectFolders(_ folder: String, depth: Int) -> [String] {
    let bytes = try? readWholeFile(folder + "/info/alternates", limit: 1 << 20)
    guard let bytes, depth < 5 else { return [folder] }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    return lines.reduce(into: [folder]) { folders, line in
      guard !line.hasPrefix("#") else { return }
      folders += objectFolders(line.hasPrefix("/") ? line : "\(folder)/\(line)", depth: depth + 1)
    }
  }

  /// Whether an object has a file of its own.
  func isLoose(_ id: ObjectID) -> Bool {
    objectFolders.contains { exists("\($0)/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))") }
  }
}

@available(*, unavailable, message: "one repository per thread: discover it again")
extension Repository: Sendable {}

/// The full path without symbolic links.
func realPath(_ path: String) throws(GitError) -> String {
  guard let real = unsafe realpath(path, nil) else {
    let number = errno
    throw GitError(
      number == ENOENT || number == ENOTDIR ? .noSuchPath : .refused, function: "realpath",
      category: number, detail: systemMessage(number),
      message: "Cannot open \(path): \(systemMessage(number)).",
      help: number == EACCES ? "Ask for the right to read it, or name another folder." : nil)
  }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}
