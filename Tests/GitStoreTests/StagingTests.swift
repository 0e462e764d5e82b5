import GitStore
import Glibc
import SourceCore
import TestSupport
import Testing

/// Files are staged, and only a lock of our own is ever taken away.
@Suite struct StagingTests {
  private func prepared() throws -> (FixtureRepository, Repository, String) {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "One.\n", "b.md": "Two.\n", "c/d.md": "Three.\n"])
    try fixture.write("a.md", "Other.\n")
    try fixture.write("c/new.md", "New.\n")
    let folder = fixture.gitDirectory + "/academy"
    try Files.makeFolder(folder)
    return (fixture, try #require(try Repository.discover(from: fixture.path)), folder)
  }

  private let paths = ["a.md", "c/new.md"].compactMap { RepoPath($0) }

  private func staged(_ repository: Repository) throws -> [String] {
    let view = try repository.view(.index)
    return try view.entries.map { entry in
      "\(entry.path): \(String(decoding: try view.read(entry, limit: 100), as: UTF8.self))"
    }
  }

  private let expected = ["a.md: Other.\n", "b.md: Two.\n", "c/d.md: Three.\n", "c/new.md: New.\n"]

  @Test func `files are staged as they are in the work tree`() throws {
    let (fixture, repository, folder) = try prepared()
    try repository.stage(paths, by: folder)
    #expect(try staged(repository) == expected)
    #expect(try Files.names(in: folder) == [])
    // Git itself finds nothing to refresh: the index knows the files' states.
    #expect(try repository.view(.worktree).entries.allSatisfy { $0.blob != nil })
    #expect(!(try Files.names(in: fixture.gitDirectory).contains("index.lock")))
  }

  @Test func `a lock that a killed process of ours has left is taken away`() throws {
    let (fixture, repository, folder) = try prepared()
    try Files.write(folder + "/index", Array("half".utf8))
    let lock = fixture.gitDirectory + "/index.lock"
    #expect(unsafe link(folder + "/index", lock) == 0)
    try Files.write(folder + "/index.lock", [])
    try repository.stage(paths, by: folder)
    #expect(try staged(repository) == expected)
    #expect(try Files.names(in: folder) == [])
  }

  @Test func `a lock of another process stays`() throws {
    let (fixture, repository, folder) = try prepared()
    let before = try staged(repository)
    try Files.write(folder + "/index", Array("half".utf8))
    try Files.write(fixture.gitDirectory + "/index.lock", [])
    #expect(throws: GitError.self) { try repository.stage(paths, by: folder) }
    #expect(try staged(repository) == before)
    #expect(try Files.names(in: fixture.gitDirectory).contains("index.lock"))
  }
}
