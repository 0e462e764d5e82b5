import SourceCore
import Testing

@Suite struct FolderIndexTests {
  private let index = FolderIndex([
    [RepoPath("a/b")!], [.root], [RepoPath("a")!, RepoPath("c")!], [RepoPath("a/b.md")!],
  ])

  @Test(arguments: [
    ("", [1]), ("a", [1, 2]), ("a/b", [0, 1, 2]), ("a/b/c.md", [0, 1, 2]), ("ab", [1]),
    ("a/b.md", [1, 2, 3]), ("c/d", [1, 2]),
  ])
  func aPathIsInTheListsOfTheFoldersAboveIt(path: String, lists: [Int]) {
    #expect(index.covering(RepoPath(path) ?? .root) == lists)
  }

  @Test func aListThatNamesBothAFolderAndOneBelowItCountsOnce() {
    let index = FolderIndex([[RepoPath("a")!, RepoPath("a/b")!, RepoPath("a")!]])
    #expect(index.covering(RepoPath("a/b/c.md")!) == [0])
  }
}
