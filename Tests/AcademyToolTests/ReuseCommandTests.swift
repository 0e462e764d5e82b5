import GitStore
import SourceCore
import TestSupport
import Testing

/// The commands that start, update and give back; what they say is in golden files.
@Suite struct ReuseCommandTests {
  private func golden(
    _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try GoldenOutput.check(actual, "reuse/\(name)", sourceLocation: sourceLocation)
  }

  // MARK: - add

  @Test func addCopiesTheLessonAndWhatItNeeds() throws {
    let office = try OfficeFixture()
    let outcome = try office.run(
      "reuse", "add", "office-a/basics#branching", "start", "--as", "verbatim", "--course",
      "nso-north/workshop")
    try golden(office.said(outcome), "add")
    try golden(office.text("north/course.yml"), "add-course.yml")
    try golden(office.text("north/config.yaml"), "add-config.yaml")
    try golden(office.text("north/episodes/02-branching.md"), "add-lesson")
    #expect(try office.text("north/episodes/fig/two.svg") == "<svg/>\n")
    #expect(try office.text("north/episodes/03-start.md") == "Begin here.\n")
    let check = try office.run("reuse", "check", "--locked")
    #expect(check.status == 0, "\(check)")
  }

  @Test func addTakesARangeAPathAndChanges() throws {
    let office = try OfficeFixture()
    try office.release()
    let outcome = try office.run(
      "reuse", "add", "office-a/basics@~1.0#branching", "--as", "translated", "--to",
      "episodes/branches.md", "--course", "nso-south/cours", "--changes", "En français.")
    try golden(office.said(outcome), "add-range")
    try golden(office.text("south/course.yml"), "add-range-course.yml")
    #expect(try office.text("south/episodes/branches.md").contains("a name for a commit"))
    #expect(try office.text("south/academy.lock").contains("\"version\": \"1.0.0\""))
  }

