import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

/// Which version each change needs: one scenario for each row of the table of promises.
@Suite struct BumpTests {
  struct Scenario: Sendable, CustomTestStringConvertible {
    let name: String
    let bump: Bump?
    var base: [String: String] = BumpTests.base
    var changes: [String: String] = [:]
    var removed: [String] = []
    var testDescription: String { name }
  }

  static func manifest(_ more: String = "license: CC-BY-4.0\n", version: String = "1.0.0") -> String
  {
    "schema: course/1\nid: office/loops\nversion: \(version)\nreleases: declared\n" + more
  }

  static func lesson(
    objectives: String = "- [Describe a loop.]{#describe}\n- Write a loop that ends.\n",
    body: String = "## What repeats {#repeats}\n\nLoops repeat.\n\n## When they end\n\nOnce.\n",
    exercise: String = quiz(), matter: String = "", teaching: Int = 20
  ) -> String {
    """
    ---
    title: Loops
    teaching: \(teaching)
    exercises: 10
    \(matter)---

    :::: objectives

    \(objectives)
    ::::

    \(body)
    \(exercise)
    """
  }

  static func quiz(_ right: String = "[x] Yes\n- [ ] No", title: String = "Try it") -> String {
    """

    :::: challenge

    ## \(title)

    - [ ] Yes
    - [ ] No

    ::: solution

    - \(right)

    :::

    ::::

    """
  }

  static let second = "---\ntitle: Ends\nteaching: 20\nexercises: 10\n---\n\nText about ends.\n"
  static let third =
    "---\ntitle: Nests\nteaching: 20\nexercises: 10\n---\n\nLoops in loops.\n\n![Nest](fig/n.png)\n"

  static let base: [String: String] = [
    "course.yml": manifest(), "episodes/01-loops.md": lesson(), "episodes/02-ends.md": second,
    "episodes/03-nests.md": third, "episodes/fig/n.png": "picture",
  ]

