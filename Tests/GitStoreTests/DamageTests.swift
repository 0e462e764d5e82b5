import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct DamageTests {
  /// A course of three lessons in two folders, committed.
  private func course() throws -> FixtureRepository {
    let fixture = try FixtureRepository()
    try fixture.commit([
      "a.md": "A text that is long enough to be cut\n", "b.md": "B\n", "more/c.md": "C\n",
    ])
    return fixture
  }

  @Test func `a missing blob is a failure of that file alone`() throws {
    let fixture = try course()
    let blob = try fixture.writeBlob("B\n")
    fixture.deleteObject(blob)
    for selection in [TreeSelection.revision("HEAD"), .index] {
      let view = try fixture.opened().view(selection)
      #expect(view.paths == ["a.md", "b.md", "more/c.md"])
      let failure = try view.failure("b.md")
      #expect(failure.reason == .missing)
      #expect(failure.message == "Object \(blob) (b.md) is missing from the repository.")
      #expect(failure.help?.contains("git fetch --refetch") == true)
      #expect(try view.text("a.md").hasPrefix("A text"))
      #expect(try view.text("more/c.md") == "C\n")
    }
  }

  @Test func `in a partial clone the way out is another`() throws {
    let fixture = try course()
    let blob = try fixture.writeBlob("B\n")
    fixture.deleteObject(blob)
    try fixture.configure("remote.origin.promisor", "true")
    let failure = try fixture.opened().view(.revision("HEAD")).failure("b.md")
    #expect(failure.reason == .missing)
    #expect(failure.help?.contains("partial clone") == true)
    #expect(failure.help?.contains("git cat-file -e \(blob)") == true)
  }

  @Test func `a missing subtree leaves the rest of the tree readable`() throws {
    let fixture = try course()
    let folder = RepoPath.root.appending("more")
    let repository = try fixture.opened()
    let head = try #require(try repository.headCommit())
    let tree = try #require(try repository.objectID(at: folder, in: head.id))
    fixture.deleteObject(tree)
    let again = try fixture.opened()
    let view = try again.view(.revision("HEAD"))
    #expect(view.paths == ["a.md", "b.md"])
    #expect(view.unreadable.map(\.path) == [folder])
    #expect(view.unreadable.first?.failure.reason == .missing)
    #expect(view.unreadable.first?.failure.message.contains("(more)") == true)
    let inside = try #require(throws: GitError.self) {
      try again.view(.revision("HEAD"), folder: folder)
    }
    #expect(inside.kind == .missing)
    #expect(throws: ReadFailure.self) {
      try again.objectID(at: folder.appending("c.md"), in: head.id)
    }
  }

  @Test func `a missing root tree is told`() throws {
    let fixture = try course()
    let tree = try #require(try fixture.opened().headCommit()).tree
    fixture.deleteObject(tree)
    let error = try #require(throws: GitError.self) {
      try fixture.opened().view(.revision("HEAD"))
    }
    #expect(error.kind == .missing)
    #expect(error.message == "Object \(tree) (the root folder) is missing from the repository.")
  }

  @Test(arguments: [0, 3, 12])
  func `a cut object is damaged, and the others are read`(size: Int) throws {
    let fixture = try course()
    let blob = try fixture.writeBlob("A text that is long enough to be cut\n")
    try fixture.truncateObject(blob, to: size)
    let view = try fixture.opened().view(.revision("HEAD"))
    let failure = try view.failure("a.md")
    #expect(failure.reason == .corrupt)
    #expect(failure.message.hasPrefix("Object \(blob) (a.md) is damaged: "))
    #expect(failure.help?.contains("git fsck") == true)
    #expect(try view.text("b.md") == "B\n")
  }

  @Test func `a cut commit or tree ends nothing but its own reading`() throws {
    let fixture = try course()
    let first = try fixture.head
    let second = try fixture.commit(["b.md": "B2\n"])
    try fixture.tag("v1", at: first, message: "One")
    try fixture.truncateObject(first, to: 20)
    let repository = try fixture.opened()
    for name in [first.hex, first.short, "HEAD~1", "v1"] {
      let error = try #require(throws: GitError.self) { try repository.view(.revision(name)) }
      #expect(error.kind == .corrupt, "\(name): \(error)")
      #expect(error.help != nil)
    }
    #expect(try repository.view(.revision(second.short)).text("b.md") == "B2\n")
    let tree = try #require(try repository.objectID(at: .root.appending("more"), in: second))
    try fixture.truncateObject(tree, to: 10)
    let view = try fixture.opened().view(.revision("HEAD"))
    #expect(view.paths == ["a.md", "b.md"])
    #expect(view.unreadable.first?.failure.reason == .corrupt)
  }

  @Test(arguments: [
    "nonsense", "blob 3\0ab", "blob 1\0ab", "blob x\0ab", "blub 2\0ab", "blob 99999999999999999\0",
  ])
  func `an object whose header lies is damaged`(content: String) throws {
    let fixture = try course()
    let blob = try fixture.writeBlob("B\n")
    try fixture.replaceObject(blob, deflating: Array(content.utf8))
    let failure = try fixture.opened().view(.revision("HEAD")).failure("b.md", limit: .max)
    #expect(failure.reason == .corrupt)
    #expect(failure.message.contains("is damaged: its ") || failure.message.contains("it holds"))
  }

  @Test func `an object of another type is damaged`() throws {
    let fixture = try course()
    let repository = try fixture.opened()
    let head = try #require(try repository.headCommit())
    let failure = try #require(throws: ReadFailure.self) {
      try repository.blob(head.tree, limit: 1000)
    }
    #expect(failure.reason == .notAFile)
    let other = try #require(throws: ReadFailure.self) {
      try repository.objectID(at: .root, in: head.tree)
    }
    #expect(other.reason == .corrupt)
  }

  @Test func `a packed repository is read as any other`() throws {
    let fixture = try course()
    try fixture.pack()
    let view = try fixture.opened().view(.revision("HEAD"))
    #expect(try view.text("more/c.md") == "C\n")
  }

  @Test func `a cut pack is named`() throws {
    let fixture = try course()
    let tree = try #require(try fixture.opened().headCommit()).tree
    // A commit outside the pack, so that the repository itself is still found to be one.
    try fixture.pack()
    try fixture.commit(tree: tree)
    let size = try Files.read(fixture.packFile).count
    try fixture.truncatePack(to: size / 2)
    let error = try #require(throws: GitError.self) {
      try fixture.opened().view(.revision("HEAD"))
    }
    #expect(error.kind == .corrupt, "\(error)")
    let name = try #require(fixture.packFile.split(separator: "/").last)
    #expect(error.message.contains(name))
    #expect(error.help?.contains("git fsck") == true)
  }

  @Test func `lessons outside a cut pack are still read`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["packed.md": "P\n"])
    try fixture.pack()
    try fixture.commit(["loose.md": "L\n"])
    try fixture.truncatePack(to: 40)
    let view = try fixture.opened().view(.revision("HEAD"))
    #expect(view.paths == ["loose.md", "packed.md"])
    #expect(try view.text("loose.md") == "L\n")
    let failure = try view.failure("packed.md")
    #expect(failure.reason == .corrupt)
    #expect(failure.message.contains(".pack"))
  }

  @Test func `a damaged index is told`() throws {
    let fixture = try course()
    try Files.truncate(fixture.gitDirectory + "/index", to: 50)
    for selection in [TreeSelection.index, .worktree] {
      let error = try #require(throws: GitError.self) { try fixture.opened().view(selection) }
      #expect(error.kind == .corrupt)
      #expect(error.message.contains("\(fixture.gitDirectory)/index"))
      #expect(error.help?.contains("git reset") == true)
    }
  }

  @Test func `an object replaced by another is found where it was asked to verify`() async throws {
    // In a process of its own, because what it asks for stays on.
    await #expect(processExitsWith: .success) {
      let fixture = try FixtureRepository()
      try fixture.commit(["a.md": "A\n", "b.md": "B\n"])
      let blob = try fixture.writeBlob("A\n")
      try fixture.replaceObject(blob, with: try fixture.writeBlob("B\n"))
      let trusting = try #require(try Repository.discover(from: fixture.path))
      try #require(try trusting.view(.revision("HEAD")).text("a.md") == "B\n")
      let verifying = try #require(try Repository.discover(from: fixture.path, verify: true))
      let failure = try verifying.view(.revision("HEAD")).failure("a.md")
      try #require(failure.reason == .corrupt)
      try #require(failure.message.contains(blob.hex))
    }
  }
}
