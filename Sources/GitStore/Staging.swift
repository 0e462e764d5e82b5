import CLibGit2
import Glibc
import SourceCore

/// Writing the index so that a killed process leaves nothing that only a person could mend.
///
/// Git's lock on the index is a file, `index.lock`, and nobody can tell whose it is. Ours is a hard
/// link to a file in a folder of our own: as long as both are the same, the lock is ours.
extension Repository {
  /// Puts files into the index as they are in the work tree.
  ///
  /// - Parameter folder: a folder in the Git folder that belongs to the caller alone.
  public func stage(_ paths: [RepoPath], by folder: String) throws(GitError) {
    let own = folder + "/index"
    let lock = gitDirectory + "/index.lock"
    let index = gitDirectory + "/index"
    Self.mend(lock, own)
    for _ in 0..<3 {
      try requireUnlockedIndex()
      let before = Self.state(index)
      try write(paths, to: own, from: index)
      guard unsafe link(own, lock) == 0 else {
        if errno == EEXIST { continue }
        // Some file systems have no links; there libgit2 makes the lock.
        unsafe unlink(own)
        return try stageInPlace(paths)
      }
      // What another process has put there meanwhile must not be lost.
      guard Self.state(index) == before else {
        unsafe unlink(lock)
        continue
      }
      guard unsafe rename(lock, index) == 0 else {
        let reason = systemMessage(errno)
        unsafe unlink(lock)
        throw GitError(
          .refused, function: "rename", message: "The index \(index) cannot be written: \(reason).")
      }
      unsafe unlink(own)
      return
    }
    throw GitError(
      .locked, function: "link", message: "Other Git commands keep writing the index (\(index)).",
      help: "Wait until they have ended, and run the command again.")
  }

  /// Takes away a lock that a killed process of ours has left.
  private static func mend(_ lock: String, _ own: String) {
    if let held = state(lock), let ours = state(own), held.inode == ours.inode {
      unsafe unlink(lock)
    }
    unsafe unlink(own)
    unsafe unlink(own + ".lock")
  }

  /// What tells a file from the one that another process puts in its place.
  private struct FileState: Equatable {
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  private static func state(_ path: String) -> FileState? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return FileState(
      inode: UInt(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  /// Writes what the index would be, to another file.
  private func write(
    _ paths: [RepoPath], to own: String, from index: String
  ) throws(GitError) {
    unsafe unlink(own)
    if Self.state(index) != nil {
      try Self.copy(index, to: own)
    }
    let pointer = unsafe handle.pointer
    let present = try unsafe Handle<IndexKind>("git_repository_index") {
      unsafe git_repository_index(&$0, pointer)
    }
    try check("git_index_read", unsafe git_index_read(present.pointer, 1))
    let new = try unsafe Handle<IndexKind>("git_index_open") { unsafe git_index_open(&$0, own) }
    for path in paths {
      try check(
        "git_index_add_bypath", unsafe git_index_add_bypath(present.pointer, path.string))
      guard let entry = unsafe git_index_get_bypath(present.pointer, path.string, 0) else {
        continue
      }
      try check("git_index_add", unsafe git_index_add(new.pointer, entry))
    }
    try check("git_index_write", unsafe git_index_write(new.pointer))
    // The object in memory says more than the file; who reads it next must read the file.
    try check("git_index_read", unsafe git_index_read(present.pointer, 1))
  }

  private static func copy(_ source: String, to target: String) throws(GitError) {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try readWholeFile(source, limit: 1 << 30)
    } catch {
      throw GitError(.refused, function: "read", message: error.message, help: error.help)
    }
    let descriptor = unsafe open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    var rest = bytes[...]
    while descriptor >= 0, !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      rest = rest.dropFirst(count)
    }
    let isWritten = descriptor >= 0 && rest.isEmpty
    let reason = systemMessage(errno)
    if descriptor >= 0 { close(descriptor) }
    guard isWritten else {
      throw GitError(
        .refused, function: "write", message: "\(target) cannot be written: \(reason).")
    }
  }

  private func stageInPlace(_ paths: [RepoPath]) throws(GitError) {
    let repository = unsafe handle.pointer
    let index = try unsafe Handle<IndexKind>("git_repository_index") {
      unsafe git_repository_index(&$0, repository)
    }
    try check("git_index_read", unsafe git_index_read(index.pointer, 1))
    for path in paths {
      try check("git_index_add_bypath", unsafe git_index_add_bypath(index.pointer, path.string))
    }
    try check("git_index_write", unsafe git_index_write(index.pointer))
  }
}
