import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

/// What becomes of copies: adapted, translated, renamed upstream, in circles; one golden file each.
@Suite struct CopyScenarioTests {
  static let lesson = """
    ---
    title: Branching
    teaching: 10
    ---

    A branch is a name for a commit, and making one costs nothing at all.

    ## Make one {#make}

    ```bash
    # a name that says what it is for
    git switch -c "prices"
    ```

    That makes a branch for the prices of this month and switches to it at once.

    ## Drop one

    Delete a branch as soon as it is merged, so that nobody works on it again.

    ::: challenge

    Which one is a branch?

    - [ ] a commit
    - [x] a name

    :::

    """

  static let french = """
    ---
    title: Les branches
    teaching: 10
    ---

    Une branche est un nom pour un commit, et elle ne coûte rien du tout.

    ## En créer une {#make}

    ```bash
    # un nom qui dit à quoi elle sert
    git switch -c "prix"
    ```

    Cela crée une branche pour les prix du mois et y passe aussitôt.

    ## En supprimer une

    Supprimez une branche dès qu’elle est fusionnée.

    ::: challenge

    Laquelle est une branche ?

    - [ ] un commit
    - [x] un nom

    :::

    """

  /// Office A's lesson as released, and a course with a copy of it.
  private func repository(
    _ copy: String, as kind: String, versions: [(String, String)] = [("1.0.0", lesson)],
    language: String = "en", range: String = "^1.0", lock: Bool = false
  ) throws -> FixtureRepository {
    let repository = try FixtureRepository()
    for (i, (version, text)) in versions.enumerated() {
      try repository.commit([
        "basics/course.yml": Fixtures.basics(version) + "language: en\n",
        "basics/episodes/02-branching.md": text,
      ])
      if i > 0 { continue }
      try repository.commit([
        "north/course.yml": Fixtures.north(range: range, as: kind) + "language: \(language)\n",
        "north/episodes/05-branching.md": copy,
      ])
      if lock { try repository.commit(["north/academy.lock": lockText(repository)]) }
    }
    return repository
  }

  private func lockText(_ repository: FixtureRepository) throws -> String {
    try repository.writeLock("north", Academy(repository))
  }

  private func check(_ repository: FixtureRepository, _ name: String) throws {
    try Golden.check(
      Academy(repository).check("north").filter { $0.rule != "reuse/lock" }, "copies/\(name)")
  }

  // MARK: - Adapted

  @Test func anAdaptedLessonIsFine() throws {
    let copy = Self.lesson.replacing("prices of this month", with: "wages of this year")
    try check(repository(copy, as: "adapted"), "adapted")
  }

  @Test func anAdaptedLessonThatIsIdentical() throws {
    try check(repository(Self.lesson, as: "adapted"), "adapted-identical")
    let titled = Self.lesson.replacing("title: Branching", with: "title: Our branches")
    try check(repository(titled, as: "adapted"), "adapted-identical-but-for-its-title")
  }

  @Test func anAdaptedLessonThatSharesAlmostNothing() throws {
    let copy = """
      Prices are collected by people and by machines. People walk into shops with a list and
      write down what they see; machines read the tills of large chains at night. Both make
      mistakes, and this lesson shows how an office finds them before a figure is published.

      """
    try check(repository(copy, as: "adapted"), "adapted-nothing-shared")
  }

  @Test func changesAreMissing() throws {
    let repository = try repository(
      Self.lesson.replacing("this month", with: "this year"), as: "adapted")
    try repository.write(
      "north/course.yml",
      Fixtures.north(as: "adapted").replacing("    changes: Other examples.\n", with: ""))
    try check(repository, "adapted-changes-missing")
  }

