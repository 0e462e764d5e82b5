import SourceCore
import Testing

struct RepoPathTests {
  @Test(arguments: [
    ("episodes/01.md", "episodes/01.md"), ("./a//b/./c", "a/b/c"), ("a/../b", "b"), ("", ""),
    (".", ""), ("a/", "a"), ("/a", nil), ("..", nil), ("a/../../b", nil), ("a\u{0}b", nil),
    ("..a/b..", "..a/b.."),
  ])
  func normalises(_ text: String, _ path: String?) {
    #expect(RepoPath(text)?.string == path)
  }

  @Test(arguments: [
    ("episodes", "../fig/a.svg", "fig/a.svg"), ("episodes", "fig/a.svg", "episodes/fig/a.svg"),
    ("episodes/sub", "../../a", "a"), ("episodes", "../../a", nil), ("episodes", "/fig/a", "fig/a"),
    ("", "..", nil), ("a", ".", "a"), ("a", "", "a"), ("a/b", "..", "a"), ("a", "../a/./b", "a/b"),
  ])
  func resolves(_ folder: String, _ relative: String, _ expected: String?) {
    #expect(RepoPath(folder)?.resolving(relative)?.string == expected)
  }

  @Test func parts() throws {
    let path = try #require(RepoPath("episodes/02-loops.tar.GZ"))
    #expect(path.name == "02-loops.tar.GZ")
    #expect(path.stem == "02-loops.tar")
    #expect(path.fileExtension == "gz")
    #expect(path.parent.string == "episodes")
    #expect(path.parent.parent == .root)
    #expect(RepoPath.root.parent == .root)
    #expect(RepoPath(".gitignore")?.stem == ".gitignore")
    #expect(RepoPath(".gitignore")?.fileExtension == "")
    #expect(path.appending("x").string == "episodes/02-loops.tar.GZ/x")
    #expect(RepoPath.root.appending(path) == path)
  }

  @Test(arguments: [
    ("a/b/c", "a", "b/c"), ("a/b", "a/b", ""), ("ab/c", "a", nil), ("a", "a/b", nil),
    ("a", "", "a"),
  ])
  func relative(_ path: String, _ folder: String, _ expected: String?) throws {
    let folder = try #require(RepoPath(folder))
    #expect(RepoPath(path)?.relative(to: folder)?.string == expected)
  }

  /// The link from a folder resolves to the path it was made for.
  @Test(arguments: ["a", "a/b", "fig/x.svg", "episodes/fig/x.svg", "episodes/01.md"])
  func linksLeadBack(_ target: String) throws {
    let path = try #require(RepoPath(target))
    for folder in ["", "episodes", "episodes/sub", "learners/a/b"] {
      let from = try #require(RepoPath(folder))
      #expect(from.resolving(path.link(from: from)) == path)
    }
  }

  @Test func ordersBytewise() {
    let paths = ["b", "a/b", "a", "B", "é", "a-b"].compactMap { RepoPath($0) }
    #expect(paths.sorted().map(\.string) == ["B", "a", "a-b", "a/b", "b", "é"])
  }

  @Test func lowerCasesOnlyASCII() {
    #expect(asciiLowercased("ÉCOLE A-Z[@") == "École a-z[@")
  }
}
