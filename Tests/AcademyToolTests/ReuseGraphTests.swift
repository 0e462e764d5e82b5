import SourceCore
import TestSupport
import Testing

/// `academy reuse graph` and `impact` over three offices in a chain.
@Suite struct ReuseGraphTests {
  private func academy() throws -> FixtureRepository {
    func manifest(_ id: String, _ version: String, _ more: String = "") -> String {
      "schema: course/1\nid: \(id)\nversion: \(version)\nreleases: declared\n" + more
    }
    func lesson(_ title: String) -> String {
      "---\ntitle: \(title)\nteaching: 10\nexercises: 5\n---\n\nText of \(title).\n"
    }
    func reuse(_ course: String, _ range: String, _ kind: String, _ lessons: String) -> String {
      "  - course: \(course)\n    version: \(range)\n    as: \(kind)\n    lessons: \(lessons)\n"
    }
    let repository = try FixtureRepository()
    try repository.commit([
      "pipeline.json": "{\"schema\": \"pipeline/1\", \"courses\": [\"a\", \"b\", \"c\"]}\n",
      "a/course.yml": manifest("office-a/prices", "1.0.0"),
      "a/episodes/01-first.md": lesson("first"), "a/episodes/02-second.md": lesson("second"),
      "b/course.yml": manifest(
        "nso-north/workshop", "0.1.0",
        "reuses:\n" + reuse("office-a/prices", "^1.0", "verbatim", "{first: copy, second: second}")),
      "b/episodes/01-copy.md": lesson("first"), "b/episodes/02-second.md": lesson("second"),
      "c/course.yml": manifest(
        "office-c/course", "0.3.0",
        "reuses:\n" + reuse("nso-north/workshop", "^0.1", "verbatim", "[copy]")),
      "c/episodes/01-copy.md": lesson("first"),
    ])
    #expect(try Tool.run("reuse", "lock", in: repository.path).status == 0)
    try repository.write("a/course.yml", manifest("office-a/prices", "1.1.0-dev"))
    try repository.write("a/episodes/01-first.md", lesson("first") + "\nMore.\n")
    return repository
  }

  private func graph(_ format: String) throws -> String {
    let repository = try academy()
    let outcome = try Tool.run("reuse", "graph", "--format", format, in: repository.path)
    #expect(outcome.status == 0, "\(outcome)")
    return outcome.output
  }

  @Test func asText() throws {
    #expect(
      try graph("text") == """
        nso-north
          nso-north/workshop 0.1.0
            verbatim from office-a/prices 1.0.0: first → copy, second
        office-a
          office-a/prices 1.1.0-dev
        office-c
          office-c/course 0.3.0
            verbatim from nso-north/workshop 0.1.0: copy

        """)
  }

  @Test func asDot() throws {
    let text = try graph("dot")
    #expect(text.hasPrefix("digraph reuse {\n"))
    #expect(
      text.contains(
        "  \"nso-north/workshop\" -> \"office-a/prices\" "
          + "[label=\"verbatim 1.0.0, 2 lessons\", style=solid];\n"))
  }

  @Test func asMermaid() throws {
    #expect(
      try graph("mermaid") == """
        graph LR
          subgraph o0["nso-north"]
            c0["nso-north/workshop 0.1.0"]
          end
          subgraph o1["office-a"]
            c1["office-a/prices 1.1.0-dev"]
          end
          subgraph o2["office-c"]
            c2["office-c/course 0.3.0"]
          end
          c0 -->|"verbatim 1.0.0, 2 lessons"| c1
          c2 -->|"verbatim 0.1.0, 1 lesson"| c0

        """)
  }

  @Test func asJSON() throws {
    let text = try graph("json")
    for part in [
      "\"schema\": \"academy-reuse-graph/1\"", "\"by\": \"office-c/course\"",
      "\"of\": \"nso-north/workshop\"", "\"upstream\": \"first\"", "\"own\": \"copy\"",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  private func impact(
    _ course: String, _ change: (FixtureRepository) throws -> Void = { _ in }
  ) throws -> ToolRunner.Outcome {
    let repository = try academy()
    try change(repository)
    return try Tool.run("reuse", "impact", course, in: repository.path)
  }

  @Test func whoIsTouchedDirectlyAndThroughOthers() throws {
    #expect(
      try impact("office-a/prices").output == """
        office-a/prices 1.1.0-dev: the change since 1.0.0 will be 1.1.0 (1 patch)
        reused by 1 course directly and 1 course through others

        nso-north/workshop
          verbatim first → copy, at 1.0.0 (^1.0): 1.1.0 replaces the copy
            patch  the text of lesson `first` changed
          verbatim second, at 1.0.0 (^1.0): this lesson does not change

        office-c/course, through nso-north/workshop
          verbatim copy, at 0.1.0 (^0.1): reaches it when nso-north/workshop has taken it

        """)
  }

  @Test func oneLesson() throws {
    #expect(
      try impact("office-a/prices#second").output == """
        office-a/prices 1.1.0-dev: the change since 1.0.0 will be 1.1.0 (1 patch)
        reused by 1 course directly

        nso-north/workshop
          verbatim second, at 1.0.0 (^1.0): this lesson does not change

        """)
  }

  @Test func aVersionThatNobodyHas() throws {
    let outcome = try impact("office-a/prices@0.9.0#first")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("nobody here reuses it\n"))
  }

  @Test func aBreakingChangeStaysOutsideTheRange() throws {
    let outcome = try impact("office-a/prices") { repository in
      let text = String(
        decoding: try Files.read(repository.path + "/a/episodes/02-second.md"), as: UTF8.self)
      try repository.write("a/episodes/02-last.md", text)
      repository.remove("a/episodes/02-second.md")
    }
    #expect(
      outcome.output == """
        office-a/prices 1.1.0-dev: the change since 1.0.0 will be 2.0.0 (1 major, 1 patch)
        reused by 1 course directly and 1 course through others

        nso-north/workshop
          verbatim first → copy, at 1.0.0 (^1.0): stays, because ^1.0 does not admit 2.0.0
            patch  the text of lesson `first` changed
          verbatim second, at 1.0.0 (^1.0): the lesson will be missing from 2.0.0 under this id
            major  lesson `second` was renamed to `last` without an alias

        office-c/course, through nso-north/workshop
          verbatim copy, at 0.1.0 (^0.1): reaches it when nso-north/workshop has taken it

        """)
  }

  @Test func anUnknownCourseIsNamed() throws {
    let outcome = try impact("office-a/price")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: nobody has or reuses the course `office-a/price`\n"
        + "  = help: did you mean `office-a/prices`?\n")
  }

  @Test func aCourseThatNobodyReuses() throws {
    #expect(
      try impact("office-c/course").output
        == "office-c/course 0.3.0: the change since 0.3.0 will be 0.3.1 (1 patch)\n"
        + "nobody here reuses it\n")
  }
}
