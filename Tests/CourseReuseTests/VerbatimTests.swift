import CourseModel
import CourseReuse
import SourceCore
import TestSupport
import Testing

@Suite struct VerbatimTests {
  /// Findings of `reuse/verbatim` for a copy of `Fixtures.branching`.
  private func findings(_ copy: String) throws -> [Diagnostic] {
    let repository = try Fixtures.academy(copy: copy)
    return try Academy(repository).check("north").of("reuse/verbatim")
  }

  @Test func oneChangedWordIsAnErrorThatNamesLessonLineAndRelease() throws {
    let found = try findings(
      Fixtures.branching.replacing("a name for a commit", with: "a label for a commit"))
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding.severity == .error)
    #expect(finding.path == "north/episodes/05-branching.md")
    #expect((finding.line, finding.column, finding.endColumn) == (7, 15, 20))
    #expect(
      finding.message
        == "lesson `branching` is not `office-a/basics` 1.0.0 verbatim: they differ first in line 7"
    )
    #expect(
      finding.notes.map(\.text) == [
        "`office-a/basics` 1.0.0, episodes/02-branching.md line 7: "
          + "A branch is a name for a commit.",
        "here, line 7: A branch is a label for a commit.", "both share 71 % of their words",
      ])
    #expect(finding.help?.contains("as: adapted") == true)
  }

  @Test func placeDoesNotCount() throws {
    for copy in [
      Fixtures.branching,
      Fixtures.branching.replacing("\n", with: "\r\n"),
      "\u{FEFF}" + Fixtures.branching,
      String(Fixtures.branching.dropLast()),
      Fixtures.branching + "\n\n",
      Fixtures.branching.replacing("title: Branching", with: "title: \"Les branches\""),
      Fixtures.branching.replacing(
        "title: Branching\nteaching: 10\nexercises: 5", with: "exercises: 20\ntitle: B\nteaching: 1"
      ),
      Fixtures.branching.replacing("title: Branching", with: "id: branching\norder: 3\nlang: en"),
    ] {
      #expect(try findings(copy).map(\.message) == [], "\(copy)")
    }
  }

  @Test func frontMatterCountsOtherwise() throws {
    let found = try findings(
      Fixtures.branching.replacing("teaching: 10", with: "license: MIT\nteaching: 10"))
    #expect(
      found.map(\.message) == [
        "lesson `branching` is not `office-a/basics` 1.0.0 verbatim: `license` differs in the "
          + "front matter, line 3"
      ])
    #expect(found.first?.excerpt == "license: MIT")
  }

  @Test func linesAddedOrMissingAtTheEnd() throws {
    let added = try findings(Fixtures.branching + "\nOne more.\n")
    #expect(added.map(\.line) == [11])
    #expect(added.first?.excerpt == "One more.")
    let missing = try findings(
      Fixtures.branching.replacing("\n\nMake one, and switch to it.\n", with: "\n"))
    #expect(missing.map(\.line) == [7])
    #expect(missing.first?.notes.dropLast().last?.text == "here the lesson ends with line 7")
    #expect(
      missing.first?.notes.first?.text.hasSuffix("line 9: Make one, and switch to it.") == true)
  }

  // MARK: - Links

  private static let linked = """
    Read [the basics](01-start.md#why) first, then [setup](../learners/setup.md).

    ![Two branches](fig/branches.svg)

    More in [merging](03-merging.md) and [remotes][r].

    [r]: 04-remotes.md

    """

  private static let upstream = [
    "basics/course.yml": Fixtures.basics("1.0.0"),
    "basics/config.yaml": "url: https://office-a.example/basics\n",
    "basics/episodes/01-start.md": "# Why\n\nBecause.\n",
    "basics/episodes/02-branching.md": linked,
    "basics/episodes/03-merging.md": "Merge.\n",
    "basics/episodes/04-remotes.md": "Push.\n",
    "basics/episodes/fig/branches.svg": "<svg/>\n",
    "basics/learners/setup.md": "Install Git.\n",
  ]

  /// Findings for a copy of `linked`, renumbered, beside renamed copies of start and merging.
  private func linkFindings(
    _ copy: String, picture: String = "<svg/>\n", more: [String: String] = [:]
  ) throws -> [Diagnostic] {
    let repository = try FixtureRepository()
    try repository.commit(Self.upstream)
    let files = [
      "north/course.yml": Fixtures.north(
        lessons: "{start: welcome, branching: branching, merging: merge}"),
      "north/episodes/05-welcome.md": "# Why\n\nBecause.\n",
      "north/episodes/06-branching.md": copy,
      "north/episodes/07-merge.md": "Merge.\n",
      "north/episodes/pictures/two.svg": picture,
    ]
    try repository.commit(files.merging(more) { $1 })
    return try Academy(repository).check("north").of("reuse/verbatim")
  }

  private static let copy =
    linked
    .replacing("01-start.md", with: "05-welcome.md").replacing("03-merging.md", with: "07-merge.md")
    .replacing("fig/branches.svg", with: "pictures/two.svg")

  @Test func renumberedLessonsAndRenamedPicturesAreEqual() throws {
    #expect(try linkFindings(Self.copy).map(\.message) == [])
    // As the built site spells it.
    let built = Self.copy.replacing("07-merge.md", with: "07-merge.html")
    #expect(try linkFindings(built).map(\.message) == [])
  }

  @Test func aLinkToALessonNotTakenMayBecomeItsAddress() throws {
    let copy = Self.copy.replacing(
      "04-remotes.md", with: "https://office-a.example/basics/04-remotes.html")
    #expect(try linkFindings(copy).map(\.message) == [])
    let wrong = try linkFindings(Self.copy.replacing("04-remotes.md", with: "https://example.org/"))
    #expect(
      wrong.map(\.message) == [
        "lesson `branching` is not `office-a/basics` 1.0.0 verbatim: the link in line 7 should "
          + "lead to `https://office-a.example/basics/04-remotes.html`"
      ])
    #expect(
      wrong.first?.fix?.edits.map(\.replacement) == [
        "https://office-a.example/basics/04-remotes.html"
      ])
  }

  @Test func aLinkToTheWrongLessonIsNamed() throws {
    let found = try linkFindings(Self.copy.replacing("07-merge.md", with: "05-welcome.md"))
    #expect(
      found.map(\.message) == [
        "lesson `branching` is not `office-a/basics` 1.0.0 verbatim: the link in line 5 should "
          + "lead to `07-merge.md`"
      ])
    #expect((found.first?.column, found.first?.endColumn) == (19, 32))
    // The same text can lead to another lesson than it does upstream.
    let same = try linkFindings(
      Self.copy.replacing("07-merge.md", with: "03-merging.md"),
      more: ["north/episodes/03-merging.md": "Something else.\n"])
    #expect(same.map(\.line) == [5])
    let anchor = try linkFindings(Self.copy.replacing("#why", with: "#what"))
    #expect(anchor.map(\.line) == [1])
  }

  @Test func aDifferentPictureIsNamed() throws {
    let found = try linkFindings(Self.copy, picture: "<svg><path/></svg>\n")
    #expect(
      found.map(\.message) == [
        "`episodes/pictures/two.svg` in lesson `branching` is not the file of `office-a/basics` "
          + "1.0.0 (`episodes/fig/branches.svg`)"
      ])
    #expect((found.first?.line, found.first?.column) == (3, 17))
  }

  @Test func theAddressOfAnExternalLinkIsContent() throws {
    let text = Fixtures.branching.replacing("commit", with: "[commit](https://git-scm.com/a)")
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.0.0"), "basics/episodes/02-branching.md": text,
    ])
    try repository.commit([
      "north/course.yml": Fixtures.north(),
      "north/episodes/05-branching.md": text.replacing("/a)", with: "/b)"),
    ])
    let found = try Academy(repository).check("north").of("reuse/verbatim")
    #expect(found.map(\.line) == [7])
  }
}
