import CourseModel
import Framework
import Identifiers
import SourceCore
import TestSupport
import Testing

@Suite struct CourseReaderTests {
  private func course(_ files: [String: String]) -> Course {
    let tree = MemoryTree(files)
    let found = CourseDiscovery.courses(in: tree.entries)
    return CourseReader(limit: 1_000_000).read(found[0], among: found, in: tree)
  }

  @Test func aWorkbenchLessonNeedsNoManifest() {
    let course = course([
      "config.yaml": "title: Prices\nlife_cycle: alpha\nlang: fr\nepisodes:\n- b.md\n- a.md\n",
      "episodes/a.md": "# A\n", "episodes/b.md": "# B\n", "episodes/fig/x.svg": "<svg/>",
      "index.md": "Hello\n", "learners/setup.md": "Set up\n", "README.md": "Read me\n",
    ])
    #expect(course.layout == .workbench)
    #expect(course.metadata.title == "Prices")
    #expect(course.metadata.effectiveLanguage == "fr")
    #expect(course.metadata.effectiveLifecycle == .alpha)
    #expect(
      course.pages.map(\.path.string) == [
        "index.md", "episodes/b.md", "episodes/a.md", "learners/setup.md",
      ])
    #expect(course.pages.map(\.kind) == [.index, .lesson, .lesson, .learner])
  }

  @Test func aLessonThatTheListLeavesOutIsADraft() {
    let course = course([
      "config.yaml": "episodes: [a.md]\n", "episodes/a.md": "", "episodes/z.md": "",
    ])
    #expect(course.lessons.map(\.isListed) == [true, false])
  }

  @Test func theManifestWinsOverTheConfiguration() {
    let course = course([
      "course.yml": """
      schema: course/1
      id: office-a/prices
      version: 1.2.0
      title: {en: Prices, fr: Prix}
      language: fr
      releases: declared
      lessons:
        - {id: second, path: episodes/b.md}
        - episodes/01-a.md
      """,
      "config.yaml": "title: Template\nepisodes:\n- 01-a.md\n- b.md\n",
      "episodes/01-a.md": "", "episodes/b.md": "",
    ])
    #expect(course.metadata.id?.value == "office-a/prices")
    #expect(course.metadata.version?.value == SemVer("1.2.0"))
    #expect(course.metadata.title == "Prix")
    #expect(course.metadata.releases == .declared)
    #expect(course.metadata.effectiveLifecycle == .stable)
    #expect(course.lessons.map(\.path.string) == ["episodes/b.md", "episodes/01-a.md"])
    #expect(course.listed.map(\.id) == ["second", "a"])
  }

  @Test func aVersionIsReadAsWritten() {
    let quoted = course(["course.yml": "version: \"0.10.0\"\n", "a.md": ""])
    #expect(quoted.metadata.version?.value == SemVer("0.10.0"))
    #expect(quoted.metadata.effectiveLifecycle == .beta)
    let calendar = course(["course.yml": "version: 2026.1\nversioning: calver\n", "a.md": ""])
    #expect(calendar.metadata.version?.value == SemVer("2026.1.0"))
  }

  @Test func aPlainFolderIsACourseOfItsPages() {
    let course = course([
      "b.qmd": "", "a.md": "", "sub/c.Rmd": "",
      "README.md": "", "LICENSE.md": "", "_build/x.md": "", ".github/y.md": "", "data.csv": "",
    ])
    #expect(course.layout == .plain)
    #expect(course.lessons.map(\.path.string) == ["a.md", "b.qmd", "sub/c.Rmd"])
    #expect(course.pages.first?.path.string == "README.md")
    #expect(course.pages.first?.kind == .index)
  }

  @Test func everyFolderWithAManifestIsACourseOfItsOwn() {
    let tree = MemoryTree([
      "courses/a/course.yml": "id: x/a\n", "courses/a/one.md": "",
      "courses/a/inner/course.yml": "id: x/inner\n", "courses/a/inner/two.md": "",
      "old/config.yaml": "title: Old\n", "old/episodes/1.md": "", "README.md": "",
    ])
    let found = CourseDiscovery.courses(in: tree.entries)
    #expect(found.map(\.folder.string) == ["courses/a", "courses/a/inner", "old"])
    let outer = CourseReader(limit: 1000).read(found[0], among: found, in: tree)
    #expect(outer.pages.map(\.path.string) == ["one.md"])
  }

  @Test func reusesAreReadWithMapsAndLists() throws {
    let course = course([
      "course.yml": """
      id: b/copy
      reuses:
        - course: a/original
          version: ^1.2
          as: adapted
          lessons: {branching: branches}
          changes: Other data.
        - course: a/other
          lessons: [one, two]
      """, "a.md": "",
    ])
    let reuses = course.metadata.reuses
    try #require(reuses.count == 2)
    #expect(reuses[0].kind == .adapted)
    #expect(reuses[0].version == "^1.2")
    #expect(reuses[0].lessons.map(\.upstream) == ["branching"])
    #expect(reuses[0].lessons.map(\.own) == ["branches"])
    #expect(reuses[1].kind == .verbatim)
    #expect(reuses[1].version == "*")
    #expect(reuses[1].lessons.map(\.own) == ["one", "two"])
  }

  @Test func objectivesAndPrerequisitesAreReadWithTheirPlaces() throws {
    let course = course([
      "course.yml": """
      id: office-a/prices
      version: 0.1.0
      objectives:
        - Explain an index
        - {id: chain, text: {en: Chain an index, fr: Chaîner un indice}, bloom: apply}
        - {id: nothing}
      prerequisites:
        - Can open a file
        - {course: office-a/git, version: ^1.2}
        - {course: office-a/r}
      """, "a.md": "",
    ])
    let manifest = try #require(course.manifest)
    let objectives = course.metadata.objectives
    #expect(objectives.map(\.id) == [nil, "chain"])
    #expect(
      objectives.map(\.texts) == [["Explain an index"], ["Chain an index", "Chaîner un indice"]])
    #expect(objectives.map { manifest.text.string($0.range) } == ["Explain an index", "chain"])
    let needed = course.metadata.prerequisites
    #expect(needed.map(\.text) == ["Can open a file", nil, nil])
    #expect(needed.map { $0.course?.value } == [nil, "office-a/git", "office-a/r"])
    #expect(needed.map { $0.version?.value } == [nil, "^1.2", nil])
  }

  @Test func theCarpentriesSayRetired() {
    let course = course(["config.yaml": "life_cycle: 'retired'\n", "episodes/a.md": ""])
    #expect(course.metadata.effectiveLifecycle == .deprecated)
  }

  @Test func anEmptyTreeHasNoCourse() {
    #expect(CourseDiscovery.courses(in: MemoryTree([String: String]()).entries).isEmpty)
    #expect(CourseDiscovery.courses(in: MemoryTree(["LICENSE": "x"]).entries).isEmpty)
  }
}
