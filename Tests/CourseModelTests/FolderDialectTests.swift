import CourseModel
import Markdown
import SourceCore
import TestSupport
import Testing

/// The dialects that a repository sets for its folders.
struct FolderDialectTests {
  @Test func theLastScopeThatCoversAPageHolds() throws {
    let tree = MemoryTree([
      "pipeline.json": #"""
      {"overrides": [{"paths": ["."], "dialect": "hugo"}, {"paths": ["a/x"], "dialect": "myst"},
        {"paths": ["a/y"], "dialect": "none"}, {"rules": {}}, 1]}
      """#,
      "a/01-one.md": "# One\n", "a/x/02-two.md": "# Two\n", "a/y/03-three.md": "# Three\n",
      "a/course.yml": "schema: course/1\nid: a/b\n",
    ])
    let found = CourseDiscovery.courses(in: tree.entries)
    let place = try #require(found.first { $0.folder == RepoPath("a") })
    let course = CourseReader(limit: 10_000).read(place, among: found, in: tree)
    let parser = LessonParser(course)
    #expect(parser.dialect(of: RepoPath("01-one.md") ?? .root) == .hugo)
    #expect(parser.dialect(of: RepoPath("x/02-two.md") ?? .root) == .myst)
    #expect(parser.dialect(of: RepoPath("y/03-three.md") ?? .root) == .hugo)
  }

  @Test(arguments: ["", "{", "[]", #"{"overrides": {}}"#]) func aFileThatSaysNothing(_ text: String)
  {
    #expect(FolderDialects(in: MemoryTree(["pipeline.json": text])).dialect(at: .root) == nil)
  }
}
