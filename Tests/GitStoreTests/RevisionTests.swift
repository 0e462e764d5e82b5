import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct RevisionTests {
  /// Three commits on `main`, a branch, a light and an annotated tag.
  private func history() throws -> (FixtureRepository, [ObjectID]) {
    let fixture = try FixtureRepository()
    let ids = [
      try fixture.commit(["a.md": "1\n"], message: "One"),
      try fixture.commit(["a.md": "2\n"], message: "Two\n\nWith a body."),
      try fixture.commit(["a.md": "3\n", "b.md": "B\n"], message: "Three"),
      try fixture.commit(["a.md": "4\n"], message: "Four"),
    ]
    try fixture.tag("v1", at: ids[0])
    try fixture.tag("v2", at: ids[1], message: "Release 2")
    try fixture.branch("topic/änderung", at: ids[2])
    return (fixture, ids)
  }

  @Test func `the same steps give the same ids everywhere`() throws {
    let (_, ids) = try history()
    let (_, again) = try history()
    #expect(ids == again)
    #expect(ids[0].hex == "e6e30d350d685e1d78dba07244b2f918ba876aeb")
  }

  @Test func `a branch, tags, HEAD~3, full and short ids name commits`() throws {
    let (fixture, ids) = try history()
    let repository = try fixture.opened()
    let expected = [
      ("main", 3), ("HEAD", 3), ("@", 3), ("HEAD~3", 0), ("HEAD^", 2), ("v1", 0), ("v2", 1),
      ("refs/tags/v2", 1), ("topic/änderung", 2), (ids[1].hex, 1), (ids[1].short, 1),
      (ids[2].hex.uppercased(), 2), ("v2^{commit}", 1),
    ]
    for (name, i) in expected {
      #expect(try repository.commit(name).id == ids[i], "\(name)")
    }
    let commit = try repository.commit("v2")
    #expect(commit.subject == "Two")
    #expect(commit.parents == [ids[0]])
    #expect(commit.time == FixtureRepository.firstTime + 60)
  }

  @Test func `work tree, index and revisions are told apart, in a bare clone too`() throws {
    let (fixture, ids) = try history()
    try fixture.write("a.md", "staged\n")
    try fixture.stage("a.md")
    try fixture.write("a.md", "work\n")
    let bare = try fixture.bareClone()
    let repository = try fixture.opened()
    #expect(try repository.view(.worktree).text("a.md") == "work\n")
    #expect(try repository.view(.index).text("a.md") == "staged\n")
    for repository in [repository, try bare.opened()] {
      #expect(try repository.view(.revision("HEAD")).text("a.md") == "4\n")
      #expect(try repository.view(.revision("v1")).text("a.md") == "1\n")
      let view = try repository.view(.revision("HEAD~1"))
      #expect(view.origin == .revision(ids[2]))
      #expect(view.paths == ["a.md", "b.md"])
    }
  }

  @Test func `an unknown name is told with those that come near`() throws {
    let (fixture, _) = try history()
    let repository = try fixture.opened()
    let near = [
      ("mian", "Did you mean `main`?"), ("v3", "Did you mean `v1` or `v2`?"),
      ("änderung", "Did you mean `topic/änderung`?"), ("Main~2", "Did you mean `main~2`?"),
    ]
    for (name, help) in near {
      let error = try #require(throws: GitError.self) { try repository.view(.revision(name)) }
      #expect(error.kind == .noSuchRevision)
      #expect(error.message == "No commit here has the name `\(name)`.")
      #expect(error.help == help)
      #expect(error.function == "git_revparse_single")
      #expect(error.code == -3)
    }
    let far = try #require(throws: GitError.self) { try repository.view(.revision("zebra")) }
    #expect(far.help?.contains("git branch --all") == true)
  }

  @Test func `a history that is too short is told as such`() throws {
    let (fixture, ids) = try history()
    let repository = try fixture.opened()
    let error = try #require(throws: GitError.self) { try repository.view(.revision("main~9")) }
    #expect(error.kind == .noSuchRevision)
    #expect(error.message == "The history of `main` does not reach back to `main~9`.")
    try fixture.makeShallow(at: ids[2])
    let shallow = try fixture.opened()
    let cut = try #require(throws: GitError.self) { try shallow.view(.revision("main~2")) }
    #expect(cut.help?.contains("git fetch --unshallow") == true)
  }

  @Test(arguments: ["", "a\0b", "main..v1", "~", "^{/", "HEAD:a.md", "HEAD^{tree}"])
  func `what names no commit is refused with a reason`(name: String) throws {
    let (fixture, _) = try history()
    let error = try #require(throws: GitError.self) {
      try fixture.opened().view(.revision(name))
    }
    #expect([.noSuchRevision, .notACommit].contains(error.kind), "\(error)")
    #expect(error.help != nil)
  }

  @Test func `a blob or tree under a name is told as such`() throws {
    let (fixture, _) = try history()
    let failure = try #require(throws: ReadFailure.self) {
      try fixture.opened().commit("HEAD:a.md")
    }
    #expect(failure.message == "`HEAD:a.md` names a blob, not a commit.")
  }

  @Test func `a short id of several objects is told with them, the only commit is taken`() throws {
    let fixture = try FixtureRepository()
    // Four digits are the shortest that Git takes, so 300 blobs share some.
    let head = try fixture.commit(["a.md": "A\n"])
    var seen: [String: [ObjectID]] = [:]
    for i in 0..<1500 {
      let id = try fixture.writeBlob("\(i)")
      seen[String(id.hex.prefix(4)), default: []].append(id)
    }
    let (digits, ids) = try #require(
      seen.sorted { $0.key < $1.key }.first { $0.value.count == 2 && !head.hex.hasPrefix($0.key) })
    let repository = try fixture.opened()
    let error = try #require(throws: GitError.self) { try repository.view(.revision(digits)) }
    #expect(error.kind == .ambiguousRevision)
    #expect(error.message.contains("is the beginning of 2 ids"))
    for id in ids { #expect(error.message.contains(id.hex.prefix(12))) }
    #expect(error.help == "Write more digits.")
  }

  @Test func `before the first commit there is no history and its own message`() throws {
    let fixture = try FixtureRepository()
    try fixture.write("a.md", "A\n")
    let repository = try fixture.opened()
    #expect(try repository.headCommit() == nil)
    #expect(try repository.tags() == [])
    #expect(try repository.view(.worktree).paths == ["a.md"])
    #expect(try repository.view(.index).paths == [])
    let error = try #require(throws: GitError.self) { try repository.view(.revision("HEAD")) }
    #expect(error.kind == .unborn)
    #expect(error.message == "There is no commit yet, so that `HEAD` names nothing.")
  }

  @Test func `a detached head is a commit like others`() throws {
    let (fixture, ids) = try history()
    try fixture.detachHead(at: ids[1])
    let repository = try fixture.opened()
    #expect(try repository.headCommit()?.id == ids[1])
    #expect(try repository.view(.revision("HEAD")).text("a.md") == "2\n")
  }

  @Test func `links, submodules and executables of a commit are seen as such`() throws {
    let fixture = try FixtureRepository()
    let commit = try fixture.commit(["a.md": "A\n", "run.sh": "#!\n"])
    try fixture.link("passwd.md", to: "/etc/passwd")
    fixture.makeExecutable("run.sh")
    try fixture.stage("passwd.md", "run.sh")
    try fixture.stageSubmodule("theme", at: commit)
    try fixture.commit()
    let view = try fixture.opened().view(.revision("HEAD"))
    #expect(view.entries.map(\.kind) == [.file, .symlink, .executable, .submodule])
    #expect(try view.find("theme").blob == commit)
    #expect(try view.failure("passwd.md").message.contains("/etc/passwd"))
    #expect(try view.failure("theme").message.contains("submodule"))
    #expect(view.unreadable.isEmpty)
  }

  @Test func `the order is bytewise where folders and files share a beginning`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a/x.md": "", "a.b": "", "a-b": "", "a0": "", "ab": ""])
    for selection in [TreeSelection.worktree, .index, .revision("HEAD")] {
      #expect(try fixture.opened().view(selection).paths == ["a-b", "a.b", "a/x.md", "a0", "ab"])
    }
  }

  @Test func `names that would lead out of a tree are told and left out`() throws {
    let fixture = try FixtureRepository()
    let blob = try fixture.writeBlob("A\n")
    var tree: [UInt8] = []
    for name in ["..", ".GIT", "a.md", "a/b.md"] {
      tree += Array("100644 \(name)\0".utf8) + blob.bytes
    }
    tree += Array("100644 ".utf8) + [0xE4, 0] + blob.bytes
    try fixture.commit(tree: try fixture.writeTree(tree))
    let view = try fixture.opened().view(.revision("HEAD"))
    #expect(view.paths == ["a.md"])
    #expect(view.unreadable.count == 4)
    #expect(view.unreadable.filter { $0.failure.reason == .corrupt }.count == 3)
    #expect(view.unreadable.last?.path.string == "\u{FFFD}")
  }
}
