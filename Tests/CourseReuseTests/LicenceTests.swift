import CourseModel
import CourseReuse
import SourceCore
import TestSupport
import Testing

/// What licences allow between offices: one scenario each, its message in a golden file.
@Suite struct LicenceTests {
  struct Scenario: Sendable, CustomTestStringConvertible {
    let name: String
    let upstream: String?
    let own: String
    var kind = "adapted"
    var frontMatter = ""
    var testDescription: String { name }
  }

  static let scenarios = [
    Scenario(name: "same-licence", upstream: "CC-BY-4.0", own: "CC-BY-4.0"),
    Scenario(name: "into-share-alike", upstream: "CC-BY-4.0", own: "CC-BY-SA-4.0"),
    Scenario(name: "share-alike-adapted", upstream: "CC-BY-SA-4.0", own: "CC-BY-4.0"),
    Scenario(
      name: "share-alike-adapted-kept", upstream: "CC-BY-SA-4.0", own: "CC-BY-4.0",
      frontMatter: "license: CC-BY-SA-4.0\n"),
    Scenario(
      name: "share-alike-verbatim", upstream: "CC-BY-SA-4.0", own: "CC-BY-4.0", kind: "verbatim"),
    Scenario(
      name: "share-alike-verbatim-kept", upstream: "CC-BY-SA-4.0", own: "CC-BY-4.0",
      kind: "verbatim", frontMatter: "license: CC-BY-SA-4.0\n"),
    Scenario(name: "no-derivatives-adapted", upstream: "CC-BY-ND-4.0", own: "CC-BY-4.0"),
    Scenario(
      name: "no-derivatives-translated", upstream: "CC-BY-NC-ND-4.0", own: "CC-BY-NC-4.0",
      kind: "translated"),
    Scenario(
      name: "non-commercial-company", upstream: "CC-BY-NC-SA-4.0", own: "OGL-UK-3.0",
      kind: "verbatim", frontMatter: "license: CC-BY-NC-SA-4.0\n"),
    Scenario(name: "non-commercial-not-recommended", upstream: "CC-BY-NC-4.0", own: "CC-BY-4.0"),
    Scenario(name: "either-of-two", upstream: "CC-BY-ND-4.0 OR MIT", own: "CC-BY-4.0"),
    Scenario(name: "both-of-two", upstream: "CC-BY-4.0 AND CC-BY-ND-4.0", own: "CC-BY-4.0"),
    Scenario(
      name: "own-choice-is-offered-in-full", upstream: "CC-BY-SA-4.0",
      own: "CC-BY-SA-4.0 OR CC-BY-4.0"),
    Scenario(
      name: "with-exception", upstream: "Apache-2.0 WITH LLVM-exception", own: "CC-BY-4.0"),
    Scenario(name: "licence-reference", upstream: "LicenseRef-Office-A", own: "CC-BY-4.0"),
    Scenario(
      name: "reference-or-listed", upstream: "LicenseRef-Office-A OR CC0-1.0", own: "CC-BY-4.0"),
    Scenario(name: "nested", upstream: "(MIT AND CC-BY-4.0) OR CC-BY-ND-4.0", own: "CC-BY-4.0"),
    Scenario(name: "government", upstream: "OGL-UK-3.0", own: "etalab-2.0"),
    Scenario(name: "government-into-cc0", upstream: "OGL-UK-3.0", own: "CC0-1.0"),
    Scenario(name: "eupl-adapted", upstream: "EUPL-1.2", own: "CC-BY-4.0"),
    Scenario(name: "no-licence", upstream: nil, own: "CC-BY-4.0"),
    Scenario(name: "no-expression", upstream: "free for teachers", own: "CC-BY-4.0"),
    Scenario(name: "not-in-the-matrix", upstream: "GFDL-1.3-only", own: "CC-BY-4.0"),
  ]

