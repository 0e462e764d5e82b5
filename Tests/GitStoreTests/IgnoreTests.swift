import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct IgnoreTests {
  @Test func `tracked and new files are listed, ignored and deleted ones are not`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([
      ".gitignore": "*.log\n/build/\n", "a.md": "A\n", "gone.md": "G\n", "kept.log": "K\n",
      "lessons/.gitignore": "draft*\n!draft-b.md\n",
    ])
    // Added by force, as `git add -f` does: what is tracked is never ignored.
    try fixture.stage(
      "kept.log", mode: 0o100644, id: try fixture.writeBlob("K\n"))
    fixture.remove("gone.md")
    for file in [
      "new.md", "x.log", "build/out.html", "lessons/draft-a.md", "lessons/draft-b.md",
      "lessons/deep/draft-c.md", "lessons/deep/d.md", "lessons/build/e.md",
    ] {
      try fixture.write(file, "N\n")
    }
    let view = try fixture.opened().view(.worktree)
    #expect(
      view.paths == [
        ".gitignore", "a.md", "kept.log", "lessons/.gitignore", "lessons/build/e.md",
        "lessons/deep/d.md", "lessons/draft-b.md", "new.md",
      ])
    #expect(view.origin == .worktree)
    #expect(view.unreadable.isEmpty)
    #expect(try view.text("new.md") == "N\n")
  }

  @Test func `a tracked file in an ignored folder is listed, its neighbours are not`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([".gitignore": "out/\n"])
    try fixture.write("out/kept.md", "K\n")
    try fixture.write("out/other.md", "O\n")
    try fixture.stage("out/kept.md", mode: 0o100644, id: try fixture.writeBlob("K\n"))
    #expect(try fixture.opened().view(.worktree).paths == [".gitignore", "out/kept.md"])
  }

  @Test func `.git/info/exclude is honoured`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["a.md": "A\n"])
    try fixture.write("private.md", "P\n")
    try Files.write(fixture.gitDirectory + "/info/exclude", Array("private.md\n".utf8))
    #expect(try fixture.opened().view(.worktree).paths == ["a.md"])
  }

  @Test func `a folder takes back what a folder above it ignores`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([".gitignore": "*.html\n", "docs/.gitignore": "!index.html\n"])
    for file in ["a.html", "docs/index.html", "docs/b.html", "docs/deep/index.html"] {
      try fixture.write(file, "x")
    }
    #expect(
      try fixture.opened().view(.worktree).paths == [
        ".gitignore", "docs/.gitignore", "docs/deep/index.html", "docs/index.html",
      ])
  }

  @Test func `the user's own file is honoured, after all others`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([".gitignore": "!b.tmp\n"])
    try Files.write(fixture.gitDirectory + "/user", Array("*.tmp\n".utf8))
    try fixture.configure("core.excludesfile", fixture.gitDirectory + "/user")
    for file in ["a.tmp", "b.tmp", "c.md"] { try fixture.write(file, "x") }
    #expect(try fixture.opened().view(.worktree).paths == [".gitignore", "b.tmp", "c.md"])
  }

  @Test func `rules of folders above a view's root hold in it`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit([".gitignore": "/a/b/x.md\n", "a/.gitignore": "b/y.md\n", "a/b/z.md": "z"])
    for file in ["a/b/x.md", "a/b/y.md", "a/b/n.md"] { try fixture.write(file, "x") }
    let folder = RepoPath.root.appending("a").appending("b")
    #expect(try fixture.opened().view(.worktree, folder: folder).paths == ["n.md", "z.md"])
  }

  /// What `git check-ignore` says of each, on Git 2.39.
  @Test(
    "A line of a .gitignore means what it means to Git",
    arguments: [
      ("a", "a", true), ("a", "x/a", true), ("a", "a/x", true), ("/a", "x/a", false),
      ("a/", "a", false), ("a/", "a/x", true), ("x/a", "y/x/a", false), ("x/a", "x/a", true),
      ("*.md", "x/a.md", true), ("x/*.md", "x/y/a.md", false), ("x/**/a", "x/a", true),
      ("x/**/a", "x/y/z/a", true), ("**/a", "x/y/a", true), ("x/**", "x/y/z", true),
      ("x/**", "x", false), ("x**y", "xzy", true), ("x/a**b/c", "x/a1/2b/c", false),
      ("?", "a", true), ("?", "ab", false), ("[a-c]", "b", true), ("[a-c]", "d", false),
      ("[!a-c]", "d", true), ("[^a]", "a", false), ("[]-]", "]", true),
      ("[[:digit:]]x", "1x", true),
      ("[a", "[a", false), ("\\#a", "#a", true), ("#a", "#a", false), ("\\!a", "!a", true),
      ("a ", "a", true), ("a\\ ", "a ", true), ("a\r", "a", true), ("\u{FEFF}a", "a", true),
      ("*\n!a", "a", false), ("*\n!a", "b", true), ("x\n!x/a", "x/a", true),
      ("x/*\n!x/a", "x/a", false), ("\\a", "a", true), ("a\\", "a", false), ("", "a", false),
      ("/", "a", false), ("a*b*c", "aXbYc", true), ("A", "a", false), ("A**/*", "A", true),
      ("x/a**/c", "x/a1/b/c", true),
      ("*a*a*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
    ])
  func meaning(lines: String, path: String, isIgnored: Bool) throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["z.z": "z"])
    try fixture.write(path, "x")
    try Files.write(fixture.gitDirectory + "/info/exclude", Array(lines.utf8))
    #expect(try fixture.opened().view(.worktree).paths.contains(path) == !isIgnored)
  }
}
