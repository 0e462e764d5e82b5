import GitStore
import SourceCore
import TestSupport
import Testing

@Suite struct HistoryTests {
  private let course = RepoPath.root.appending("course")

  @Test func `only commits that change the path are listed, newest first`() throws {
    let fixture = try FixtureRepository()
    let made = try fixture.commit(["course/a.md": "1\n", "other.md": "1\n"])
    let other = try fixture.commit(["other.md": "2\n"])
    let changed = try fixture.commit(["course/a.md": "2\n"])
    let removed = try fixture.commit(removing: ["course/a.md"])
    let back = try fixture.commit(["course/a.md": "2\n"])
    let history = try fixture.opened()
    #expect(
      try history.firstParentHistory(of: course, from: back).map(\.id)
        == [back, removed, changed, made])
    #expect(
      try history.firstParentHistory(of: course.appending("a.md"), from: changed).map(\.id)
        == [changed, made])
    #expect(
      try history.firstParentHistory(of: .root, from: back).map(\.id)
        == [back, removed, changed, other, made])
    #expect(try history.firstParentHistory(of: course.appending("x"), from: back) == [])
  }

  @Test func `the root's history holds every commit, empty ones too`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a.md": "1\n"])
    let empty = try fixture.commit(message: "Nothing")
    #expect(
      try fixture.opened().firstParentHistory(of: .root, from: empty).map(\.id) == [empty, first])
  }

  @Test func `a merge counts by what it brings to its first parent`() throws {
    let fixture = try FixtureRepository()
    let base = try fixture.commit(["course/a.md": "1\n"])
    try fixture.branch("topic")
    try fixture.switchHead(to: "topic")
    let inner = try fixture.commit(["course/a.md": "2\n"])
    try fixture.switchHead(to: "main")
    let merge = try fixture.commit(["course/a.md": "2\n"], merging: [inner])
    let history = try fixture.opened()
    #expect(
      try history.firstParentHistory(of: course, from: merge).map(\.id) == [merge, base])
    #expect(try history.commit("HEAD").parents == [base, inner])
  }

  @Test func `a shallow clone's history ends at its border`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["course/a.md": "1\n"])
    let border = try fixture.commit(["other.md": "1\n"])
    let last = try fixture.commit(["other.md": "2\n"])
    try fixture.makeShallow(at: border)
    let history = try fixture.opened()
    #expect(history.isShallow)
    #expect(try history.firstParentHistory(of: course, from: last).map(\.id) == [border])
    #expect(try history.commit("HEAD~1").parents == [])
  }

  @Test func `ids of trees and blobs at a path`() throws {
    let fixture = try FixtureRepository()
    let commit = try fixture.commit(["course/a.md": "1\n"])
    try fixture.stageSubmodule("theme", at: commit)
    let head = try fixture.commit()
    let history = try fixture.opened()
    let file = course.appending("a.md")
    #expect(try history.objectID(at: file, in: head) == fixture.writeBlob("1\n"))
    #expect(try history.objectID(at: .root, in: head) == history.commit("HEAD").tree)
    #expect(
      try history.objectID(at: course, in: head) == history.objectID(at: course, in: commit))
    for path in ["course/b.md", "course/a.md/x", "theme", "theme/x", "none/a.md"] {
      #expect(try history.objectID(at: RepoPath.root.appending(path), in: head) == nil)
    }
  }

  @Test func `the tree of a commit below a folder`() throws {
    let fixture = try FixtureRepository()
    let commit = try fixture.commit(["course/a.md": "1\n", "b.md": "B\n"])
    let history: any History = try fixture.opened()
    let tree = try history.tree(of: commit, folder: course)
    #expect(tree.paths == ["a.md"])
    #expect(tree.origin == .revision(commit))
    #expect(try history.blob(#require(tree.find("a.md").blob), limit: 10) == Array("1\n".utf8))
    let failure = try #require(throws: ReadFailure.self) {
      try history.tree(of: commit, folder: RepoPath.root.appending("b.md"))
    }
    #expect(failure.reason == .missing)
  }

  @Test func `tags that lead to commits are listed in bytewise order`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a.md": "1\n"])
    let second = try fixture.commit(["a.md": "2\n"])
    try fixture.tag("v1.10.0", at: second)
    try fixture.tag("v1.9.0", at: first, message: "One nine")
    try fixture.tag("office/course/v1", at: first)
    let annotated = try fixture.tag("inner", at: second, message: "Inner")
    try fixture.tag("of-a-tag", object: annotated, type: "tag")
    let history = try fixture.opened()
    let blob = try fixture.writeBlob("key\n")
    try fixture.tag("a-blob", at: blob)
    try fixture.tag("a-blob-annotated", object: blob, type: "blob")
    try fixture.tag("a-tree", at: history.commit("HEAD").tree)
    let tags = try history.tags()
    #expect(tags.map(\.name) == ["inner", "of-a-tag", "office/course/v1", "v1.10.0", "v1.9.0"])
    #expect(tags.map(\.commit) == [second, second, first, second, first])
    #expect(tags.map(\.isAnnotated) == [true, true, false, false, true])
  }

  @Test func `a tag that leads to nothing is told by its name`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a.md": "1\n"])
    try fixture.commit(["a.md": "2\n"])
    let tag = try fixture.tag("v1", at: first, message: "One")
    fixture.deleteObject(tag)
    let failure = try #require(throws: ReadFailure.self) { try fixture.opened().tags() }
    #expect(failure.reason == .missing)
    #expect(failure.message.contains("The tag v1"))
    #expect(failure.help?.contains("git fetch --tags") == true)
  }

  @Test func `a commit that is missing is told`() throws {
    let fixture = try FixtureRepository()
    let first = try fixture.commit(["a.md": "1\n"])
    let second = try fixture.commit(["a.md": "2\n"])
    fixture.deleteObject(first)
    let failure = try #require(throws: ReadFailure.self) {
      try fixture.opened().firstParentHistory(of: .root, from: second)
    }
    #expect(failure.reason == .missing)
    #expect(failure.message.contains(first.hex))
  }
}
