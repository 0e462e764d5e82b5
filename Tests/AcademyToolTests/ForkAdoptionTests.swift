import GitStore
import SourceCore
import TestSupport
import Testing

/// `adopt --fork-of`; what it says is in golden files.
@Suite struct ForkAdoptionTests {
  private func golden(
    _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try GoldenOutput.check(actual, "fork/\(name)", sourceLocation: sourceLocation)
  }

  /// The manifest with the way to upstream's folder left out.
  private func manifest(_ example: ForkFixture) throws -> String {
    try example.text("course.yml").replacing(
      ForkFixture.link(from: example.fork.path, to: example.upstream.path), with: "UPSTREAM")
  }

  @Test func aForkSaysWhatItTook() throws {
    let example = try ForkFixture([:])
    try example.upstream.commit(["course.yml": ForkFixture.manifest], message: "Release 1.0.0")
    try example.rework()
    let trial = try example.run(
      "adopt", "--fork-of", example.upstream.path, "--id", "north/prices", "--dry-run")
    try golden(example.said(trial), "trial")
    #expect((try? example.text("course.yml")) == nil)
    let outcome = try example.run(
      "adopt", "--fork-of", example.upstream.path, "--id", "north/prices")
    try golden(example.said(outcome), "released")
    try golden(manifest(example), "released-course.yml")
    try golden(try example.text("academy.lock"), "released-lock")
    try golden(example.said(example.run("reuse", "check")), "released-check")
  }

