import Glibc
import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct FolderTreeTests {
  @Test func `every file of a downloaded archive is listed in bytewise order`() throws {
    let folder = try TemporaryFolder()
    for file in ["b.md", "a/x.md", "a.b/y.md", "a-c.md", ".gitignore", "Z.md", "é.md"] {
      try folder.write(file, "*.md\n")
    }
    let tree = try FolderTree(path: folder.path)
    #expect(
      tree.paths == [".gitignore", "Z.md", "a-c.md", "a.b/y.md", "a/x.md", "b.md", "é.md"])
    #expect(tree.origin == .folder)
    #expect(tree.entries.allSatisfy { $0.blob == nil && $0.kind == .file })
    #expect(try tree.text("a.b/y.md") == "*.md\n")
  }

  @Test func `Git's own folder is left out at any depth`() throws {
    let folder = try TemporaryFolder()
    for file in [".git/config", "a/.git", "a/b.md", ".GIT/x"] { try folder.write(file, "x") }
    #expect(try FolderTree(path: folder.path).paths == ["a/b.md"])
  }

  @Test func `folders in it may be left alone`() throws {
    let folder = try TemporaryFolder()
    for file in ["a.md", "b/c.md", "b/d/e.md", ".f.json"] { try folder.write(file, "x") }
    #expect(try FolderTree(path: folder.path, isDeep: false).paths == [".f.json", "a.md"])
  }

  @Test func `links are seen and never followed`() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret.md", "S")
    let folder = try TemporaryFolder()
    try folder.write("a.md", "A")
    try folder.link("up", to: outside.path)
    try folder.link("passwd.md", to: "/etc/passwd")
    try folder.link("loop", to: ".")
    let tree = try FolderTree(path: folder.path)
    #expect(tree.paths == ["a.md", "loop", "passwd.md", "up"])
    let failure = try tree.failure("passwd.md")
    #expect(failure.reason == .notAFile)
    #expect(failure.message.contains("/etc/passwd"))
    // Whoever makes up an entry gets no further.
    let forged = TreeEntry(
      path: RepoPath.root.appending("up").appending("secret.md"), kind: .file, blob: nil)
    let through = try #require(throws: ReadFailure.self) { try tree.read(forged, limit: 10) }
    #expect(through.reason == .notAFile)
    let link = TreeEntry(path: RepoPath.root.appending("passwd.md"), kind: .file, blob: nil)
    let direct = try #require(throws: ReadFailure.self) { try tree.read(link, limit: 10_000) }
    #expect(direct.reason == .notAFile)
  }

  @Test func `sizes are told of files only, in every view`() throws {
    let repository = try FixtureRepository()
    try repository.commit(["a/b.md": "12345", "empty.md": ""])
    let opened = try repository.opened()
    for selection in [TreeSelection.worktree, .index, .revision("HEAD")] {
      let tree = try opened.view(selection)
      #expect(tree.size(of: try tree.find("a/b.md")) == 5)
      #expect(tree.size(of: try tree.find("empty.md")) == 0)
    }
    let folder = try TemporaryFolder()
    try folder.write("a.md", "A")
    try folder.link("b.md", to: "a.md")
    let tree = try FolderTree(path: folder.path)
    #expect(tree.size(of: try tree.find("a.md")) == 1)
    #expect(tree.size(of: try tree.find("b.md")) == nil)
    let path = RepoPath.root.appending("c.md")
    #expect(tree.size(of: TreeEntry(path: path, kind: .file, blob: nil)) == nil)
  }

  @Test func `a path that is no folder is told`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "A")
    let file = try #require(throws: GitError.self) { try FolderTree(path: folder.path + "/a.md") }
    #expect(file.kind == .notAFolder)
    let none = try #require(throws: GitError.self) { try FolderTree(path: folder.path + "/b") }
    #expect(none.kind == .noSuchPath)
  }

  @Test func `a folder that may not be read is told, and the rest is listed`() async throws {
    // In a process of its own, because root reads everything and a user id is the process's.
    await #expect(processExitsWith: .success) {
      if getuid() == 0 { setuid(65_534) }
      let folder = try TemporaryFolder()
      try folder.write("a.md", "A")
      try folder.write("closed/b.md", "B")
      try folder.write("c.md", "C")
      chmod(folder.path + "/closed", 0)
      chmod(folder.path + "/c.md", 0)
      defer { chmod(folder.path + "/closed", 0o755) }
      let tree = try FolderTree(path: folder.path)
      try #require(tree.paths == ["a.md", "c.md"])
      try #require(tree.unreadable.map(\.path.string) == ["closed"])
      try #require(tree.unreadable[0].failure.reason == .refused)
      try #require(tree.unreadable[0].failure.help?.contains("chmod") == true)
      try #require(try tree.failure("c.md").reason == .refused)
    }
  }
}