  @Test(arguments: scenarios) func betweenTwoOffices(_ scenario: Scenario) throws {
    let licence = scenario.upstream.map { "license: \($0)\n" } ?? ""
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml": Self.course("office-a/basics", "1.0.0", licence),
      "basics/episodes/02-branching.md": Fixtures.branching,
    ])
    let text = Fixtures.branching.replacing(
      "teaching: 10\n", with: scenario.frontMatter + "teaching: 10\n")
    try repository.commit([
      "north/course.yml": Self.course(
        "nso-north/workshop", "0.1.0-dev",
        "license: \(scenario.own)\n" + Self.reuse("office-a/basics", scenario.kind)),
      "north/episodes/05-branching.md": text,
    ])
    let found = try Academy(repository).check("north").filter { $0.rule != "reuse/lock" }
      .filter { $0.rule.hasPrefix("licence/") || $0.rule == "reuse/verbatim" }
    try Golden.check(found, "licences/\(scenario.name)")
  }

  private static func course(_ id: String, _ version: String, _ more: String) -> String {
    "schema: course/1\nid: \(id)\nversion: \(version)\nreleases: declared\n" + more
  }

  private static func reuse(_ course: String, _ kind: String, _ range: String = "^1.0") -> String {
    """
    reuses:
      - course: \(course)
        version: \(range)
        as: \(kind)
        changes: Other examples.
        lessons: [branching]

    """
  }

  /// Office C writes, office B adapts or copies, office A copies from B.
  private func chain(_ licence: String, through kind: String, as own: String) throws -> [Diagnostic]
  {
    let repository = try FixtureRepository()
    try repository.commit([
      "c/course.yml": Self.course("office-c/origin", "1.0.0", "license: \(licence)\n"),
      "c/episodes/02-branching.md": Fixtures.branching,
    ])
    try repository.commit([
      "b/course.yml": Self.course(
        "office-b/middle", "1.0.0",
        "license: CC-BY-4.0\n" + Self.reuse("office-c/origin", kind)),
      "b/episodes/02-branching.md": Fixtures.branching,
    ])
    try repository.commit([
      "a/course.yml": Self.course(
        "office-a/end", "0.1.0-dev", "license: CC-BY-4.0\n" + Self.reuse("office-b/middle", own)),
      "a/episodes/02-branching.md": Fixtures.branching,
    ])
    return try Academy(repository).check("a").filter { $0.rule.hasPrefix("licence/") }
  }

  @Test func aWholeChainCounts() throws {
    try Golden.check(
      chain("CC-BY-SA-4.0", through: "verbatim", as: "verbatim"), "licences/chain-verbatim")
    try Golden.check(
      chain("CC-BY-ND-4.0", through: "adapted", as: "verbatim"), "licences/chain-adapted-before")
    try Golden.check(
      chain("CC-BY-NC-4.0", through: "verbatim", as: "translated"), "licences/chain-translated")
    try Golden.check(
      chain("CC0-1.0", through: "adapted", as: "adapted"), "licences/chain-allowed")
  }

  @Test func aChainThatLeavesTheAcademyIsNamed() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "b/course.yml": Self.course(
        "office-b/middle", "1.0.0",
        "license: CC-BY-4.0\n" + Self.reuse("office-c/origin", "verbatim")),
      "b/episodes/02-branching.md": Fixtures.branching,
    ])
    try repository.commit([
      "a/course.yml": Self.course(
        "office-a/end", "0.1.0-dev",
        "license: CC-BY-4.0\n" + Self.reuse("office-b/middle", "verbatim")),
      "a/episodes/02-branching.md": Fixtures.branching,
    ])
    let found = try Academy(repository).check("a").filter { $0.rule.hasPrefix("licence/") }
    try Golden.check(found, "licences/chain-unknown")
  }

  @Test func aLessonsOwnLicenceWins() throws {
    let text = Fixtures.branching.replacing("teaching:", with: "license: CC-BY-NC-4.0\nteaching:")
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml": Self.course("office-a/basics", "1.0.0", "license: CC-BY-4.0\n"),
      "basics/episodes/02-branching.md": text,
    ])
    try repository.commit([
      "north/course.yml": Self.course(
        "nso-north/workshop", "0.1.0-dev",
        "license: CC-BY-4.0\n" + Self.reuse("office-a/basics", "adapted")),
      "north/episodes/05-branching.md": Fixtures.branching,
    ])
    let found = try Academy(repository).check("north").filter { $0.rule.hasPrefix("licence/") }
    try Golden.check(found, "licences/lesson-of-its-own")
  }

  @Test func aPictureHasALicenceOfItsOwn() throws {
    let text = Fixtures.branching + "\n![Two branches](fig/two.svg)\n\n![Map](fig/map.png)\n"
    let repository = try FixtureRepository()
    let svg = "<!-- SPDX-License-Identifier: CC-BY-ND-4.0 -->\n<svg/>\n"
    try repository.commit([
      "basics/course.yml": Self.course("office-a/basics", "1.0.0", "license: CC-BY-4.0\n"),
      "basics/episodes/02-branching.md": text, "basics/episodes/fig/two.svg": svg,
      "basics/episodes/fig/map.png": "map",
      "basics/episodes/fig/map.png.license": "SPDX-License-Identifier: CC-BY-NC-SA-4.0\n",
    ])
    try repository.commit([
      "north/course.yml": Self.course(
        "nso-north/workshop", "0.1.0-dev",
        "license: CC-BY-4.0\n" + Self.reuse("office-a/basics", "adapted")),
      "north/episodes/05-branching.md": text, "north/episodes/fig/two.svg": "<svg><g/></svg>\n",
      "north/episodes/fig/map.png": "map",
    ])
    let found = try Academy(repository).check("north").filter { $0.rule.hasPrefix("licence/") }
    try Golden.check(found, "licences/pictures")
  }
}
