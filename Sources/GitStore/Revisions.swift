import CLibGit2
import SourceCore

extension Repository {
  /// The id of the commit that a revision names.
  func resolve(_ revision: String) throws(GitError) -> ObjectID {
    guard !revision.isEmpty, !revision.utf8.contains(0) else { throw unknown(revision) }
    let pointer = unsafe handle.pointer
    let object: Handle<ObjectKind>
    do throws(GitError) {
      let revision = try expandingShortID(revision)
      object = try unsafe Handle("git_revparse_single") {
        unsafe git_revparse_single(&$0, pointer, revision)
      }
    } catch {
      switch error.code {
      case GIT_EAMBIGUOUS.rawValue: throw error
      case GIT_ENOTFOUND.rawValue, GIT_EUNBORNBRANCH.rawValue: throw unknown(revision, error)
      case GIT_EINVALIDSPEC.rawValue:
        throw error.retold(
          .noSuchRevision, "`\(revision)` is no name of a revision.",
          help: "A branch, a tag, `HEAD~3` or an id is.")
      default: throw unreadable(revision, error)
      }
    }
    return try peel(object, revision)
  }

  /// The revision with the full id in the place of a short one.
  ///
  /// libgit2 would read the object to know it, with its own reader of loose objects.
  private func expandingShortID(_ revision: String) throws(GitError) -> String {
    let digits = revision.prefix { $0 != "~" && $0 != "^" && $0 != ":" }
    guard (4..<40).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit) else {
      return revision
    }
    let reference = try? unsafe Handle<ReferenceKind>("git_reference_dwim") {
      unsafe git_reference_dwim(&$0, handle.pointer, String(digits))
    }
    if reference != nil { return revision }
    var short = git_oid()
    var full = git_oid()
    let count = digits.utf8.count
    try check("git_oid_fromstrn", unsafe git_oid_fromstrn(&short, String(digits), count))
    let code = unsafe git_odb_exists_prefix(&full, database.pointer, &short, count)
    if code == GIT_EAMBIGUOUS.rawValue {
      let id = try onlyCommit(
        startingWith: String(digits), GitError.last("git_odb_exists_prefix", code))
      return id.hex + revision.dropFirst(digits.count)
    }
    return code == 0 ? ObjectID(full).hex + revision.dropFirst(digits.count) : revision
  }

  private func peel(
    _ object: borrowing Handle<ObjectKind>, _ revision: String
  ) throws(GitError) -> ObjectID {
    let start = unsafe object.pointer
    do throws(GitError) {
      let commit = try unsafe Handle<ObjectKind>("git_object_peel") {
        unsafe git_object_peel(&$0, start, GIT_OBJECT_COMMIT)
      }
      guard let id = unsafe git_object_id(commit.pointer) else { throw unknown(revision) }
      return unsafe ObjectID(id.pointee)
    } catch {
      let type = unsafe git_object_type2string(git_object_type(start))
      let name = unsafe type.map { unsafe String(cString: $0) } ?? "object"
      guard error.code == GIT_EINVALIDSPEC.rawValue || error.code == GIT_EPEEL.rawValue else {
        throw unreadable(revision, error)
      }
      throw error.retold(
        .notACommit, "`\(revision)` names a \(name), not a commit.",
        help: "Name a branch, a tag or a commit.")
    }
  }

  /// Why a revision that is there leads to nothing that can be read.
  private func unreadable(_ revision: String, _ error: GitError) -> GitError {
    guard error.help == nil else { return error }
    return error.retold(
      error.kind == .missing ? .missing : .corrupt,
      "`\(revision)` leads to an object that cannot be read: \(error.detail).",
      help: "`git fsck` lists what is damaged; `git fetch --refetch` brings it again from the"
        + " remote, or clone the repository again.")
  }

  /// Why no commit has this name, with the names that come near.
  private func unknown(_ revision: String, _ error: GitError? = nil) -> GitError {
    let error =
      error ?? GitError(.noSuchRevision, function: "git_revparse_single", message: "")
    if let pack = damagedPack {
      return error.retold(
        .corrupt, "`\(revision)` cannot be looked up: the pack \(pack) is damaged.",
        help: "`git fsck` lists what is damaged; `git fetch --refetch` brings it again from the"
          + " remote, or clone the repository again.")
    }
    if revision.hasPrefix("HEAD") || revision.hasPrefix("@"), isUnborn {
      return error.retold(
        .unborn, "There is no commit yet, so that `\(revision)` names nothing.",
        help: "Commit something first, or check the work tree.")
    }
    let start = String(revision.prefix { $0 != "~" && $0 != "^" })
    let steps = String(revision.dropFirst(start.count))
    let isTooFar = !steps.isEmpty && names(start)
    let near = isTooFar ? [] : NearNames.of(start, among: referenceNames()).map { $0 + steps }
    var ways: [String] = []
    if !near.isEmpty {
      ways.append("Did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?")
    }
    if isShallow {
      ways.append("This is a shallow clone: `git fetch --unshallow --tags` brings the rest.")
    } else if isTooFar {
      ways.append("`git log --oneline \(start)` shows what there is.")
    } else if near.isEmpty {
      ways.append("`git branch --all` and `git tag` list the names; `git fetch --tags` gets more.")
    }
    let message =
      isTooFar
      ? "The history of `\(start)` does not reach back to `\(revision)`."
      : "No commit here has the name `\(revision)`."
    return error.retold(.noSuchRevision, message, help: ways.joined(separator: " "))
  }

  /// Whether the branch that is checked out has no commit yet.
  private var isUnborn: Bool {
    // `try?` would make one of "no commit" and "a commit that cannot be read".
    do throws(GitError) { return try headCommit() == nil } catch { return false }
  }

  /// Whether a revision names anything.
  private func names(_ revision: String) -> Bool {
    let found = try? unsafe Handle<ObjectKind>("git_revparse_single") {
      unsafe git_revparse_single(&$0, handle.pointer, revision)
    }
    return found != nil
  }

  /// Names of branches and tags, as people write them.
  private func referenceNames() -> [String] {
    let pointer = unsafe handle.pointer
    let iterator = try? unsafe Handle<ReferenceIteratorKind>("git_reference_iterator_new") {
      unsafe git_reference_iterator_new(&$0, pointer)
    }
    guard let iterator else { return [] }
    var names: [String] = []
    var raw: UnsafePointer<CChar>?
    while unsafe git_reference_next_name(&raw, iterator.pointer) == 0 {
      guard let name = unsafe raw.flatMap({ unsafe String(validatingCString: $0) }) else {
        continue
      }
      for prefix in ["refs/heads/", "refs/tags/", "refs/remotes/"] where name.hasPrefix(prefix) {
        names.append(String(name.dropFirst(prefix.count)))
      }
    }
    return names
  }

  /// Git takes a short id for the only commit that begins with it, whatever else does.
  private func onlyCommit(
    startingWith digits: String, _ error: GitError
  ) throws(GitError) -> ObjectID {
    var search = Search(digits: asciiLowercased(digits))
    unsafe withUnsafeMutablePointer(to: &search) { pointer in
      _ = unsafe git_odb_foreach(
        database.pointer,
        { id, payload in
          guard let id = unsafe id, let payload = unsafe payload else { return 0 }
          let found = unsafe ObjectID(id.pointee)
          let search = unsafe payload.assumingMemoryBound(to: Search.self)
          if unsafe found.hex.hasPrefix(search.pointee.digits) {
            unsafe search.pointee.found.insert(found)
          }
          return 0
        }, pointer)
    }
    let commits = search.found.sorted().filter { (try? commit($0)) != nil }
    if commits.count == 1 { return commits[0] }
    let listed = (commits.isEmpty ? search.found.sorted() : commits).prefix(5)
    throw error.retold(
      .ambiguousRevision,
      "`\(digits)` is the beginning of \(search.found.count) ids:"
        + " \(listed.map { String($0.hex.prefix(12)) }.joined(separator: ", ")).",
      help: "Write more digits.")
  }

  private struct Search {
    let digits: String
    var found: Set<ObjectID> = []
  }
}
