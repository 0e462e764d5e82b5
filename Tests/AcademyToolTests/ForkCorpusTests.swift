import GitStore
import SourceCore
import TestSupport
import Testing

/// A real fork, adopted: docs/audits/2026-11-22-fork.md has what a person says of its lessons.
///
/// `ACADEMY_CORPUS` names a folder with clones; without it the tests are skipped.
@Suite(.enabled(if: SharedData.corpus != nil, "ACADEMY_CORPUS names no folder of clones"))
struct ForkCorpusTests {
  /// The six lessons that are byte for byte the same, by their ids there and here.
  static let same = [
    "introduction: introduction", "\"python_fundamentals\": \"python_fundamentals\"",
    "lists: \"lists_dictionaries\"", "loops: loops", "functions: functions",
    "\"errors_exceptions\": \"errors_exceptions\"",
  ]

  /// Clones with work trees of their own, since the tests write.
  private func clones() throws -> (folder: TemporaryFolder, fork: String) {
    let corpus = try #require(SharedData.corpus)
    let folder = try TemporaryFolder()
    for name in ["ModernStats_Python", "ModernStats_Python_CH"] {
      try Files.copyFolder("\(corpus)/\(name)", to: "\(folder.path)/\(name)")
    }
    return (folder, "\(folder.path)/ModernStats_Python_CH")
  }

  private func classes(_ output: String) -> [String] {
    output.split(separator: "\n").filter { $0.hasPrefix("  ") }.compactMap { line in
      let cells = line.split(separator: " ")
      guard cells.count > 2, cells[0] == "-" || cells[0].hasSuffix(".md") else { return nil }
      let name = (cells[0] == "-" ? cells[1] : cells[0]).split(separator: "/").last ?? ""
      return "\(name) \(cells[2] == "its" ? "own" : cells[2].filter { $0.isLetter })"
    }
  }

  @Test func eachLessonIsWhatAPersonSays() throws {
    let (folder, fork) = try clones()
    let outcome = try Tool.run(
      "adopt", "--fork-of", "../ModernStats_Python", "--id", "statistics-ch/python", in: fork)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(
      classes(outcome.output) == [
        "01-introduction.md verbatim", "02-python_fundamentals.md verbatim",
        "03-lists_dictionaries.md verbatim", "04-data_transformation.md own",
        "05-data_visualisation.md adapted", "06-loops.md verbatim", "07-apis.md own",
        "08-functions.md verbatim", "09-errors_exceptions.md verbatim",
        "03-data_transformation.md dropped", "06-alternative_loops.md dropped",
        "08-data_analysis.md dropped",
      ], "\(outcome.output)")
    let manifest = String(decoding: try Files.read("\(fork)/course.yml"), as: UTF8.self)
    let verbatim = try #require(manifest.split(separator: "as: adapted").first)
    for pair in Self.same { #expect(verbatim.contains("      \(pair)\n"), "\(pair)") }
    withExtendedLifetime(folder) {}
  }

  @Test func theSameIsToldWithoutTheForksHistory() throws {
    let (folder, fork) = try clones()
    let repository = try #require(try Repository.discover(from: fork))
    let view = try repository.view(.revision("HEAD"))
    let copy = try FixtureRepository()
    for entry in view.entries where entry.isFile {
      try copy.write(entry.path.string, bytes: try view.read(entry, limit: 50_000_000))
    }
    try copy.stageAll()
    try copy.commit()
    let upstream = "\(folder.path)/ModernStats_Python"
    func rows(_ place: String) throws -> [Substring] {
      let outcome = try Tool.run(
        "adopt", "--fork-of", upstream, "--id", "statistics-ch/python", "--dry-run", in: place)
      return outcome.output.split(separator: "\n").filter { $0.hasPrefix("  ") }.prefix(14).map {
        $0
      }
    }
    let told = try rows(copy.path)
    #expect(told.count == 14)
    #expect(try rows(fork) == told)
  }

  @Test func theLinksThatRenumberingBrokeAreRepaired() throws {
    let (folder, fork) = try clones()
    #expect(
      try Tool.run(
        "adopt", "--fork-of", "../ModernStats_Python", "--id", "statistics-ch/python", in: fork
      ).status == 0)
    // Links to other lessons; what else is broken was so before the fork.
    func broken() throws -> [Tool.Found] {
      try Tool.findings(
        Tool.run("lint", "--only", "links/file", "--format", "json", in: fork)
      ).filter { ["episodes/01-introduction.md", "episodes/06-loops.md"].contains($0.path) }
    }
    func wrong() throws -> Int {
      try Tool.findings(Tool.run("reuse", "check", "--format", "json", in: fork))
        .count { $0.rule == "reuse/verbatim" }
    }
    #expect(try broken().count == 5)
    #expect(try wrong() == 2)
    _ = try Tool.run("lint", "--fix", "--only", "links/file", in: fork)
    #expect(try broken().isEmpty)
    #expect(try wrong() == 0)
    #expect(try Tool.run("reuse", "check", in: fork).status == 0)
    withExtendedLifetime(folder) {}
  }

  @Test func noInheritedTagIsARelease() throws {
    let corpus = try #require(SharedData.corpus)
    var inherited = 0
    for name in ["ModernStats_Git", "ModernStats_Python", "ModernStats_Python_CH", "ModernStats_R"]
    {
      let folder = try TemporaryFolder()
      try Files.copyFolder("\(corpus)/\(name)", to: "\(folder.path)/course")
      let course = "\(folder.path)/course"
      for isAdopted in [false, true] {
        if isAdopted { #expect(try Tool.run("adopt", "--id", "a/b", in: course).status == 0) }
        let list = try Tool.run("release", "list", "--format", "json", in: course)
        #expect(list.output.contains("\"releases\": []"), "\(name): \(list)")
        let check = try Tool.run("reuse", "check", "--format", "json", in: course)
        let told = try Tool.findings(check).filter { $0.rule == "reuse/foreign-tag" }
        #expect(told.count == 1 && told[0].message.hasPrefix("18 tags "), "\(name): \(told)")
      }
      inherited += 18
    }
    #expect(inherited == 72)
  }
}
