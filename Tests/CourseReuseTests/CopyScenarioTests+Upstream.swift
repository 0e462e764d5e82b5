import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

/// What becomes of copies when upstream renames, and of locks and digests.
extension CopyScenarioTests {
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
}