  @Test func linksToRenamedLessonsAreRepaired() throws {
    let example = try ForkFixture([:])
    try example.upstream.commit(["course.yml": ForkFixture.manifest])
    try example.rework()
    #expect(
      try example.run("adopt", "--fork-of", example.upstream.path, "--id", "north/prices").status
        == 0)
    let links = try example.run("lint", "--only", "links/file", "--all")
    try golden(example.said(links), "links")
    #expect(try example.run("lint", "--fix", "--only", "links/file").status == 1)
    let start = try example.text("episodes/01-start.md")
    #expect(start.contains("[baskets](03-goods.md) and of [weights](02-shares.md)"))
    // What an own page meant is likely, and no more.
    let rents = try example.text("episodes/04-rents.md")
    #expect(rents.contains("[baskets](02-baskets.md)"))
    #expect(try example.run("lint", "--fix-suggested", "--only", "links/file").status == 0)
    let fixed = try example.text("episodes/04-rents.md")
    #expect(fixed.contains("[baskets](03-goods.md) and [weights](02-shares.html)"))
    let check = try example.run("reuse", "check", "--format", "json")
    #expect(try Tool.findings(check).map(\.rule) == ["reuse/changes"], "\(check)")
  }

  @Test func aCommitIsEnoughWhereNothingIsReleased() throws {
    let example = try ForkFixture([:])
    try example.rework()
    let adopt = try example.run(
      "adopt", "--fork-of", example.upstream.path, "--id", "north/prices")
    try golden(example.said(adopt), "unreleased")
    try golden(manifest(example), "unreleased-course.yml")
    try example.fork.stageAll()
    try example.fork.commit()
    #expect(try example.run("reuse", "check", "--locked").status == 1)
    #expect(try example.run("lint", "--fix", "--only", "links/file").status == 1)
    try example.fork.stageAll()
    try example.fork.commit()
    #expect(try example.run("reuse", "check", "--locked").status == 0)
    // Upstream goes on, without a release.
    try example.upstream.commit(
      [
        "episodes/02-baskets.md": ForkFixture.text("episodes/02-baskets.md").replacing(
          "once a year", with: "every January")
      ], message: "Say when", time: FixtureRepository.firstTime + 90_000)
    try golden(example.said(example.run("reuse", "outdated")), "unreleased-outdated")
    let pull = try example.run("reuse", "pull", "--branch", "take")
    try golden(example.said(pull), "unreleased-pull")
    let repository = try #require(try Repository.discover(from: example.fork.path))
    let take = try repository.commit("take")
    let path = try #require(RepoPath("episodes/03-goods.md"))
    let taken = try #require(try repository.objectID(at: path, in: take.id))
    let text = String(decoding: try repository.blob(taken, limit: 10_000), as: UTF8.self)
    #expect(text.contains("every January") && text.contains("one cup of tea"))
    #expect(try example.run("reuse", "update").status == 0)
    #expect(try example.run("reuse", "check").status == 0)
    // The locked commit is followed also when there is a newer one.
    try example.upstream.commit(
      ["README.md": "More.\n"], time: FixtureRepository.firstTime + 95_000)
    #expect(try example.run("reuse", "check").status == 0)
  }

  @Test func aKeptManifestIsRenamed() throws {
    let example = try ForkFixture()
    try example.rework()
    let outcome = try example.run(
      "adopt", "--fork-of", example.upstream.path, "--id", "north/prices")
    try golden(example.said(outcome), "kept")
    try golden(manifest(example), "kept-course.yml")
    let again = try example.run("adopt", "--fork-of", example.upstream.path)
    try golden(example.said(again), "declared")
    let itsOwn = try example.run(
      "adopt", "--fork-of", example.upstream.path, "--id", "office-a/prices")
    try golden(example.said(itsOwn), "same-id")
  }

  @Test func filesAreEnoughWithoutASharedHistory() throws {
    let example = try ForkFixture()
    // Two states behind the newest one is the one that was copied.
    try example.upstream.commit([
      "episodes/03-weights.md": ForkFixture.text("episodes/03-weights.md") + "\nMore.\n",
      "episodes/05-new.md": ForkFixture.lesson("New", "New."),
      "config.yaml": ForkFixture.text("config.yaml") + "- 05-new.md\n",
    ])
    let copy = try FixtureRepository()
    var files = ForkFixture.files
    files["episodes/02-baskets.md"] = files["episodes/02-baskets.md"]?.replacing(
      "bread", with: "rice")
    try copy.commit(files)
    let outcome = try Tool.run(
      "adopt", "--fork-of", example.upstream.path, "--id", "north/prices", in: copy.path)
    try golden(
      example.said(outcome).replacing(copy.path, with: "FORK"), "no-shared-history")
  }

  @Test func aTranslationIsToldByItsLanguage() throws {
    let example = try ForkFixture()
    try example.fork.commit(
      [
        "config.yaml": ForkFixture.text("config.yaml").replacing("lang: en", with: "lang: fr")
          .replacing("03-weights", with: "03-poids"),
        "course.yml": ForkFixture.manifest.replacing("language: en", with: "language: fr"),
        "episodes/03-poids.md": """
        ---
        title: Poids
        teaching: 10
        exercises: 5
        ---

        ## Les poids

        Un poids dit quelle part des dépenses va à un groupe de produits. Le loyer pèse plus que le
        sel. Les poids sont des parts, leur somme est un, et ils sont renouvelés chaque année.

        ```python
        index = sum(weight * price for weight, price in zip(weights, prices))
        ```

        La somme ci-dessus est tout.

        """,
      ], removing: ["episodes/03-weights.md"])
    let outcome = try example.run(
      "adopt", "--fork-of", example.upstream.path, "--id", "sud/prix", "--dry-run")
    try golden(example.said(outcome), "translated")
  }

  @Test func anAddressIsFetched() throws {
    let example = try ForkFixture()
    try example.rework()
    let bare = try example.upstream.bareClone()
    let cache = try TemporaryFolder()
    let address = "file://\(bare.path)"
    let outcome = try Tool.run(
      "adopt", "--fork-of", address, "--id", "north/prices", in: example.fork.path,
      environment: ["ACADEMY_CACHE": cache.path])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try example.text("course.yml").contains("url: \"\(address)\"\n"))
    #expect(try example.run("lint", "--fix", "--only", "links/file").status == 1)
    let check = try Tool.run(
      "reuse", "check", in: example.fork.path, environment: ["ACADEMY_CACHE": cache.path])
    #expect(check.status == 0, "\(check)")
  }

  @Test func aForkBesideItsUpstreamKeepsEarlierNotices() throws {
    let office = try OfficeFixture()
    try office.adopt(as: "adapted", changes: "Wages.")
    let north = try office.text("north/course.yml")
    let files = [
      "north/course.yml": north.replacing("0.1.0-dev", with: "0.1.0"),
      "north/episodes/02-branching.md": try office.text("north/episodes/02-branching.md")
        .replacing("prices", with: "wages"),
    ]
    try office.repository.commit(files)
    // The fork has kept the manifest, apart from what it reuses.
    let kept = north.split(separator: "reuses:")[0]
    try office.repository.commit([
      "east/course.yml": String(kept), "east/episodes/01-welcome.md": "Welcome.\n",
      "east/config.yaml": "title: Workshop\nepisodes:\n  - 01-welcome.md\n  - 05-branching.md\n",
      "east/episodes/fig/two.svg": "<svg/>\n",
      "east/episodes/05-branching.md": try office.text("north/episodes/02-branching.md")
        .replacing("Delete it when", with: "Drop it when"),
    ])
    let outcome = try office.run(
      "adopt", "east", "--fork-of", "north", "--id", "nso-east/workshop")
    try golden(office.said(outcome), "neighbours")
    try golden(office.text("east/course.yml"), "neighbours-course.yml")
  }

  @Test func whatCannotBeFollowedKeepsItsLock() throws {
    let example = try ForkFixture([
      "course.yml": ForkFixture.manifest + """
        reuses:
          - course: office-x/far
            version: ^1.0
            as: verbatim
            lessons: [outlook]

        """,
      "academy.lock": """
      {
        "lock": 1,
        "lessons": [
          {
            "lesson": "outlook",
            "as": "verbatim",
            "course": "office-x/far",
            "version": "1.0.0",
            "commit": "1111111111111111111111111111111111111111",
            "tree": "2222222222222222222222222222222222222222",
            "upstream": "outlook",
            "path": "episodes/04-outlook.md",
            "blob": "3333333333333333333333333333333333333333",
            "sha256": "4444444444444444444444444444444444444444444444444444444444444444"
          }
        ]
      }

      """,
    ])
    let outcome = try example.run(
      "adopt", "--fork-of", example.upstream.path, "--id", "north/prices")
    try golden(example.said(outcome), "third-course")
    let lock = try example.text("academy.lock")
    #expect(lock.contains("\"course\": \"office-x/far\"") && lock.contains("33333333"))
    #expect(lock.contains("\"lesson\": \"baskets\""))
  }

  @Test func whatIsNoForkEndsWithTwo() throws {
    let example = try ForkFixture()
    let other = try FixtureRepository()
    try other.commit([
      "config.yaml": "title: Other\n",
      "episodes/01-cooking.md": ForkFixture.lesson("Cooking", "Boil the water first."),
    ])
    for (name, address) in [
      ("nothing-shared", other.path), ("itself", example.fork.path),
      ("nowhere", "\(example.fork.path)/nowhere"), ("no-address", "ext::sh -c x"),
    ] {
      let outcome = try example.run("adopt", "--fork-of", address, "--id", "north/prices")
      #expect(outcome.status == 2)
      try golden(
        example.said(outcome).replacing(other.path, with: "OTHER"), name)
    }
    #expect(try example.text("course.yml") == ForkFixture.manifest)
  }
}