  static let scenarios: [Scenario] = [
    // Major.
    Scenario(name: "lesson-removed", bump: .major, removed: ["episodes/02-ends.md"]),
    Scenario(
      name: "lesson-renamed", bump: .major, changes: ["episodes/02-finish.md": second],
      removed: ["episodes/02-ends.md"]),
    Scenario(
      name: "lesson-renamed-and-edited", bump: .major,
      changes: ["episodes/02-finish.md": second + "\nMore about it.\n"],
      removed: ["episodes/02-ends.md"]),
    Scenario(
      name: "objective-removed", bump: .major,
      changes: ["episodes/01-loops.md": lesson(objectives: "- [Describe a loop.]{#describe}\n")]),
    Scenario(
      name: "bloom-changed", bump: .major,
      changes: [
        "episodes/01-loops.md": lesson(
          objectives: "- [Evaluate a loop.]{#describe}\n- Write a loop that ends.\n")
      ]),
    Scenario(
      name: "prerequisite-added", bump: .major,
      changes: [
        "course.yml": manifest("license: CC-BY-4.0\nprerequisites: [{course: office/r}]\n")
      ]),
    Scenario(
      name: "prerequisite-raised", bump: .major,
      base: base.merging([
        "course.yml": manifest("prerequisites: [{course: office/r, version: ^1.0}]\n")
      ]) { $1 },
      changes: ["course.yml": manifest("prerequisites: [{course: office/r, version: ^1.4}]\n")]),
    Scenario(
      name: "level-raised", bump: .major,
      base: base.merging(["course.yml": manifest("level: basic\n")]) { $1 },
      changes: ["course.yml": manifest("level: intermediate\n")]),
    Scenario(
      name: "anchor-removed", bump: .major,
      changes: [
        "episodes/01-loops.md": lesson(
          body: "## What repeats\n\nLoops repeat.\n\n## When they end\n\nOnce.\n")
      ]),
    Scenario(
      name: "anchor-moved", bump: .major,
      changes: [
        "episodes/01-loops.md": lesson(body: "Loops repeat.\n\n## When they end\n\nOnce.\n"),
        "episodes/02-ends.md": second + "\n## What repeats {#repeats}\n",
      ]),
    Scenario(
      name: "asset-removed", bump: .major,
      changes: ["episodes/03-nests.md": third.replacing("![Nest](fig/n.png)\n", with: "")],
      removed: ["episodes/fig/n.png"]),
    Scenario(
      name: "asset-moved", bump: .major,
      changes: [
        "episodes/03-nests.md": third.replacing("fig/n.png", with: "fig/nest.png"),
        "episodes/fig/nest.png": "picture",
      ], removed: ["episodes/fig/n.png"]),
    Scenario(
      name: "language-dropped", bump: .major,
      changes: ["course.yml": manifest("license: CC-BY-4.0\nlanguage: fr\n")]),
    Scenario(
      name: "licence-narrowed", bump: .major,
      changes: ["course.yml": manifest("license: CC-BY-NC-4.0\n")]),
    Scenario(name: "licence-removed", bump: .major, changes: ["course.yml": manifest("")]),
    Scenario(
      name: "time-25", bump: .major, changes: ["episodes/01-loops.md": lesson(teaching: 43)]),
    // Minor.
    Scenario(
      name: "lesson-added", bump: .minor,
      changes: ["episodes/04-ranges.md": "---\ntitle: Ranges\n---\n\nFrom one to ten.\n"]),
    Scenario(
      name: "objective-added", bump: .minor,
      changes: [
        "episodes/01-loops.md": lesson(
          objectives: """
            - [Describe a loop.]{#describe}
            - Write a loop that ends.
            - Compare three kinds of iteration.

            """)
      ]),
    Scenario(
      name: "exercise-added", bump: .minor,
      changes: ["episodes/01-loops.md": lesson(exercise: quiz() + quiz(title: "Once more"))]),
    Scenario(
      name: "order-changed", bump: .minor,
      changes: ["episodes/01-nests.md": third, "episodes/03-loops.md": lesson()],
      removed: ["episodes/01-loops.md", "episodes/03-nests.md"]),
    Scenario(
      name: "objective-reworded", bump: .minor,
      changes: [
        "episodes/01-loops.md": lesson(
          objectives: "- [Explain what a loop does.]{#describe}\n- Write a loop that ends.\n")
      ]),
    Scenario(
      name: "objective-reworded-without-id", bump: .minor,
      changes: [
        "episodes/01-loops.md": lesson(
          objectives: "- [Describe a loop.]{#describe}\n- Write a loop that surely ends.\n")
      ]),
    Scenario(
      name: "heading-changed", bump: .minor,
      changes: [
        "episodes/01-loops.md": lesson(
          body: "## What repeats {#repeats}\n\nLoops repeat.\n\n## Where they end\n\nOnce.\n")
      ]),
    Scenario(
      name: "licence-widened", bump: .minor,
      changes: ["course.yml": manifest("license: CC0-1.0\n")]),
    Scenario(
      name: "lesson-deprecated", bump: .minor,
      changes: ["episodes/01-loops.md": lesson(matter: "lifecycle: deprecated\n")]),
    Scenario(
      name: "language-added", bump: .minor,
      changes: [
        "episodes/04-boucles.md": "---\ntitle: Boucles\nlanguage: fr\n---\n\nDes boucles.\n"
      ]),
    Scenario(
      name: "time-10", bump: .minor, changes: ["episodes/01-loops.md": lesson(teaching: 29)]),
    // Patch.
    Scenario(
      name: "text-changed", bump: .patch,
      changes: ["episodes/02-ends.md": second.replacing("Text", with: "A text")]),
    Scenario(
      name: "time-below-10", bump: .patch, changes: ["episodes/01-loops.md": lesson(teaching: 28)]),
    Scenario(
      name: "time-shorter", bump: .patch, changes: ["episodes/01-loops.md": lesson(teaching: 5)]),
    Scenario(
      name: "lesson-renamed-with-alias", bump: .patch,
      changes: [
        "episodes/02-finish.md": second,
        "course.yml": manifest(
          """
          license: CC-BY-4.0
          lessons:
            - {id: loops, path: episodes/01-loops.md}
            - {id: finish, path: episodes/02-finish.md, aliases: [ends]}
            - {id: nests, path: episodes/03-nests.md}

          """),
      ], removed: ["episodes/02-ends.md"]),
    Scenario(
      name: "lesson-renumbered", bump: .patch, changes: ["episodes/07-nests.md": third],
      removed: ["episodes/03-nests.md"]),
    Scenario(
      name: "quiz-corrected", bump: .patch,
      changes: ["episodes/01-loops.md": lesson(exercise: quiz("[ ] Yes\n- [x] No"))]),
    Scenario(
      name: "exercise-removed", bump: .minor,
      changes: ["episodes/01-loops.md": lesson(exercise: "")]),
    Scenario(
      name: "picture-changed", bump: .patch, changes: ["episodes/fig/n.png": "another"]),
    Scenario(
      name: "licence-version", bump: .patch,
      base: base.merging(["course.yml": manifest("license: CC-BY-3.0\n")]) { $1 },
      changes: ["course.yml": manifest()]),
    Scenario(
      name: "objective-moved", bump: .patch,
      changes: [
        "episodes/01-loops.md": lesson(objectives: "- [Describe a loop.]{#describe}\n"),
        "episodes/02-ends.md": second
          + "\n:::: objectives\n\n- Write a loop that ends.\n\n::::\n",
      ]),
    Scenario(
      name: "manifest-changed", bump: .patch,
      changes: ["course.yml": manifest("license: CC-BY-4.0\nkeywords: [loops]\n")]),
    Scenario(
      name: "version-only", bump: nil, changes: ["course.yml": manifest(version: "1.0.1-dev")]),
  ]

