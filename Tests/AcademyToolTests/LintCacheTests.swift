import Glibc
import SourceCore
import TestSupport
import Testing

/// What `academy lint` finds with a cache is what it finds without one, whatever happened before.
@Suite struct LintCacheTests {
  /// `ACADEMY_CACHE_HISTORIES=300` tries so many.
  private static let histories =
    unsafe getenv("ACADEMY_CACHE_HISTORIES").flatMap { unsafe Int(String(cString: $0)) } ?? 5

  @Test func `a cache changes nothing over random histories`() throws {
    let runner = try #require(ToolRunner())
    let cache = try TemporaryFolder()
    let seed = TestSeed.of("cached findings")
    var random = SeededGenerator(seed: seed)
    var runs = 0
    var different: Set<String> = []
    for history in 0..<Self.histories {
      var academy = try RandomAcademy(using: &random)
      for step in 0..<6 {
        let change = try academy.change(using: &random)
        var arguments = ["lint"] + (academy.chance(6, &random) ? [] : ["--format", "json"])
        switch Int.random(in: 0..<8, using: &random) {
        case 0: break
        case 1 where academy.hasCommits: arguments += ["--rev", "HEAD"]
        default: arguments += ["--staged"]
        }
        if academy.chance(8, &random) { arguments += ["--profile", "all"] }
        if academy.chance(8, &random) { arguments += ["--ignore", "structure"] }
        let path = academy.repository.path
        let cached = try runner.run(
          arguments, in: path, environment: ["XDG_CACHE_HOME": cache.path])
        let cold = try runner.run(arguments + ["--no-cache"], in: path)
        runs += 1
        different.insert(cold.output)
        let place: Comment = "seed \(seed), history \(history), step \(step): \(change)"
        #expect(cached.output == cold.output, place)
        #expect(cached.errors == cold.errors, place)
        #expect(cached.status == cold.status, place)
        if cached.output != cold.output { return }
      }
    }
    print("lint cache: \(runs) runs, \(different.count) different reports")
    #expect(different.count > runs / 4)
  }

  @Test func `what is remembered is used`() throws {
    let scratch = try TemporaryFolder()
    let repository = try FixtureRepository()
    try repository.commit(Tool.course)
    func run(_ arguments: String...) throws -> ToolRunner.Outcome {
      try #require(ToolRunner()).run(
        arguments, in: repository.path, environment: ["XDG_CACHE_HOME": scratch.path])
    }
    func facts() throws -> String {
      String(try run("cache", "status").output.split(separator: "\n")[1].prefix { $0 != "," })
    }
    let first = try run("lint", "--staged")
    // The course's base with its pages, the course as it is, and its releases.
    #expect(try facts() == "  3 facts")
    // A page that is gone from the object database is not missed, because nobody reads it.
    #expect(try run("lint", "--staged").output == first.output)
    #expect(try facts() == "  3 facts")
    try repository.write("episodes/01-first.md", Tool.lesson("First", body: "Other words."))
    try repository.stage("episodes/01-first.md")
    #expect(try run("lint", "--staged").status == 0)
    // The changed page, the course with it, and what this course says of the releases.
    #expect(try facts() == "  6 facts")
    #expect(try run("lint", "--staged", "--no-cache").status == 0)
    #expect(try facts() == "  6 facts")
  }

  @Test func `what pages switch off is remembered with them`() throws {
    let scratch = try TemporaryFolder()
    let repository = try FixtureRepository()
    var course = Tool.course
    course["episodes/01-first.md"] = Tool.lesson(
      "First",
      body: "<!-- academy-disable-next-line links -->\n[gone](gone.md)\n\n[lost](lost.md)")
    try repository.commit(course)
    let runner = try #require(ToolRunner())
    func run(_ arguments: String...) throws -> ToolRunner.Outcome {
      try runner.run(
        arguments, in: repository.path, environment: ["XDG_CACHE_HOME": scratch.path])
    }
    for _ in 0..<2 {
      let found = try Tool.findings(try run("lint", "--staged", "--format", "json"))
      #expect(found.map(\.line) == [24], "\(found)")
      // The course is another one, its pages are not.
      try repository.write("README.txt", "Another tree.\n")
      try repository.stage("README.txt")
    }
    // One base, and twice the course and its releases.
    #expect(try run("cache", "status").output.contains("  5 facts"))
  }
}
