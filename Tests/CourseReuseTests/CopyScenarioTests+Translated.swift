import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

/// What becomes of translations.
extension CopyScenarioTests {
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

  func update(_ repository: FixtureRepository) throws {
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
}
