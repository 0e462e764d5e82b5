import GitStore
import SourceCore

/// Carries out a plan for a release.
///
/// The objects are written first, and nobody sees them. All the rest is one step with a journal:
/// whoever ends the process before it is decided leaves what was there, and after it the next
/// command finishes the release.
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
      }
      let move = ReleaseMove(
        branch: plan.branch, from: plan.head, to: commit, tag: plan.tag, subject: plan.subject,
        author: author)
      try FileStep(root: root, gitDirectory: repository.gitDirectory)
        .write(plan.files.map { ($0.path, $0.worktree) }, then: move)
      return commit
    } catch let error as GitError {
      throw ToolFailure(error.message, help: error.help)
    }
  }
}
