import SourceCore
import TestSupport
import Testing

/// Nothing in a course repository is trusted: each fault is told, and the other lessons are checked.
@Suite struct HostileInputTests {
  /// Peak memory that no input may exceed, in bytes.
  private let memoryLimit = 500_000_000

  private func repository(_ extra: [String: String] = [:]) throws -> FixtureRepository {
    let repository = try FixtureRepository()
    try repository.commit(Tool.course.merging(extra) { $1 })
    return repository
  }

  /// A lesson with a fault that any run must find, to see that it goes on.
  private let witness = ["episodes/02-second.md": Tool.lesson("Second", body: "FIXME")]

  private func lint(_ folder: String, _ arguments: String...) throws -> [Tool.Found] {
    let runner = try #require(ToolRunner())
    let outcome = try runner.run(["lint", "--format", "json"] + arguments, in: folder)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.peakMemory < memoryLimit)
    let found = try Tool.findings(outcome)
    #expect(
      found.contains { $0.rule == "framework/placeholder" && $0.path == "episodes/02-second.md" },
      "the other lesson was not checked: \(found)")
    return found
  }

  private func expect(
    _ rule: String, _ path: String, in found: [Tool.Found],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      found.contains { $0.rule == rule && $0.path == path }, "\(found)",
      sourceLocation: sourceLocation)
  }

  @Test func anEmptyFolder() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run("lint", in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("there is no course in"))
  }

  @Test func aFileThatIsNotUTF8() throws {
    let repository = try repository(witness)
    try repository.write("episodes/01-first.md", bytes: Array("## Caf".utf8) + [0xE9, 0x0A])
    expect("source/encoding", "episodes/01-first.md", in: try lint(repository.path))
  }

  @Test func aLessonOverTheLimit() throws {
    let repository = try repository(witness)
    try repository.write(
      "episodes/01-first.md", bytes: Array(repeating: UInt8(ascii: "a"), count: 5_000_001))
    let found = try lint(repository.path)
    expect("source/size", "episodes/01-first.md", in: found)
    #expect(found.count { $0.path == "episodes/01-first.md" } == 1)
  }

  @Test func aHundredThousandQuotes() throws {
    let repository = try repository(witness)
    try repository.write(
      "episodes/01-first.md", bytes: Array(repeating: UInt8(ascii: ">"), count: 100_000))
    _ = try lint(repository.path)
  }

  @Test func frontMatterThatNeverCloses() throws {
    let repository = try repository(witness)
    try repository.write("episodes/01-first.md", "---\ntitle: First\n\n## Heading\n")
    expect("source/front-matter", "episodes/01-first.md", in: try lint(repository.path))
  }

  @Test func anAliasBomb() throws {
    let repository = try repository(witness)
    var bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let names = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(names)]\n"
    }
    try repository.write("episodes/01-first.md", bomb + "---\n\nText\n")
    expect("source/front-matter", "episodes/01-first.md", in: try lint(repository.path))
    try repository.write("course.yml", bomb)
    expect("framework/manifest", "course.yml", in: try lint(repository.path))
  }

  @Test func aSymbolicLinkToASecret() throws {
    let repository = try repository(witness)
    repository.remove("episodes/01-first.md")
    try repository.link("episodes/01-first.md", to: "/etc/passwd")
    let found = try lint(repository.path)
    expect("source/symlink", "episodes/01-first.md", in: found)
    try repository.stageAll()
    expect("source/symlink", "episodes/01-first.md", in: try lint(repository.path, "--staged"))
    #expect(!found.contains { $0.message.contains("root:") })
  }

  @Test func aMissingBlob() throws {
    let repository = try repository(witness)
    repository.deleteObject(try repository.writeBlob(Tool.lesson("First")))
    expect(
      "source/unreadable", "episodes/01-first.md", in: try lint(repository.path, "--rev", "HEAD"))
  }

  @Test func aCorruptBlob() throws {
    let repository = try repository(witness)
    try repository.truncateObject(try repository.writeBlob(Tool.lesson("First")), to: 20)
    expect(
      "source/unreadable", "episodes/01-first.md", in: try lint(repository.path, "--rev", "HEAD"))
  }

  @Test func aTruncatedPack() throws {
    let repository = try repository(witness)
    try repository.pack()
    let size = try Files.read(repository.packFile).count
    try repository.truncatePack(to: size / 2)
    let outcome = try Tool.run("lint", "--rev", "HEAD", in: repository.path)
    #expect(outcome.status == 1 || outcome.status == 2)
    #expect((outcome.output + outcome.errors).contains("git fsck"), "\(outcome)")
    #expect(outcome.peakMemory < memoryLimit)
    // The files are all there, so the work tree can be checked.
    _ = try lint(repository.path)
  }

  @Test func aManifestThatIsNoYAML() throws {
    let repository = try repository(witness)
    try repository.write("course.yml", "schema: [course/1\nid: :\n\t- x")
    expect("framework/manifest", "course.yml", in: try lint(repository.path))
  }

  @Test func namesThatTryTheTerminal() throws {
    let repository = try repository(witness)
    try repository.write("episodes/03-\u{1B}[31mred.md", Tool.lesson("Third", body: "TODO"))
    let outcome = try Tool.run("lint", in: repository.path)
    #expect(!outcome.output.utf8.contains(0x1B))
    #expect(outcome.output.contains("red.md"))
  }
}