  @Test func attributionIsIncomplete() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml":
        "schema: course/1\nid: office-a/basics\nversion: 1.0.0\nreleases: declared\n",
      "basics/episodes/02-branching.md": Self.lesson,
    ])
    try repository.commit([
      "north/course.yml": Fixtures.north(as: "adapted"),
      "north/episodes/05-branching.md": Self.lesson.replacing("this month", with: "this year"),
    ])
    try check(repository, "adapted-attribution-incomplete")
  }

  @Test func earlierNoticesAreKept() throws {
    let notice = "Adapted from [Git for all](https://example.org/git), © 2019 Example Office.\n"
    let original = Self.lesson + "\n" + notice
    let versions = [("1.0.0", original)]
    let changed = Self.lesson.replacing("this month", with: "this year")
    try check(
      repository(changed, as: "adapted", versions: versions), "adapted-notice-lost")
    try check(
      repository(
        changed + "\nAfter <https://example.org/git>.\n", as: "adapted", versions: versions),
      "adapted-notice-kept")
  }

  @Test func earlierChangesAreNamed() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "c/course.yml": Fixtures.manifest("office-c/origin", "1.0.0", releases: "declared"),
      "c/episodes/02-branching.md": Self.lesson,
    ])
    let middle = Self.lesson.replacing("this month", with: "this week")
    try repository.commit([
      "basics/course.yml": Fixtures.manifest(
        "office-a/basics", "1.0.0", releases: "declared",
        more: """
          title: A
          authors: [{name: A}]
          license: CC-BY-4.0
          reuses:
            - course: office-c/origin
              version: ^1.0
              as: adapted
              lessons: [branching]
              changes: Speaks of weeks.

          """),
      "basics/episodes/02-branching.md": middle,
    ])
    try repository.commit([
      "north/course.yml": Fixtures.north(as: "adapted"),
      "north/episodes/05-branching.md": middle.replacing("this week", with: "this year"),
    ])
    try check(repository, "adapted-earlier-changes-lost")
    try repository.write(
      "north/course.yml",
      Fixtures.north(as: "adapted").replacing(
        "Other examples.", with: "\"Years. Before, office-a/basics: Speaks of weeks.\""))
    try check(repository, "adapted-earlier-changes-kept")
  }

  // MARK: - Translated

  @Test func aTranslationIsFine() throws {
    try check(repository(Self.french, as: "translated", language: "fr"), "translated")
    let more = Self.french + "\n## Chez nous\n\nUne section de plus.\n"
    try check(repository(more, as: "translated", language: "fr"), "translated-with-more")
  }

  @Test func aTranslationInItsSourcesLanguage() throws {
    try check(repository(Self.french, as: "translated"), "translated-language")
  }

  static let damages: [(name: String, from: String, to: String)] = [
    ("code", "git switch -c", "git branch -c"),
    ("ids", " {#make}", ""),
    ("quiz-answers", "- [ ] un commit\n- [x] un nom", "- [x] un commit\n- [ ] un nom"),
    ("quiz-options", "- [ ] un commit\n", ""),
    ("section", "## En supprimer une\n\n", ""),
    ("challenge", "::: challenge\n", "::: callout\n"),
    ("comment-and-string", "\"prix\"", "\"les prix\""),
  ]

  @Test(arguments: damages) func structureIsHeld(_ damage: (name: String, from: String, to: String))
    throws
  {
    let copy = Self.french.replacing(damage.from, with: damage.to)
    #expect(copy != Self.french)
    try check(
      repository(copy, as: "translated", language: "fr"), "translated-\(damage.name)")
  }

  @Test func picturesMayBeLocalised() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.0.0") + "language: en\n",
      "basics/episodes/02-branching.md": "A name.\n\n![Two](fig/two.svg)\n",
      "basics/episodes/fig/two.svg": "<svg/>\n",
    ])
    try repository.commit([
      "north/course.yml": Fixtures.north(as: "translated") + "language: fr\n",
      "north/episodes/05-branching.md": "Un nom.\n\n![Deux](fig/deux.svg)\n",
      "north/episodes/fig/deux.svg": "<svg><text>deux</text></svg>\n",
    ])
    try check(repository, "translated-picture")
    try repository.write("north/episodes/05-branching.md", "Un nom.\n")
    try check(repository, "translated-picture-missing")
  }

  /// A translation that was locked at 1.0.0, and its lock moved on to the newest release.
  private func updated(_ now: String, _ copy: String = french) throws -> FixtureRepository {
    let repository = try repository(
      copy, as: "translated", versions: [("1.0.0", Self.lesson), ("1.1.0", now)], language: "fr",
      lock: true)
    try update(repository)
    return repository
  }

  private func update(_ repository: FixtureRepository) throws {
    let academy = try Academy(repository)
    let index = try #require(academy.members.firstIndex { $0.course.folder.string == "north" })
    let outcome = try ReuseUpdater(academy.checker(), course: index)
      .update(course: nil, precise: nil)
    guard case .write(let path, let bytes) = outcome.lock else { return }
    try repository.write(path.string, bytes: bytes)
  }

  private func mark(_ repository: FixtureRepository, unchanged: Bool) throws {
    let academy = try Academy(repository)
    let index = try #require(academy.members.firstIndex { $0.course.folder.string == "north" })
    let outcome = try ReuseUpdater(academy.checker(), course: index)
      .mark("branching", unchanged: unchanged)
    guard case .write(let path, let bytes) = outcome else { return }
    try repository.write(path.string, bytes: bytes)
  }

  @Test func changedParagraphsAreShownAsADiff() throws {
    let now = Self.lesson.replacing("costs nothing at all", with: "costs next to nothing")
      .replacing("as soon as", with: "when")
    let repository = try updated(now)
    try check(repository, "stale")
    // Translating one leaves the other.
    try repository.write(
      "north/episodes/05-branching.md",
      Self.french.replacing("ne coûte rien du tout", with: "ne coûte presque rien"))
    try check(repository, "stale-half-translated")
    #expect(throws: ReuseFailure.self) { try mark(repository, unchanged: false) }
    try mark(repository, unchanged: true)
    try check(repository, "stale-marked")
  }

  @Test func aRewrappedParagraphIsNotStale() throws {
    let now = Self.lesson.replacing("and making one costs", with: "and\nmaking one costs")
    try check(updated(now), "stale-rewrapped")
  }

  @Test func newAndDroppedParagraphs() throws {
    let now = Self.lesson
      .replacing("## Drop one\n", with: "A second paragraph about names.\n\n## Drop one\n")
      .replacing(
        "A branch is a name for a commit, and making one costs nothing at all.\n\n", with: "")
    let repository = try updated(now)
    try check(repository, "stale-new-and-dropped")
    try repository.write(
      "north/episodes/05-branching.md",
      Self.french.replacing(
        "## En supprimer une\n", with: "Un second paragraphe.\n\n## En supprimer une\n"
      )
      .replacing(
        "Une branche est un nom pour un commit, et elle ne coûte rien du tout.\n\n", with: ""))
    try check(repository, "stale-new-and-dropped-done")
  }

  @Test func marksOutliveAnotherUpdate() throws {
    let first = Self.lesson.replacing("costs nothing at all", with: "costs next to nothing")
    let repository = try updated(first)
    let second = first.replacing("as soon as", with: "when")
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.2.0") + "language: en\n",
      "basics/episodes/02-branching.md": second,
    ])
    try update(repository)
    try check(repository, "stale-since-different-versions")
  }

  @Test func aSourceThatIsNotAtHand() throws {
    let now = Self.lesson.replacing("costs nothing at all", with: "costs next to nothing")
    let repository = try updated(now)
    let blob = try repository.writeBlob(Self.lesson)
    repository.deleteObject(blob)
    try check(repository, "stale-unread")
  }

  @Test func lessonsNotYetTranslated() throws {
    let repository = try repository(Self.french, as: "translated", language: "fr")
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.1.0") + "language: en\n",
      "basics/episodes/03-merging.md": "Merge.\n", "basics/episodes/04-tags.md": "Tag.\n",
      "north/course.yml": Fixtures.north(as: "translated")
        + "language: fr\ntranslation_of: office-a/basics\n",
    ])
    try check(repository, "untranslated")
  }

  // MARK: - Verbatim, renamed, integrity

  @Test func aVerbatimCopySaysHowSimilarItIs() throws {
    try check(
      repository(Self.lesson.replacing("this month", with: "this year"), as: "verbatim"),
      "verbatim-changed")
  }

  @Test func aVerbatimCopyBehindItsLock() throws {
    let repository = try repository(
      Self.lesson, as: "verbatim",
      versions: [("1.0.0", Self.lesson), ("1.1.0", Self.lesson + "\nMore.\n")], lock: true)
    try update(repository)
    try check(repository, "verbatim-behind")
    try repository.write("north/episodes/05-branching.md", Self.lesson + "\nMore.\n")
    try check(repository, "verbatim-caught-up")
  }

  @Test func anAdaptedCopyBehindItsLock() throws {
    let copy = Self.lesson.replacing("this month", with: "this year")
    let repository = try repository(
      copy, as: "adapted",
      versions: [("1.0.0", Self.lesson), ("1.1.0", Self.lesson + "\nMore.\n")],
      lock: true)
    try update(repository)
    try check(repository, "adapted-behind")
  }

  @Test func upstreamRenamesALesson() throws {
    for (name, files) in [
      ("renamed-content", ["basics/episodes/02-branches.md": Self.lesson]),
      (
        "renamed-similar",
        ["basics/episodes/02-branches.md": Self.lesson.replacing("at once", with: "now")]
      ),
      (
        "renamed-alias",
        [
          "basics/episodes/02-names.md": "Something else altogether.\n",
          "basics/course.yml": Fixtures.manifest(
            "office-a/basics", "1.1.0", releases: "declared",
            more: """
              license: CC-BY-4.0
              language: en
              lessons:
                - id: names
                  path: episodes/02-names.md
                  aliases: [branching]

              """),
        ]
      ),
    ] {
      let repository = try repository(Self.lesson, as: "verbatim", lock: true)
      var texts = ["basics/course.yml": Fixtures.basics("1.1.0") + "language: en\n"]
      texts.merge(files) { $1 }
      try repository.commit(texts, removing: ["basics/episodes/02-branching.md"])
      try update(repository)
      try check(repository, name)
    }
  }

  @Test func theLocksDigestsAreHeldAgainstTheRelease() throws {
    let text = Self.lesson + "\n![Two](fig/two.svg)\n"
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.0.0"), "basics/episodes/02-branching.md": text,
      "basics/episodes/fig/two.svg": "<svg/>\n",
    ])
    try repository.commit([
      "north/course.yml": Fixtures.north(), "north/episodes/05-branching.md": text,
      "north/episodes/fig/two.svg": "<svg/>\n",
    ])
    let lock = try lockText(repository)
    let entry = try #require(try LockReader.read(Array(lock.utf8)).entries.first)
    let zeros = String(repeating: "0", count: 64)
    let later = try repository.commit(["basics/index.md": "More.\n"])
    for (name, from, to) in [
      ("integrity-asset", entry.assets[0].sha256, zeros),
      ("integrity-lesson", entry.lesson.sha256, zeros),
      ("integrity-blob", entry.lesson.blob.hex, String(zeros.prefix(40))),
      ("integrity-asset-gone", "episodes/fig/two.svg", "episodes/fig/three.svg"),
      ("integrity-commit", entry.commit.hex, later.hex),
    ] {
      try repository.write("north/academy.lock", lock.replacing(from, with: to))
      try Golden.check(Academy(repository).check("north"), "copies/\(name)")
      #expect(try lockText(repository) == lock)
    }
  }

  @Test func aMergeOfTwoLocksIsMended() throws {
    let versions = ["1.0.0", "1.1.0", "1.2.0"].map { ($0, Self.lesson) }
    let repository = try repository(Self.lesson, as: "verbatim", versions: versions, lock: true)
    let ours = String(
      decoding: try Files.read("\(repository.path)/north/academy.lock"), as: UTF8.self)
    try update(repository)
    let theirs = String(
      decoding: try Files.read("\(repository.path)/north/academy.lock"), as: UTF8.self)
    #expect(ours != theirs)
    let (a, b) = (ours.split(separator: "\n"), theirs.split(separator: "\n"))
    #expect(a.count == b.count)
    var text = ""
    for (x, y) in zip(a, b) {
      text += x == y ? "\(x)\n" : "<<<<<<< HEAD\n\(x)\n=======\n\(y)\n>>>>>>> other\n"
    }
    try repository.write("north/academy.lock", text)
    try Golden.check(Academy(repository).check("north"), "copies/lock-conflict")
    #expect(try lockText(repository) == theirs)
  }

  // MARK: - Among courses

  @Test func circlesArePrinted() throws {
    func course(_ id: String, _ from: String, _ lesson: String) -> String {
      Fixtures.manifest(
        id, "1.0.0", releases: "declared",
        more:
          "reuses:\n  - {course: \(from), version: ^1.0, as: verbatim, lessons: [\(lesson)]}\n")
    }
    let repository = try FixtureRepository()
    try repository.commit([
      "north/course.yml": course("a/one", "b/two", "branching"),
      "north/episodes/branching.md": Self.lesson,
      "two/course.yml": course("b/two", "c/three", "branching"),
      "two/episodes/branching.md": Self.lesson,
      "three/course.yml": course("c/three", "a/one", "branching"),
      "three/episodes/branching.md": Self.lesson,
    ])
    try Golden.check(
      Academy(repository).check("north").filter { $0.rule.hasSuffix("cycle") }, "copies/cycle")
    try repository.write("three/course.yml", course("c/three", "a/one", "merging"))
    try repository.write("north/episodes/merging.md", "Merge.\n")
    try repository.write("three/episodes/merging.md", "Merge.\n")
    try Golden.check(
      Academy(repository).check("north").filter { $0.rule.hasSuffix("cycle") },
      "copies/cycle-of-courses")
  }

  @Test func otherVersionsInOtherCourses() throws {
    let repository = try repository(
      Self.lesson, as: "verbatim", versions: [("1.0.0", Self.lesson), ("1.1.0", Self.lesson)],
      lock: true)
    try repository.commit([
      "south/course.yml": Fixtures.north().replacing("nso-north", with: "nso-south"),
      "south/episodes/05-branching.md": Self.lesson,
    ])
    _ = try repository.writeLock("south", Academy(repository))
    try check(repository, "mixed-versions")
  }
}
