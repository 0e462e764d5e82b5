import CLibGit2
import Glibc

extension Repository {
  /// Tells why a repository that is there cannot be opened.
  ///
  /// libgit2 1.5 answers "safe.directory not found" (-3) where the owner is another user, and a
  /// regular expression's name where it does not know the format.
  static func explain(_ error: GitError, start: String, found gitDirectory: String) -> GitError {
    let holder = holderOfGitFolder(start)
    if error.code == GIT_ENOTFOUND.rawValue || error.code == GIT_EOWNER.rawValue {
      for path in [holder, holder.map { $0 + "/.git" }, gitDirectory] {
        guard let path, let owner = foreignOwner(of: path) else { continue }
        let trusted = holder ?? gitDirectory
        return error.retold(
          .foreignOwner,
          "The repository \(trusted) is not trusted: \(path) belongs to \(owner), and you are"
            + " \(userName(geteuid())).",
          help: "If you trust it, run `git config --global --add safe.directory \(trusted)`.")
      }
    }
    let said = error.detail
    if said.contains("extensions.objectformat") {
      return error.retold(
        .unsupported,
        "The repository \(gitDirectory) uses SHA-256 object ids, which cannot be read yet.",
        help: "Use a clone with SHA-1 ids (`git init --object-format=sha1`).")
    }
    if said.contains("unsupported extension") || said.contains("unsupported repository version") {
      return error.retold(
        .unsupported, "The repository \(gitDirectory) is of a format that is not known: \(said).",
        help: "Clone it again with `git clone` and no further options, and check the clone.")
    }
    return error.retold(
      error.kind == .missing ? .corrupt : error.kind,
      "The repository \(gitDirectory) cannot be opened: \(said).",
      help: "`git status` and `git fsck` in it tell more; a new clone may be the quickest way out.")
  }

  /// The folder with the `.git` folder or file that makes `start` part of a repository.
  private static func holderOfGitFolder(_ start: String) -> String? {
    var folder = start
    while true {
      if exists(folder == "/" ? "/.git" : folder + "/.git") { return folder }
      guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")), folder != "/" else {
        return nil
      }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private static func foreignOwner(of path: String) -> String? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_uid != geteuid() else { return nil }
    return userName(status.st_uid)
  }

  private static func userName(_ id: uid_t) -> String {
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 4096)
    let code = unsafe getpwuid_r(id, &entry, &buffer, buffer.count, &found)
    guard code == 0, let found = unsafe found, let name = unsafe found.pointee.pw_name else {
      return "user \(id)"
    }
    return "\(unsafe String(cString: name)) (user \(id))"
  }
}
