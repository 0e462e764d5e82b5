import Glibc
import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct WorktreeViewTests {
  @Test func `an unchanged file has its blob's id, a changed or new one has none`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n", "b.md": "B\n", "empty.md": ""])
    try fixture.write("b.md", "longer\n")
    try fixture.write("c.md", "C\n")
    let view = try fixture.opened().view(.worktree)
    #expect(try view.find("a.md").blob == fixture.writeBlob("A\n"))
    #expect(try view.find("empty.md").blob == fixture.writeBlob(""))
    #expect(try view.find("b.md").blob == nil)
    #expect(try view.find("c.md").blob == nil)
  }

  @Test func `a change of the same length is noticed`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "aaaa\n"])
    try fixture.write("a.md", "bbbb\n")
    let view = try fixture.opened().view(.worktree)
    #expect(try view.find("a.md").blob == nil)
    #expect(try view.text("a.md") == "bbbb\n")
  }

  @Test func `a file changed in the tick in which the index was written has no blob`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "aaaa\n"])
    let path = fixture.path + "/a.md"
    // The racy case: same size, same inode, same time, and the index is not younger.
    var before = stat()
    lstat(path, &before)
    try Files.setTime(fixture.gitDirectory + "/index", before.st_mtim.tv_sec)
    #expect(try fixture.opened().view(.worktree).find("a.md").blob == nil)
    try Files.write(path, Array("bbbb\n".utf8))
    try Files.setTime(path, before.st_mtim.tv_sec)
    let view = try fixture.opened().view(.worktree)
    #expect(try view.find("a.md").blob == nil)
    #expect(try view.text("a.md") == "bbbb\n")
  }

  @Test func `a file whose bytes differ from its blob by a filter has no blob`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([".gitattributes": "*.txt text\n*.bin -text\n"])
    try fixture.write("a.txt", "one\r\ntwo\r\n")
    try fixture.write("b.txt", "one\ntwo\n")
    try fixture.write("c.bin", "one\r\ntwo\r\n")
    try fixture.stage("a.txt", "b.txt", "c.bin")
    #expect(try fixture.opened().view(.index).text("a.txt") == "one\ntwo\n")
    let view = try fixture.opened().view(.worktree)
    #expect(try view.find("a.txt").blob == nil)
    #expect(try view.text("a.txt") == "one\r\ntwo\r\n")
    #expect(try view.find("b.txt").blob == fixture.writeBlob("one\ntwo\n"))
    #expect(try view.find("c.bin").blob == fixture.writeBlob("one\r\ntwo\r\n"))
  }

  @Test func `a file that a filter program wrote has no blob`() throws {
    let fixture = try FixtureRepository()
    // As Git LFS does: the blob is a pointer, the file something else, the index says unchanged.
    try fixture.commit(["x/.gitattributes": "*.png filter=lfs -text\n", "x/a.png": "pointer\n"])
    try fixture.commit(["x/a.md": "A\n"])
    let view = try fixture.opened().view(.worktree, folder: .root.appending("x"))
    #expect(try view.find("a.png").blob == nil)
    #expect(try view.find("a.md").blob == fixture.writeBlob("A\n"))
  }

  @Test func `core.autocrlf counts as a filter`() throws {
    let fixture = try FixtureRepository()
    try fixture.configure("core.autocrlf", "true")
    try fixture.write("a.md", "one\r\n")
    try fixture.stage("a.md")
    #expect(try fixture.opened().view(.worktree).find("a.md").blob == nil)
  }

  @Test func `a symbolic link is seen, told with its target, and not followed`() throws {
    let fixture = try FixtureRepository()
    try fixture.link("passwd.md", to: "/etc/passwd")
    try fixture.commit(["a.md": "A\n"])
    try fixture.stage("passwd.md")
    for selection in [TreeSelection.worktree, .index] {
      let view = try fixture.opened().view(selection)
      #expect(try view.find("passwd.md").kind == .symlink)
      let failure = try view.failure("passwd.md")
      #expect(failure.reason == .notAFile)
      #expect(
        failure.message
          == "passwd.md is a symbolic link to /etc/passwd, and links are not followed.")
      #expect(failure.help == "Put a copy of the file in its place.")
      #expect(try view.text("a.md") == "A\n")
    }
  }

  @Test func `a link to a folder is an entry, and nothing is listed or read through it`() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret.md", "S\n")
    let fixture = try FixtureRepository()
    try fixture.commit(["lessons/secret.md": "tracked\n", "a.md": "A\n"])
    let before = try fixture.opened().view(.worktree)
    fixture.remove("lessons")
    try fixture.link("lessons", to: outside.path)
    let view = try fixture.opened().view(.worktree)
    #expect(view.paths == ["a.md", "lessons"])
    #expect(try view.find("lessons").kind == .symlink)
    // A listing made before the folder was replaced must not lead out either.
    let failure = try before.failure("lessons/secret.md")
    #expect(failure.reason == .notAFile)
    #expect(failure.message.contains("behind a symbolic link"))
    let error = try #require(throws: GitError.self) {
      try fixture.opened().view(.worktree, folder: .root.appending("lessons"))
    }
    #expect(error.kind == .notAFolder)
  }

  @Test func `a submodule is an entry and is not entered`() throws {
    let fixture = try FixtureRepository()
    let commit = try fixture.commit(["a.md": "A\n"])
    try fixture.stageSubmodule("theme", at: commit)
    try fixture.write("theme/inside.md", "I\n")
    // A clone inside the work tree that nobody registered is the same for Git.
    try fixture.write("nested/.git/HEAD", "ref: refs/heads/main\n")
    try fixture.write("nested/inside.md", "I\n")
    let view = try fixture.opened().view(.worktree)
    #expect(view.paths == ["a.md", "nested", "theme"])
    #expect(try view.find("theme").kind == .submodule)
    #expect(try view.find("nested").kind == .submodule)
    let failure = try view.failure("theme")
    #expect(failure.reason == .notAFile)
    #expect(failure.message.contains("submodule"))
    #expect(try fixture.opened().view(.index).find("theme").kind == .submodule)
  }

  @Test func `an executable file is told from others`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n", "run.sh": "#!/bin/sh\n"])
    fixture.makeExecutable("run.sh")
    let view = try fixture.opened().view(.worktree)
    #expect(try view.find("run.sh").kind == .executable)
    #expect(try view.find("a.md").kind == .file)
    #expect(try view.find("run.sh").blob == nil)
    try fixture.configure("core.filemode", "false")
    #expect(try fixture.opened().view(.worktree).find("run.sh").kind == .file)
  }

  @Test func `names with spaces, newlines and other alphabets are read`() throws {
    let fixture = try FixtureRepository()
    let names = ["a b.md", "line\nbreak.md", "\u{5D0}\u{5D1}.md", "é.md", "e\u{301}.md", "-x.md"]
    for name in names { try fixture.write(name, "text of \(name)") }
    try fixture.stageAll()
    try fixture.commit()
    for selection in [TreeSelection.worktree, .index, .revision("HEAD")] {
      let view = try fixture.opened().view(selection)
      #expect(view.entries.count == names.count)
      for name in names {
        let entry = try #require(
          view.entries.first { $0.path.string.utf8.elementsEqual(name.utf8) })
        #expect(try view.read(entry, limit: 100) == Array("text of \(name)".utf8))
      }
    }
  }

  @Test func `a name that is no UTF-8 is told and stops nothing`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n", "z/a.md": "A\n"])
    let name: [CChar] = Array(fixture.path.utf8CString.dropLast()) + [47, -28, 46, 109, 100, 0]
    close(open(name, O_CREAT | O_WRONLY, 0o644))
    let view = try fixture.opened().view(.worktree)
    #expect(view.paths == ["a.md", "z/a.md"])
    #expect(view.unreadable.map(\.path.string) == ["\u{FFFD}.md"])
    #expect(view.unreadable[0].failure.message.contains("not UTF-8"))
  }

  @Test func `folders deep inside one another are read, too deep ones are told`() throws {
    let fixture = try FixtureRepository()
    let deep = String(repeating: "d/", count: 200) + "a.md"
    let tooDeep = String(repeating: "e/", count: 300) + "a.md"
    try fixture.commit([deep: "deep\n", tooDeep: "too deep\n"])
    for selection in [TreeSelection.worktree, .revision("HEAD")] {
      let view = try fixture.opened().view(selection)
      #expect(view.paths == [deep])
      #expect(try view.text(deep) == "deep\n")
      #expect(view.unreadable.count == 1)
      #expect(view.unreadable.first?.failure.reason == .tooLarge)
    }
  }

  @Test func `a folder of the work tree is a tree of its own`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([
      ".gitignore": "*.tmp\n", "courses/a/course.yml": "a\n", "courses/a/l/one.md": "1\n",
      "courses/a.md": "x\n", "courses/ab/course.yml": "b\n",
    ])
    try fixture.write("courses/a/x.tmp", "x")
    let folder = RepoPath.root.appending("courses").appending("a")
    for selection in [TreeSelection.worktree, .index, .revision("HEAD")] {
      let view = try fixture.opened().view(selection, folder: folder)
      #expect(view.paths == ["course.yml", "l/one.md"])
      #expect(try view.text("l/one.md") == "1\n")
      let error = try #require(throws: GitError.self) {
        try fixture.opened().view(selection, folder: folder.appending("none"))
      }
      #expect(error.kind == .noSuchPath)
    }
  }

  @Test func `a file with a merge conflict is in the work tree and told in the index`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([".gitignore": "b.md\n", "a.md": "A\n"])
    let id = try fixture.writeBlob("A\n")
    for stage in 1...3 { try fixture.stage("b.md", mode: 0o100644, id: id, stage: stage) }
    try fixture.write("b.md", "<<<<<<<\n")
    let repository = try fixture.opened()
    let worktree = try repository.view(.worktree)
    #expect(worktree.paths == [".gitignore", "a.md", "b.md"])
    #expect(try worktree.find("b.md").blob == nil)
    let index = try repository.view(.index)
    #expect(index.paths == [".gitignore", "a.md"])
    #expect(index.unreadable.map(\.path.string) == ["b.md"])
    #expect(index.unreadable.first?.failure.message.contains("merge conflict") == true)
  }

  @Test func `a named pipe is no file, and nobody waits for it`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n", "b.md": "B\n"])
    let before = try fixture.opened().view(.worktree)
    fixture.remove("b.md")
    mkfifo(fixture.path + "/b.md", 0o644)
    #expect(try fixture.opened().view(.worktree).paths == ["a.md"])
    #expect(try before.failure("b.md").reason == .notAFile)
  }

  @Test func `more bytes than the limit are not read`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "12345"])
    for selection in [TreeSelection.worktree, .index, .revision("HEAD")] {
      let view = try fixture.opened().view(selection)
      let failure = try view.failure("a.md", limit: 4)
      #expect(failure.reason == .tooLarge)
      #expect(failure.message == "a.md holds 5 bytes, more than the limit of 4.")
      #expect(try view.read(view.find("a.md"), limit: 5) == Array("12345".utf8))
    }
  }

  @Test func `a file that went away after the listing is told`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n"])
    let view = try fixture.opened().view(.worktree)
    fixture.remove("a.md")
    #expect(try view.failure("a.md").reason == .missing)
  }

  @Test func `a bare repository has no work tree`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n"])
    let clone = try fixture.bareClone()
    let bare = try clone.opened()
    for selection in [TreeSelection.worktree, .index] {
      let error = try #require(throws: GitError.self) { try bare.view(selection) }
      #expect(error.kind == .bare)
      #expect(error.help == "Name a revision, such as HEAD.")
    }
    #expect(try bare.view(.revision("HEAD")).text("a.md") == "A\n")
  }
}