  @Test func addKeepsALicence() throws {
    let office = try OfficeFixture()
    try office.repository.commit([
      "basics/course.yml": OfficeFixture.manifest("office-a/basics", "1.1.0")
        .replacing("CC-BY-4.0", with: "CC-BY-SA-4.0")
    ])
    let outcome = try office.run(
      "reuse", "add", "office-a/basics#branching", "--as", "verbatim", "--course",
      "nso-north/workshop")
    try golden(office.said(outcome), "add-keeps-licence")
    #expect(
      try office.text("north/episodes/02-branching.md").hasPrefix("---\nlicense: CC-BY-SA-4.0\n"))
    let check = try office.run("reuse", "check", "--locked")
    #expect(check.status == 0, "\(check)")
  }

  @Test func addRefusesWhatALicenceForbids() throws {
    let office = try OfficeFixture()
    try office.repository.commit([
      "basics/course.yml": OfficeFixture.manifest("office-a/basics", "1.1.0")
        .replacing("CC-BY-4.0", with: "CC-BY-ND-4.0")
    ])
    let before = try office.text("north/course.yml")
    let outcome = try office.run(
      "reuse", "add", "office-a/basics#branching", "--as", "adapted", "--course",
      "nso-north/workshop")
    try golden(office.said(outcome), "add-forbidden")
    #expect(try office.text("north/course.yml") == before)
  }

  @Test func addRefusesWhatItCannotFindOrWouldOverwrite() throws {
    let office = try OfficeFixture()
    for (name, arguments) in [
      ("add-no-lesson", ["office-a/basics#branchng", "--as", "verbatim"]),
      ("add-no-course", ["office-a/basic#branching", "--as", "verbatim"]),
      ("add-no-version", ["office-a/basics@^2#branching", "--as", "verbatim"]),
      ("add-no-range", ["office-a/basics@latest!#branching", "--as", "verbatim"]),
      (
        "add-there-already",
        ["office-a/basics#branching", "--as", "verbatim", "--to", "episodes/01-welcome.md"]
      ),
      ("add-no-name", ["branching", "--as", "verbatim"]),
    ] {
      let outcome = try #require(ToolRunner()).run(
        ["reuse", "add"] + arguments + ["--course", "nso-north/workshop"],
        in: office.repository.path)
      try golden(office.said(outcome), name)
      #expect(outcome.status == 2)
    }
    #expect(
      try office.text("north/course.yml")
        == OfficeFixture.manifest("nso-north/workshop", "0.1.0-dev"))
  }

  // MARK: - outdated, diff, update

  @Test func outdatedAndDiffShowWhatIsNew() throws {
    let office = try OfficeFixture()
    try office.adopt(as: "adapted", changes: "Wages.")
    try golden(office.said(office.run("reuse", "outdated")), "outdated-nothing")
    try office.repository.commit([
      "north/episodes/02-branching.md": office.text("north/episodes/02-branching.md")
        .replacing("Delete it when", with: "Remove it when")
    ])
    try office.release()
    try office.release(OfficeFixture.newer + "\nMore.\n", "2.0.0")
    try golden(office.said(office.run("reuse", "outdated")), "outdated")
    try golden(office.said(office.run("reuse", "outdated", "--format", "json")), "outdated-json")
    try golden(office.said(office.run("reuse", "diff", "office-a/basics#branching")), "diff")
    try golden(
      office.said(office.run("reuse", "diff", "nso-north/workshop#branching", "--to", "2.0.0")),
      "diff-to")
    try golden(office.said(office.run("reuse", "diff", "--own", "branching")), "diff-own")
    try golden(office.said(office.run("reuse", "check", "--sections")), "check-sections")
    try golden(office.said(office.run("reuse", "diff", "nothing")), "diff-nothing")
  }

  @Test func updateMovesTheLockAndNothingElse() throws {
    let office = try OfficeFixture()
    try office.adopt(as: "adapted", changes: "Wages.")
    let lesson = try office.text("north/episodes/02-branching.md")
    try office.release()
    let locked = try office.run("reuse", "update", "--locked")
    try golden(office.said(locked), "update-locked")
    try golden(office.said(office.run("reuse", "update", "office-a/basics")), "update")
    #expect(try office.text("north/academy.lock").contains("\"version\": \"1.1.0\""))
    #expect(try office.text("north/episodes/02-branching.md") == lesson)
    try golden(office.said(office.run("reuse", "update")), "update-again")
    try golden(
      office.said(office.run("reuse", "update", "office-a/basics", "--precise", "1.0.0")),
      "update-precise")
    #expect(try office.text("north/academy.lock").contains("\"version\": \"1.0.0\""))
    try golden(
      office.said(office.run("reuse", "update", "office-a/basics", "--precise", "3.0.0")),
      "update-not-allowed")
    try golden(
      office.said(office.run("reuse", "update", "office-a/basics", "--precise", "1.5.0")),
      "update-no-release")
    try golden(office.said(office.run("reuse", "update", "office-x/none")), "update-no-course")
  }

  // MARK: - pull

  @Test func pullBringsAVerbatimLesson() throws {
    let office = try OfficeFixture()
    try office.adopt(as: "verbatim", to: "episodes/07-branches.md")
    try office.release()
    let head = try office.repository.head
    let outcome = try office.run("reuse", "pull")
    try golden(office.said(outcome), "pull-verbatim")
    #expect(try office.repository.head == head)
    let text = try office.text("north/episodes/07-branches.md", in: "reuse/basics-1.1.0")
    #expect(
      text.contains("a movable name") && text.contains("office-a.example/basics/01-start.html"))
    #expect(
      try office.text("north/episodes/fig/two.svg", in: "reuse/basics-1.1.0")
        == "<svg><g/></svg>\n")
    try office.repository.detachHead(at: try office.commit("reuse/basics-1.1.0"))
    for path in [
      "north/episodes/07-branches.md", "north/episodes/fig/two.svg", "north/academy.lock",
    ] {
      try office.repository.write(path, try office.text(path, in: "reuse/basics-1.1.0"))
    }
    let check = try office.run("reuse", "check", "--locked")
    #expect(check.status == 0 && check.output.contains("nothing found"), "\(check)")
  }

  @Test func pullMergesAnAdaptedLesson() throws {
    let office = try OfficeFixture()
    try office.adopt(as: "adapted", changes: "Removal.")
    try office.repository.commit([
      "north/episodes/02-branching.md": office.text("north/episodes/02-branching.md")
        .replacing("title: Branching", with: "title: Our branches")
        .replacing("Delete it when", with: "Remove it when")
    ])
    try office.release()
    // The lock may have been moved on before.
    #expect(try office.run("reuse", "update").status == 0)
    try office.commitAll()
    try golden(office.said(office.run("reuse", "pull", "branching")), "pull-adapted")
    try golden(
      office.text("north/episodes/02-branching.md", in: "reuse/basics-1.1.0"),
      "pull-adapted-lesson")
    #expect(
      try !office.text("north/academy.lock", in: "reuse/basics-1.1.0").contains("checked"))
  }

  @Test func pullMarksAConflict() throws {
    let office = try OfficeFixture()
    try office.adopt(as: "adapted", changes: "Wages.")
    try office.repository.commit([
      "north/episodes/02-branching.md": office.text("north/episodes/02-branching.md")
        .replacing("a branch for prices", with: "a branch for wages")
    ])
    try office.release()
    let outcome = try office.run("reuse", "pull", "--branch", "take")
    #expect(outcome.status == 1)
    try golden(office.said(outcome), "pull-conflict")
    try golden(
      office.text("north/episodes/02-branching.md", in: "take"), "pull-conflict-lesson")
    try golden(office.said(office.run("reuse", "pull", "--branch", "take")), "pull-branch-exists")
  }

  @Test func pullOverwritesNothingUncommitted() throws {
    let office = try OfficeFixture()
    try office.adopt(as: "verbatim")
    try office.release()
    let text = try office.text("north/episodes/02-branching.md") + "\nNot committed.\n"
    try office.repository.write("north/episodes/02-branching.md", text)
    let outcome = try office.run("reuse", "pull")
    try golden(office.said(outcome), "pull-uncommitted")
    #expect(try office.text("north/episodes/02-branching.md") == text)
  }

  @Test func pullMovesATranslationsMarks() throws {
    let office = try OfficeFixture()
    let added = try office.run(
      "reuse", "add", "office-a/basics@^1.0#branching", "--as", "translated", "--course",
      "nso-south/cours")
    #expect(added.status == 0, "\(added)")
    let outdated = try office.run("reuse", "outdated")
    #expect(
      outdated.output == """
        every reused lesson is up to date
        nso-south/cours: not translated yet of office-a/basics 1.0.0: start, tags

        """)
    try office.repository.write(
      "south/episodes/branching.md",
      office.text("south/episodes/branching.md")
        .replacing("A branch is a name for a commit. See", with: "Une branche est un nom. Voir")
        .replacing("That makes a branch for prices.", with: "Cela crée une branche.")
        .replacing("Delete it when it is merged.", with: "Supprimez-la ensuite."))
    try office.commitAll()
    try office.release()
    try golden(office.said(office.run("reuse", "pull")), "pull-translated")
    try office.repository.write(
      "south/academy.lock", office.text("south/academy.lock", in: "reuse/basics-1.1.0"))
    try golden(office.said(office.run("reuse", "check")), "pull-translated-check")
    try golden(office.said(office.run("reuse", "mark", "branching")), "mark-refused")
    try golden(office.said(office.run("reuse", "mark", "branching", "--unchanged")), "mark")
    #expect(try office.run("reuse", "check", "--fail-on", "warning").status == 0)
  }

  // MARK: - contribute

  @Test func contributeWritesAPatchForUpstream() throws {
    let office = try OfficeFixture()
    try office.adopt(as: "adapted", changes: "Wages.", to: "episodes/09-ours.md")
    try office.repository.commit([
      "north/episodes/09-ours.md": office.text("north/episodes/09-ours.md")
        .replacing("title: Branching", with: "title: Ours")
        .replacing(
          "Delete it when",
          with: "As with [tags](https://office-a.example/basics/03-tags.html#why), delete it when")
    ])
    try golden(office.said(office.run("reuse", "contribute", "ours")), "contribute")
    // What upstream has changed elsewhere since does not matter.
    try office.repository.commit([
      "basics/episodes/02-branching.md": OfficeFixture.branching.replacing(
        "a name for", with: "a movable name for")
    ])
    try golden(office.said(office.run("reuse", "contribute", "ours")), "contribute-to-the-tip")
    try office.repository.commit([
      "basics/episodes/02-branching.md": OfficeFixture.branching.replacing(
        "Delete it", with: "Drop it")
    ])
    try golden(office.said(office.run("reuse", "contribute", "ours")), "contribute-conflict")
  }

  // MARK: - Steps

  @Test func aStepThatWasBrokenOffIsFinished() throws {
    let office = try OfficeFixture()
    let folder = "\(office.repository.gitDirectory)/academy"
    try Files.write("\(folder)/step-0", Array("New.\n".utf8))
    try Files.write("\(folder)/step-1", Array("Also new.\n".utf8))
    try Files.write(
      "\(folder)/step.json",
      Array(
        """
        {"step": 1, "files": [
          {"path": "north/episodes/new.md", "before": ""},
          {"path": "north/episodes/deep/also.md", "before": ""}
        ]}
        """.utf8))
    #expect(try office.run("lint").status != 2)
    #expect(try office.text("north/episodes/new.md") == "New.\n")
    #expect(try office.text("north/episodes/deep/also.md") == "Also new.\n")
    #expect((try? Files.read("\(folder)/step.json")) == nil)
  }

  @Test func aStepNeverOverwritesWhatWasEditedSince() throws {
    let office = try OfficeFixture()
    let folder = "\(office.repository.gitDirectory)/academy"
    try Files.write("\(folder)/step-0", Array("New.\n".utf8))
    try Files.write(
      "\(folder)/step.json",
      Array(
        "{\"step\": 1, \"files\": [{\"path\": \"north/episodes/01-welcome.md\", \"before\": \"00\"}]}"
          .utf8))
    try golden(office.said(office.run("lint")), "step-edited")
    #expect(try office.text("north/episodes/01-welcome.md") == "Welcome.\n")
  }
}

extension OfficeFixture {
  /// The commit that a branch is at.
  func commit(_ branch: String) throws -> ObjectID {
    try #require(try Repository.discover(from: repository.path)).commit(branch).id
  }
}
