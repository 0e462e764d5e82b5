import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

/// What becomes of copies, with one golden file each: here of adapted ones.
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
  func repository(
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

  func lockText(_ repository: FixtureRepository) throws -> String {
    try repository.writeLock("north", Academy(repository))
  }

  func check(_ repository: FixtureRepository, _ name: String) throws {
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
}
