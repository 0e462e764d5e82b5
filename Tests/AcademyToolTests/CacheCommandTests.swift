import SourceCore
import TestSupport
import Testing

/// `academy cache` and `--no-cache`, as a user meets them.
@Suite struct CacheCommandTests {
  private let scratch: TemporaryFolder
  private let office: OfficeFixture

  init() throws {
    scratch = try TemporaryFolder()
    office = try OfficeFixture()
    try office.adopt(as: "verbatim")
  }

  private func run(_ arguments: String...) throws -> ToolRunner.Outcome {
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    return try runner.run(
      arguments, in: office.repository.path, environment: ["XDG_CACHE_HOME": scratch.path])
  }

  private var file: String { scratch.path + "/academy/facts.sqlite" }

  @Test func `the cache is filled, shown and cleared`() throws {
    #expect(try run("cache", "status").output == "\(file)\n  nothing is kept yet\n")
    let first = try run("reuse", "check", "--no-cache")
    #expect(try run("cache", "status").output.contains("nothing is kept yet"))
    let second = try run("reuse", "check")
    #expect(second.output == first.output)
    let status = try run("cache", "status")
    // The releases of two courses, which are looked at, and what was found in the one that reuses.
    #expect(status.output.hasPrefix("\(file)\n  4 facts, "), "\(status)")
    #expect(try run("reuse", "check").output == first.output)
    #expect(try run("cache", "status").output == status.output)
    #expect(try run("cache", "clear").status == 0)
    #expect(try run("cache", "status").output.hasPrefix("\(file)\n  0 facts, "))
  }

  @Test func `a damaged cache is told once and filled again`() throws {
    let first = try run("reuse", "check")
    try Files.write(file, Array(repeating: 0x55, count: 10_000))
    let second = try run("reuse", "check")
    #expect(second.output == first.output && second.status == first.status)
    #expect(
      second.errors
        == "note: the cache \(file) was damaged and has been deleted; it fills again by itself\n")
    let third = try run("reuse", "check")
    #expect(third.output == first.output && third.errors == "")
  }

  @Test func `without a folder for a cache all goes on without one`() throws {
    let runner = try #require(ToolRunner())
    let outcome = try runner.run(
      ["reuse", "check"], in: office.repository.path,
      environment: ["XDG_CACHE_HOME": "", "HOME": ""])
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
    let status = try runner.run(
      ["cache", "status"], in: "/", environment: ["XDG_CACHE_HOME": "", "HOME": ""])
    #expect(status.status == 2)
    #expect(
      status.errors == "error: there is no folder for a cache\n"
        + "  = help: set ACADEMY_CACHE to the full path of one\n")
  }
}
