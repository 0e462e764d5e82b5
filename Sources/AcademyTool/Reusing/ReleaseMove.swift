import GitStore
import SourceCore
import StructuredData

/// What makes a release visible once its files are in place: the branch, and the tag.
struct ReleaseMove {
  /// Full name of the branch.
  let branch: String
  /// The commit that the branch leads to before.
  let from: ObjectID
  /// The commit of the release.
  let to: ObjectID
  /// The tag, where the course releases by tag.
  let tag: String?
  /// First line of the commit's and the tag's message.
  let subject: String
  /// Who releases.
  let author: CommitAuthor

  /// Moves branch and tag, as far as that has not been done.
  ///
  /// - Parameter isResumed: whether a process was killed that was at it.
  /// - Returns: false where the branch has gone elsewhere meanwhile.
  func finish(
    in repository: Repository, files: [RepoPath], folder: String, isResumed: Bool
  ) throws -> Bool {
    if isResumed {
      repository.clearAbandonedLock(of: branch, for: to)
      if let tag { repository.clearAbandonedLock(of: "refs/tags/" + tag, for: nil) }
    }
    do {
      let tip = try repository.commit(branch).id
      guard tip == from || tip == to else { return false }
      if from != to {
        try repository.stage(files, by: folder)
        if tip == from {
          try repository.move(
            branch, from: from, to: to, reason: "academy: \(subject)", author: author)
        }
      }
      if let tag, !repository.hasTag(tag) {
        try repository.makeTag(tag, at: to, message: subject + "\n", author: author)
      }
      return true
    } catch let error as GitError {
      throw ToolFailure(error.message, help: error.help)
    } catch let failure as ReadFailure {
      throw ToolFailure(failure.message, help: failure.help)
    }
  }

  // MARK: - In the journal

  func write(_ json: inout JSONWriter) {
    json.beginObject()
    for (key, value) in [
      ("branch", branch), ("from", from.hex), ("to", to.hex), ("tag", tag ?? ""),
      ("subject", subject), ("name", author.name), ("email", author.email),
    ] {
      json.key(key)
      json.string(value)
    }
    json.key("time")
    json.integer(Int(author.time))
    json.endObject()
  }

  init(
    branch: String, from: ObjectID, to: ObjectID, tag: String?, subject: String,
    author: CommitAuthor
  ) {
    self.branch = branch
    self.from = from
    self.to = to
    self.tag = tag
    self.subject = subject
    self.author = author
  }

  /// Reads what `write` wrote; nil where it is something else.
  init?(_ node: DataNode) {
    func text(_ key: String) -> String? { node[key]?.string }
    guard let branch = text("branch"), let from = text("from").flatMap({ ObjectID(hex: $0) }),
      let to = text("to").flatMap({ ObjectID(hex: $0) }), let tag = text("tag"),
      let subject = text("subject"), let name = text("name"), let email = text("email"),
      let time = node["time"]?.intValue
    else { return nil }
    self.init(
      branch: branch, from: from, to: to, tag: tag.isEmpty ? nil : tag, subject: subject,
      author: CommitAuthor(name: name, email: email, time: Int64(time)))
  }
}
