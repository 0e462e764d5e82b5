import SourceCore
import Testing

@testable import CourseModel

@Suite struct ListedPagesTests {
  private func pages(_ paths: String...) -> ListedPages {
    ListedPages(
      paths.map { TreeEntry(path: RepoPath($0)!, kind: .file, blob: nil) }
        .sorted { $0.path < $1.path })
  }

  @Test(arguments: [
    ("a/*", ["a/x.md", "a/y.md"]), ("./a/y*", ["a/y.md"]), ("/b/**", ["b/c/z.md"]),
    ("*/x.md", ["a/x.md"]), ("a/../b/*", []), ("**/z*", ["b/c/z.md"]),
  ])
  func aPatternMeansPagesByPath(pattern: String, found: [String]) {
    let pages = pages("a/x.md", "a/y.md", "a-b/x.md.txt", "b/c/z.md")
    #expect(pages.matches(pattern, from: .root).map(\.string) == found)
    #expect(pages.matches(pattern, from: .root).map(\.string) == found, "asked again")
  }

  @Test func patternsOfAFolderStartThere() {
    let pages = pages("a/b/x.md", "b/x.md")
    #expect(pages.matches("b/*", from: RepoPath("a")!).map(\.string) == ["a/b/x.md"])
  }

  @Test func aListOfPatternsWithoutEndComesToAnEnd() {
    let pages = pages("a.md")
    let found = (0..<2_000).map { _ in pages.matches("*", from: .root).count }
    #expect(found.first == 1)
    #expect(found.last == 0)
  }
}
