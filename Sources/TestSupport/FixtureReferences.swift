import CLibGit2
import SourceCore

extension FixtureRepository {
  /// Makes a tag at a commit, `HEAD`'s where none is given: annotated with a message, else light.
  @discardableResult
  public func tag(
    _ name: String, at target: ObjectID? = nil, message: String? = nil
  ) throws(FixtureError) -> ObjectID {
    var id = if let target { target } else { try head }
    if let message { id = try annotate(name, id, type: "commit", message: message) }
    try setReference("refs/tags/\(name)", to: id)
    return id
  }

  /// Makes an annotated tag of any object.
  @discardableResult
  public func tag(
    _ name: String, object: ObjectID, type: String, message: String = "Tag"
  ) throws(FixtureError) -> ObjectID {
    let id = try annotate(name, object, type: type, message: message)
    try setReference("refs/tags/\(name)", to: id)
    return id
  }

  /// Makes a branch at a commit, `HEAD`'s where none is given.
  public func branch(_ name: String, at target: ObjectID? = nil) throws(FixtureError) {
    let id = if let target { target } else { try head }
    try setReference("refs/heads/\(name)", to: id)
  }

  /// Lets `HEAD` name a branch; the files stay as they are.
  public func switchHead(to branch: String) throws(FixtureError) {
    try expect("HEAD", unsafe git_repository_set_head(repository, "refs/heads/\(branch)"))
  }

  /// Lets `HEAD` name a commit.
  public func detachHead(at commit: ObjectID) throws(FixtureError) {
    var id = commit.gitID
    try expect("HEAD", unsafe git_repository_set_head_detached(repository, &id))
  }

  /// Makes or moves a reference.
  public func setReference(_ name: String, to id: ObjectID) throws(FixtureError) {
    var reference: OpaquePointer?
    var gitID = id.gitID
    try expect(
      name, unsafe git_reference_create(&reference, repository, name, &gitID, 1, "fixture"))
    unsafe git_reference_free(reference)
  }

  /// Makes a setting of the repository.
  public func configure(_ name: String, _ value: String) throws(FixtureError) {
    var config: OpaquePointer?
    try expect("config", unsafe git_repository_config(&config, repository))
    defer { unsafe git_config_free(config) }
    try expect(name, unsafe git_config_set_string(config, name, value))
  }

  private func annotate(
    _ name: String, _ object: ObjectID, type: String, message: String
  ) throws(FixtureError) -> ObjectID {
    let text =
      "object \(object)\ntype \(type)\ntag \(name)\n"
      + "tagger Ada Author <ada@example.org> \(Self.firstTime) +0000\n\n\(message)\n"
    return try writeObject(text, type: GIT_OBJECT_TAG)
  }
}

extension ObjectID {
  init(_ id: git_oid) {
    self = unsafe withUnsafeBytes(of: id.id) { unsafe ObjectID(bytes: $0)! }
  }

  var gitID: git_oid {
    var id = git_oid()
    let bytes = bytes
    unsafe withUnsafeMutableBytes(of: &id.id) { unsafe $0.copyBytes(from: bytes) }
    return id
  }
}
