import Glibc
import GitStore
import SourceCore

/// Carries out a plan for a release.
///
/// The order matters where the process is killed: objects, which nobody sees; the files, each
/// replaced by a rename; the index; the branch; the tag. Up to the branch's move nothing is
/// released, and running the command again goes on from whatever was reached.
struct ReleaseCutter {
  let repository: Repository
  let root: String
  let author: CommitAuthor

  /// - Returns: the commit of the release.
  func cut(_ plan: ReleasePlan) throws -> ObjectID {
    do throws(GitError) {
      try repository.requireUnlockedIndex()
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    do {
      var commit = plan.head
      if !plan.files.isEmpty {
        var blobs: [(RepoPath, ObjectID)] = []
        for file in plan.files {
          blobs.append((file.path, try repository.writeBlob(file.committed)))
        }
        let tree = try repository.writeTree(of: plan.head, replacing: blobs)
        commit = try repository.writeCommit(
          tree: tree, parent: plan.head, message: plan.subject + "\n", author: author)
        try replaceFiles(plan.files)
        try repository.stage(plan.files.map(\.path))
        try repository.move(
          plan.branch, from: plan.head, to: commit, reason: "academy: \(plan.subject)",
          author: author)
      }
      if let tag = plan.tag {
        try repository.makeTag(tag, at: commit, message: plan.subject + "\n", author: author)
      }
      return commit
    } catch let error as GitError {
      throw ToolFailure(error.message, help: error.help)
    }
  }

  /// All new files are complete before the first one takes its place.
  private func replaceFiles(_ files: [ReleasePlan.File]) throws {
    var ready: [(temporary: String, path: String)] = []
    for (number, file) in files.enumerated() {
      // In the Git folder a file that a killed process leaves behind is in nobody's way.
      let temporary = "\(repository.gitDirectory)/academy-release-\(number).tmp"
      try FileSystem.replace(temporary, with: file.worktree)
      ready.append((temporary, "\(root)/\(file.path)"))
    }
    for (temporary, path) in ready.reversed() {
      if rename(temporary, path) == 0 { continue }
      // The Git folder may be on another file system.
      try FileSystem.replace(path, with: FileSystem.read(temporary, limit: 100_000_000))
      unlink(temporary)
    }
  }
}
