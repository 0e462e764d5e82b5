import Glibc
import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct DiscoveryTests {
  @Test func `a repository is found from its root, a folder, a file and its .git folder`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["lessons/one/a.md": "A\n"])
    for inside in ["", "/lessons", "/lessons/one/a.md", "/.git", "/.git/objects"] {
      let repository = try open(fixture.path + inside)
      #expect(repository.worktreeRoot == fixture.path)
      #expect(repository.gitDirectory == fixture.gitDirectory)
      #expect(!repository.isBare)
      #expect(!repository.isShallow)
    }
  }

  @Test func `a bare repository is found from any folder in it`() throws {
    let fixture = try FixtureRepository()
    let head = try fixture.commit(["a.md": "A\n"])
    let bare = try fixture.bareClone()
    for inside in ["", "/refs", "/HEAD"] {
      let repository = try open(bare.path + inside)
      #expect(repository.isBare)
      #expect(repository.worktreeRoot == nil)
      #expect(try repository.headCommit()?.id == head)
    }
  }

  @Test func `a folder in no repository gives nil`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "A\n")
    #expect(try Repository.discover(from: folder.path) == nil)
    #expect(try Repository.discover(from: folder.path + "/a.md") == nil)
  }

  @Test func `a path that does not exist is named`() throws {
    let error = try #require(throws: GitError.self) {
      try Repository.discover(from: "/nowhere/at/all")
    }
    #expect(error.kind == .noSuchPath)
    #expect(error.message == "Cannot open /nowhere/at/all: No such file or directory.")
  }

  @Test func `a linked work tree has its own files and head`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a.md": "A\n"])
    let linked = try fixture.linkedWorktree("second")
    try fixture.commit(["a.md": "B\n"])
    let repository = try open(linked)
    #expect(repository.worktreeRoot == linked)
    #expect(try repository.headCommit()?.id == first)
    let view = try repository.view(.worktree)
    #expect(view.entries.map(\.path.string) == ["a.md"])
    #expect(try view.text("a.md") == "A\n")
    #expect(try repository.view(.index).text("a.md") == "A\n")
  }

  @Test func `a shallow clone is told, from a linked work tree too`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n"])
    let second = try fixture.commit(["a.md": "B\n"])
    let linked = try fixture.linkedWorktree("second")
    try fixture.makeShallow(at: second)
    #expect(try Repository.discover(from: fixture.path)?.isShallow == true)
    #expect(try Repository.discover(from: linked)?.isShallow == true)
  }

  @Test(
    "A repository with an extension that changes nothing in its objects opens",
    arguments: ["worktreeConfig", "partialClone", "preciousObjects", "relativeWorktrees"])
  func harmlessExtension(name: String) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n"])
    try fixture.configure("core.repositoryformatversion", "1")
    try fixture.configure("extensions.\(name)", name == "partialClone" ? "origin" : "true")
    let repository = try fixture.opened()
    #expect(try repository.view(.revision("HEAD")).text("a.md") == "A\n")
  }

  @Test func `a repository with SHA-256 ids is refused by name`() throws {
    let fixture = try FixtureRepository()
    try fixture.configure("core.repositoryformatversion", "1")
    try fixture.configure("extensions.objectformat", "sha256")
    let error = try #require(throws: GitError.self) {
      try Repository.discover(from: fixture.path)
    }
    #expect(error.kind == .unsupported)
    #expect(error.message.contains("SHA-256"))
    #expect(error.help != nil)
  }

  @Test func `an unknown extension is named`() throws {
    let fixture = try FixtureRepository()
    try fixture.configure("core.repositoryformatversion", "1")
    try fixture.configure("extensions.refstorage", "reftable")
    let error = try #require(throws: GitError.self) {
      try Repository.discover(from: fixture.path)
    }
    #expect(error.kind == .unsupported)
    #expect(error.message.contains("refstorage"))
  }

  @Test(
    "A repository of another user is not trusted, and the way out works",
    .enabled(if: geteuid() == 0, "only root can give a file to another user"))
  func foreignOwner() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n"])
    let bare = try fixture.bareClone()
    for path in [fixture.path, fixture.gitDirectory, bare.path] { chown(path, 65_534, 65_534) }
    for path in [fixture.path, bare.path] {
      let error = try #require(throws: GitError.self) { try Repository.discover(from: path) }
      #expect(error.kind == .foreignOwner)
      #expect(error.message.contains("belongs to nobody (user 65534)"))
      #expect(error.message.contains("you are root (user 0)"))
      let help = "git config --global --add safe.directory \(path)"
      #expect(error.help?.contains(help) == true)
    }
    let settings = FixtureRepository.home + "/.gitconfig"
    try Files.write(
      settings,
      Array("[safe]\n\tdirectory = \(fixture.path)\n\tdirectory = \(bare.path)\n".utf8))
    defer { Files.remove(FixtureRepository.home) }
    #expect(try Repository.discover(from: fixture.path) != nil)
    #expect(try Repository.discover(from: bare.path) != nil)
  }

  @Test func `a locked index matters only to what will write it`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n"])
    let repository = try fixture.opened()
    try repository.requireUnlockedIndex()
    #expect(!repository.isIndexLocked)
    try fixture.lockIndex()
    #expect(repository.isIndexLocked)
    #expect(try repository.view(.index).text("a.md") == "A\n")
    #expect(try repository.view(.worktree).text("a.md") == "A\n")
    let error = try #require(throws: GitError.self) { try repository.requireUnlockedIndex() }
    #expect(error.kind == .locked)
    #expect(error.message.contains("\(fixture.gitDirectory)/index.lock"))
    #expect(error.help?.contains("remove that file") == true)
  }

  @Test func `another index is read where one is named, as hooks do`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n"])
    let other = fixture.gitDirectory + "/next-index"
    try Files.write(other, try Files.read(fixture.gitDirectory + "/index"))
    try fixture.write("b.md", "B\n")
    try fixture.stage("b.md")
    let repository = try fixture.opened()
    #expect(try repository.view(.index).paths == ["a.md", "b.md"])
    repository.indexFile = other
    #expect(try repository.view(.index).paths == ["a.md"])
  }

  @Test func `objects borrowed from another repository are read`() throws {
    let lender = try FixtureRepository()
    let head = try lender.commit(["a.md": "A\n"])
    let borrower = try FixtureRepository()
    try Files.write(
      borrower.gitDirectory + "/objects/info/alternates",
      Array("\(lender.gitDirectory)/objects\n".utf8))
    #expect(try borrower.opened().view(.revision(head.hex)).text("a.md") == "A\n")
    let blob = try lender.writeBlob("A\n")
    try lender.truncateObject(blob, to: 10)
    let failure = try borrower.opened().view(.revision(head.hex)).failure("a.md")
    #expect(failure.reason == .corrupt)
  }

  @Test func `workers with repositories of their own read one listing`() async throws {
    let fixture = try FixtureRepository()
    var files: [String: String] = [:]
    for i in 0..<60 { files["lessons/\(i).md"] = "Lesson \(i)\n" }
    try fixture.commit(files)
    let path = fixture.path
    let git = fixture.gitDirectory
    for selection in [TreeSelection.worktree, .index, .revision("HEAD")] {
      let entries = try fixture.opened().view(selection).entries
      let source =
        selection == .worktree ? EntrySource(filesBelow: path) : EntrySource(objectsOf: git)
      let texts = try await withThrowingTaskGroup(of: [String].self) { group in
        for worker in 0..<3 {
          group.addTask {
            let reader = try source.open()
            return try stride(from: worker, to: entries.count, by: 3).map {
              let bytes = try reader.read(entries[$0], limit: 100)
              return String(decoding: bytes, as: UTF8.self)
            }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(texts.sorted() == files.values.sorted())
    }
  }
}
