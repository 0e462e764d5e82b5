import CLibGit2
import SourceCore

extension FixtureRepository {
  /// A bare repository with the same objects, branches and tags.
  public func bareClone() throws(FixtureError) -> FixtureRepository {
    let folder = try TemporaryFolder()
    let path = folder.path + "/bare.git"
    try Files.copyFolder(gitDirectory, to: path)
    Files.remove(path + "/index")
    try Files.write(
      path + "/config", Array("[core]\n\trepositoryformatversion = 0\n\tbare = true\n".utf8))
    return try FixtureRepository(opening: path, in: folder)
  }

  /// Makes a linked work tree on a new branch, and gives its path.
  public func linkedWorktree(_ name: String) throws(FixtureError) -> String {
    let path = "\(self.path)-\(name)"
    var made: OpaquePointer?
    try expect("worktree", unsafe git_worktree_add(&made, repository, name, path, nil))
    unsafe git_worktree_free(made)
    return path
  }

  /// Leaves out what lies before a commit, as a shallow clone does.
  public func makeShallow(at commit: ObjectID) throws(FixtureError) {
    var next = try parents(of: commit)
    while let id = next.popLast() {
      next += try parents(of: id)
      deleteObject(id)
    }
    try Files.write(gitDirectory + "/shallow", Array("\(commit)\n".utf8))
  }

  private func parents(of id: ObjectID) throws(FixtureError) -> [ObjectID] {
    var commit: OpaquePointer?
    var gitID = id.gitID
    try expect("commit \(id)", unsafe git_commit_lookup(&commit, repository, &gitID))
    defer { unsafe git_commit_free(commit) }
    guard let commit = unsafe commit else { return [] }
    return unsafe (0..<git_commit_parentcount(commit)).compactMap {
      unsafe git_commit_parent_id(commit, $0).map { unsafe ObjectID($0.pointee) }
    }
  }
}
