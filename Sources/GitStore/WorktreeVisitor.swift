import CLibGit2
import Glibc
import SourceCore

/// Decides what of a work tree Git would see, and which files the index vouches for.
final class WorktreeVisitor: FolderVisitor {
  /// Full path of the work tree.
  let root: String
  private let repository: Repository
  private let index: Handle<IndexKind>
  private var filters: WorktreeFilters
  private var ignoreRules: IgnoreRules
  private let indexTime: timespec
  private let trustsMode: Bool

  init(_ repository: Repository) throws(GitError) {
    // Read before the index itself: a file that changes in between then counts as uncertain.
    var status = stat()
    indexTime =
      unsafe stat(repository.indexFile, &status) == 0 ? status.st_mtim : timespec()
    index = try repository.readIndex()
    root = repository.worktreeRoot ?? ""
    self.repository = repository
    trustsMode = repository.setting("core.filemode") ?? true
    ignoreRules = IgnoreRules(repository, root: root)
    filters = WorktreeFilters(repository, index, root: root)
  }

  /// Goes down to the folder that is to be listed.
  func start(at folder: RepoPath) {
    ignoreRules.enter(.root)
    var path = RepoPath.root
    for name in folder.components {
      path = path.appending(name)
      ignoreRules.enter(path)
    }
  }

  func enters(_ path: UnsafePointer<CChar>, isRepository: Bool) -> FolderChoice {
    if let entry = unsafe git_index_get_bypath(index.pointer, path, 0),
      unsafe EntryKind(gitMode: entry.pointee.mode) == .submodule
    {
      return unsafe .submodule(ObjectID(entry.pointee.id))
    }
    let folder = unsafe String(cString: path)
    let isTracked = unsafe git_index_find_prefix(nil, index.pointer, folder + "/") == 0
    if !isTracked {
      if unsafe isIgnored(path, isFolder: true) { return .leaveOut }
      if isRepository { return .submodule(nil) }
    }
    ignoreRules.enter(RepoPath.root.appending(folder))
    return .enter
  }

  func leaves() { ignoreRules.leave() }

  func entry(
    _ path: UnsafePointer<CChar>, at relative: RepoPath, status: stat
  ) -> TreeEntry? {
    unsafe filters.notice(path)
    var kind = EntryKind(gitMode: status.st_mode)
    guard let tracked = unsafe git_index_get_bypath(index.pointer, path, 0) else {
      guard unsafe isConflicted(path) || !isIgnored(path, isFolder: false) else { return nil }
      if !trustsMode && kind == .executable { kind = .file }
      return TreeEntry(path: relative, kind: kind, blob: nil)
    }
    let known = unsafe EntryKind(gitMode: tracked.pointee.mode)
    if !trustsMode && kind != .symlink { kind = known == .executable ? known : .file }
    let isUnchanged = unsafe known == kind && vouches(tracked.pointee, status)
    return TreeEntry(
      path: relative, kind: kind, blob: isUnchanged ? unsafe ObjectID(tracked.pointee.id) : nil)
  }

  /// Whether the index knows the file's content from its status alone.
  ///
  /// Stricter than Git, which compares the content when in doubt: a file written in the same tick
  /// as the index may have changed after it ("racy"), and then nobody vouches for it.
  private func vouches(_ entry: git_index_entry, _ status: stat) -> Bool {
    let isSame =
      unsafe entry.mtime.seconds == Int32(truncatingIfNeeded: status.st_mtim.tv_sec)
      && entry.mtime.nanoseconds == UInt32(truncatingIfNeeded: status.st_mtim.tv_nsec)
      && entry.ctime.seconds == Int32(truncatingIfNeeded: status.st_ctim.tv_sec)
      && entry.ctime.nanoseconds == UInt32(truncatingIfNeeded: status.st_ctim.tv_nsec)
      && entry.ino == UInt32(truncatingIfNeeded: status.st_ino)
      && entry.uid == status.st_uid && entry.gid == status.st_gid
      && entry.file_size == UInt32(truncatingIfNeeded: status.st_size)
    // Git writes size 0 for a file that it found racy; only the empty blob is really empty.
    guard isSame, unsafe entry.file_size != 0 || ObjectID(entry.id) == Self.emptyBlob else {
      return false
    }
    return (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) < (indexTime.tv_sec, indexTime.tv_nsec)
  }

  /// The entries without the ids of blobs that a filter made from other bytes.
  func withoutFiltered(_ entries: [TreeEntry], in folder: RepoPath) -> [TreeEntry] {
    filters.notice(parentsOf: folder)
    guard filters.mayConvert else { return entries }
    return entries.map { entry in
      guard let blob = entry.blob, entry.isFile else { return entry }
      let path = folder.appending(entry.path).string
      guard let tracked = unsafe git_index_get_bypath(index.pointer, path, 0) else { return entry }
      let isSame = unsafe filters.areSame(path, size: Int(tracked.pointee.file_size), blob)
      return isSame ? entry : TreeEntry(path: entry.path, kind: entry.kind, blob: nil)
    }
  }

  private static let emptyBlob = ObjectID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")

  private func isConflicted(_ path: UnsafePointer<CChar>) -> Bool {
    (1...3).contains { unsafe git_index_get_bypath(index.pointer, path, $0) != nil }
  }

  private func isIgnored(_ path: UnsafePointer<CChar>, isFolder: Bool) -> Bool {
    unsafe cStringBytes(path) { unsafe ignoreRules.ignores(Array($0)[...], isFolder: isFolder) }
  }
}