  @Test(arguments: scenarios) func change(_ scenario: Scenario) throws {
    let repository = try FixtureRepository()
    try repository.commit(scenario.base)
    try repository.commit(scenario.changes, removing: scenario.removed)
    let check = try Academy(repository).checker().check(release: 0)
    #expect(check.bump == scenario.bump, "\(check.changes)")
    try Golden.check(Self.text(check), "bumps/\(scenario.name)")
  }

  private static func text(_ check: ReleaseCheck) -> String {
    var lines = check.changes.map { change in
      "\(change.bump.rawValue) \(change.kind.rawValue): \(change.message)"
        + (change.help.map { "\n  help: \($0)" } ?? "")
    }
    let required = check.required.map(\.description) ?? "none"
    lines.append("needs \(required) after \(check.base?.version.description ?? "nothing")")
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Which version

  @Test(arguments: [
    ("1.2.3", Bump.major, "2.0.0"), ("1.2.3", .minor, "1.3.0"), ("1.2.3", .patch, "1.2.4"),
    ("0.2.3", .major, "0.3.0"), ("0.2.3", .minor, "0.2.4"), ("0.2.3", .patch, "0.2.4"),
    ("2.0.0-rc.1", .major, "2.0.0"),
  ]) func next(_ version: String, _ bump: Bump, _ expected: String) throws {
    let next = ReleaseCheck.next(try #require(SemVer(version)), bump)
    #expect(next.description == expected)
  }

  @Test func calendarVersionsPromiseOnlyTheirOrder() throws {
    let repository = try FixtureRepository()
    func manifest(_ version: String) -> String {
      Fixtures.manifest(
        "office/loops", "\"\(version)\"", releases: "declared", more: "versioning: calver\n")
    }
    try repository.commit(["course.yml": manifest("2026.01"), "episodes/01-a.md": "Text.\n"])
    try repository.commit(
      ["course.yml": manifest("2026.02-dev")], removing: ["episodes/01-a.md"])
    let check = try Academy(repository).checker().check(release: 0)
    #expect(check.verdict == .suffices)
    #expect(check.bump == .major)
    try repository.commit(["course.yml": manifest("2026.01")])
    #expect(try Academy(repository).checker().check(release: 0).verdict == .insufficient)
  }

  @Test func theLimitsOfTimeAreSettings() throws {
    let repository = try FixtureRepository()
    try repository.commit(Self.base)
    try repository.commit(["episodes/01-loops.md": Self.lesson(teaching: 25)])
    let checker = try Academy(repository).checker()
    let limits = TimeLimits(minor: 2, major: 5)
    #expect(try checker.check(release: 0, limits: limits).bump == .major)
  }

  @Test func theLastReleaseBelowTheVersionIsCompared() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Self.manifest(), "episodes/01-a.md": "Text.\n"])
    try repository.commit(["course.yml": Self.manifest(version: "1.1.0")])
    try repository.commit(["course.yml": Self.manifest(version: "1.2.0-dev")])
    let checker = try Academy(repository).checker()
    #expect(try checker.check(release: 0).base?.version == SemVer(1, 1, 0))
    let first = try #require(checker.releases(0)[SemVer(1, 0, 0)])
    #expect(try checker.check(release: 0, against: first).base?.version == SemVer(1, 0, 0))
  }

  @Test func aCourseWithoutReleasesHasNothingToCompareWith() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Self.manifest(version: "0.1.0-dev")])
    let check = try Academy(repository).checker().check(release: 0)
    #expect(check.verdict == .first)
    #expect(check.changes.isEmpty)
  }
}
