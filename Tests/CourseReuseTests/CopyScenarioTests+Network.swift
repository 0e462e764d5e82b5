import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

/// What is told of copies among courses, and of what they are made of.
extension CopyScenarioTests {
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

  @Test func `a verbatim copy shows another picture`() throws {
    let repository = try Fixtures.academy(
      copy: Fixtures.branching + "![Two](fig/two.svg)\n")
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.1.0"),
      "basics/episodes/02-branching.md": Fixtures.branching + "![Two](fig/two.svg)\n",
      "basics/episodes/fig/two.svg": "<svg/>\n", "north/episodes/fig/two.svg": "<svg>2</svg>\n",
    ])
    try Golden.check(
      Academy(repository).check("north").of("reuse/verbatim"), "copies/verbatim-picture")
  }

  @Test func `a verbatim copy links elsewhere`() throws {
    let repository = try Fixtures.academy(
      copy: Fixtures.branching + "See [tags](https://example.org/tags).\n", range: "1.1.0")
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.1.0"),
      "basics/episodes/02-branching.md":
        Fixtures.branching + "See [tags](https://example.org/labels).\n",
    ])
    try Golden.check(
      Academy(repository).check("north").of("reuse/verbatim"), "copies/verbatim-link")
  }

  @Test func `an object of the locked release is missing`() throws {
    let repository = try Fixtures.locked()
    // The release is another commit's, so that only a look at it finds the object missing.
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.1.0"), "basics/episodes/02-branching.md": "New.\n",
    ])
    let blob = try repository.writeBlob(Fixtures.branching).hex
    Files.remove("\(repository.gitDirectory)/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
    try Golden.check(Academy(repository).check("north"), "copies/integrity-object-missing")
  }

  @Test func `one version has two tags and one tree`() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Fixtures.manifest("office/loops", "1.0.0")])
    try repository.tag("1.0.0")
    try repository.tag("v1.0.0")
    try Golden.check(Academy(repository).check(""), "releases/two-tags-one-tree")
  }
}
