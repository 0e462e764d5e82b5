import Framework
import SourceCore
import StructuredData
import Testing

@Suite struct ManifestTests {
  @Test("Three lines are a manifest")
  func smallest() {
    #expect(ManifestText.with("").problems.isEmpty)
    #expect(
      ManifestText(#"{"schema": "course/1", "id": "a/b", "version": "0.1.0-dev"}"#).problems.isEmpty
    )
  }

  @Test("A manifest with every field")
  func complete() {
    let manifest = ManifestText.with(
      """
      releases: declared
      versioning: semver
      title: {en: Git for Official Statistics, fr: Git pour la statistique publique, pt-BR: Git}
      description: |
        How to keep the history of one's work.
      keywords: software, data, lesson
      topics: [version-control, reproducibility]
      language: [en, fr]
      license: CC-BY-4.0
      code_license: MIT OR Apache-2.0
      authors:
        - {name: Ana Novak, orcid: 0000-0002-1825-0097, affiliation: Office A}
        - Josiah Carberry
      contact: ana.novak@example.org
      provider: {name: Office A, country: no, url: https://www.example.org}
      level: intermediate
      audience: [statistician, manager]
      lifecycle: beta
      lessons:
        - {id: introduction, path: episodes/01-introduction.md}
        - {id: branches, path: episodes/02-branches.md, aliases: [branching]}
        - episodes/03-track_changes.md
      objectives:
        - {id: merge, text: Resolve a merge conflict, bloom: apply}
        - Create a repository
      gsbpm: {version: "5.2", codes: ["5", "5.3"]}
      gamso: {version: "1.2", codes: ["3.10"]}
      competencies: [{framework: DigComp, id: "1.2", level: foundation}]
      prerequisites:
        - {course: office-b/shell, version: ^1.2 || ~2.0.1}
        - A text editor
      paths: [{id: managers, title: For managers, audience: manager, lessons: [introduction]}]
      assessment: {completion: passed, pass: 80}
      reuses:
        - course: office-b/git
          version: ^1.2
          as: adapted
          lessons: {branching: branches}
          changes: Examples use the consumer price index.
          attribution: {title: Git, author: Office B, source: https://example.org/git}
        - {course: office-c/r, version: "*", as: verbatim, lessons: [loops], url: git@example.org:c/r.git}
      translation_of: {course: office-b/git, version: ^1.2}
      x-office: anything
      """)
    #expect(manifest.problems.map(\.message) == [])
  }

  /// One wrong manifest: its lines, what is said, the help, and the lines with the fix.
  struct Case: Sendable, CustomTestStringConvertible {
    let lines: String
    let message: String
    var help: String?
    var fixed: String?
    var flagged: String?
    var isSafe = false

    var testDescription: String { lines }
  }

  static let cases = [
    Case(
      lines: "level: intermediat",
      message: "`level` must be one of basic, intermediate, advanced; `intermediat` is not",
      help: "did you mean `intermediate`?", fixed: "level: intermediate", flagged: "intermediat"),
    Case(
      lines: "level: 'Basic'",
      message: "`level` must be one of basic, intermediate, advanced; `Basic` is not",
      help: "did you mean `basic`?", fixed: "level: \"basic\"", flagged: "'Basic'", isSafe: true),
    Case(
      lines: "level: [basic]",
      message: "`level` must be one of basic, intermediate, advanced; it is a list",
      help: "write, for example, `level: basic`", flagged: "level"),
    Case(
      lines: "licence: CC-BY-4.0",
      message: "`licence` is not a field of course.yml; did you mean `license`?",
      fixed: "license: CC-BY-4.0", flagged: "licence", isSafe: true),
    Case(
      lines: "code-license: MIT",
      message: "`code-license` is not a field of course.yml; did you mean `code_license`?",
      fixed: "code_license: MIT", flagged: "code-license", isSafe: true),
    Case(
      lines: "lang: fr", message: "`lang` is not a field of course.yml; did you mean `language`?",
      fixed: "language: fr", flagged: "lang"),
    Case(
      lines: "colour: red", message: "`colour` is not a field of course.yml",
      help: "remove it, or begin its name with `x-` to keep it for yourself", flagged: "colour"),
    Case(
      lines: "license: MIT\nlicence: MIT", message: "`licence` is not a field of course.yml",
      help: "`license` is there already; keep one of the two", flagged: "licence"),
    Case(
      lines: "license: CC-BY 4.0",
      message:
        "`license` must be an SPDX licence expression; `CC-BY 4.0` is no licence that SPDX knows",
      help: "write CC-BY-4.0", fixed: "license: CC-BY-4.0", flagged: "CC-BY 4.0", isSafe: true),
    Case(
      lines: "title: 2026", message: "`title` must be text, and `2026` is read as the number 2026",
      help: "put it in quotes: \"2026\"", fixed: "title: \"2026\"", flagged: "2026", isSafe: true),
    Case(
      lines: "title: [Git]",
      message: "`title` must be text or a map of language to text; it is a list",
      flagged: "title"),
    Case(lines: "title:", message: "`title` has no value", help: "give it a value, or remove it"),
    Case(
      lines: "title: \" \"", message: "`title` is empty",
      help: "write something, or remove the line"),
    Case(
      lines: "title: {english: Git}",
      message: "the key `english` must be a language tag; `english` is no language of ISO 639",
      help: "write a code such as en, fr or es", fixed: "title: {en: Git}", flagged: "english"),
    Case(
      lines: "topics: [Version control]",
      message: "`topics[0]` must be a code of the list \"Topics\"; `Version control` is not",
      help: "did you mean `version-control`?", fixed: "topics: [version-control]", isSafe: true),
    Case(
      lines: "topics: [SDMX]",
      message: "`topics[0]` must be a code of the list \"Topics\"; `SDMX` is not",
      help: "did you mean `dissemination`?", fixed: "topics: [dissemination]"),
    Case(
      lines: "topics: Calidad",
      message: "`topics` must be a code of the list \"Topics\"; `Calidad` is not",
      help: "did you mean `quality`?", fixed: "topics: quality", isSafe: true),
    Case(
      lines: "authors: Ana Novak", message: "`authors` must be a list; `Ana Novak` is text",
      help: "write [Ana Novak]", fixed: "authors: [Ana Novak]"),
    Case(
      lines: "authors:\n  name: Ana Novak",
      message: "`authors` must be a list; it is a map of keys and values",
      help: "write, for example, `authors: [Ana Novak]`", flagged: "authors"),
    Case(
      lines: "authors: [{orcid: 0000-0002-1825-0097}]", message: "`authors[0]` has no `name`",
      help: "add `name`: the author's name", flagged: "orcid"),
    Case(
      lines: "authors: [{name: A, orcid: 0000-0002-1825-0098}]",
      message: "`authors[0].orcid` must be an ORCID iD; "
        + "the last digit of `0000-0002-1825-0098` does not fit the others",
      help: "look for a typing error; the digit guards against it"),
    Case(
      lines: "authors: [{name: A, orcidd: 0000-0002-1825-0097}]",
      message: "`orcidd` is not a field of `authors[0]`; did you mean `orcid`?",
      fixed: "authors: [{name: A, orcid: 0000-0002-1825-0097}]", flagged: "orcidd"),
    Case(
      lines: "contact: team@carpentries",
      message: "`contact` must be an e-mail address or a URL; `team@carpentries` is neither",
      help: "write it as in ana.novak@example.org"),
    Case(
      lines: "contact: www.example.org",
      message: "`contact` must be an e-mail address or a URL; `www.example.org` is neither",
      help: "write https://www.example.org", fixed: "contact: https://www.example.org"),
    Case(
      lines: "provider: {name: A, ror: 05dxps056}",
      message:
        "`provider.ror` must be a ROR id; the last two digits of `05dxps056` do not fit the rest",
      help: "look for a typing error; the digits guard against it"),
    Case(
      lines: "language: sp",
      message: "`language` must be a language tag; `sp` is no language of ISO 639",
      help: "write a code such as en, fr or es"),
    Case(
      lines: "language: [en, fr, en]", message: "`language` lists `en` twice",
      help: "remove one of the two"),
    Case(
      lines: "gsbpm: [\"5.3\"]",
      message: "`gsbpm` must be a map with `version` and `codes`; it is a list",
      help: "write, for example, `gsbpm: {version: \"5.2\", codes: [\"5.3\"]}`"),
    Case(
      lines: "gsbpm: {version: \"5.2\", codes: [5.3]}",
      message: "`gsbpm.codes[0]` must be text, and `5.3` is read as the number 5.3",
      help: "put it in quotes: \"5.3\"", fixed: "gsbpm: {version: \"5.2\", codes: [\"5.3\"]}",
      isSafe: true),
    Case(
      lines: "gsbpm: {version: \"5.2\", codes: [\"0.1\"]}",
      message: "`gsbpm.codes[0]` must be a code of the list \"GSBPM 5.2\"; `0.1` is not",
      help: "use one of 1, 2, 3, 4, 5, 6, 7, 8"),
    Case(
      lines: "gsbpm: {version: \"5.1\", codes: [\"1.9\"]}",
      message: "`gsbpm.codes[0]` must be a code of the list \"GSBPM 5.1\"; `1.9` is not",
      help: "use one of 1.1, 1.2, 1.3, 1.4, 1.5, 1.6"),
    Case(
      lines: "gamso: {version: \"1.2\", codes: [3.10]}",
      message: "`gamso.codes[0]` must be text, and `3.10` is read as the number 3.1",
      help: "put it in quotes: \"3.10\"", fixed: "gamso: {version: \"1.2\", codes: [\"3.10\"]}",
      isSafe: true),
    Case(
      lines: "assessment: {pass: 80%}",
      message: "`assessment.pass` must be a whole number; `80%` is text",
      help: "write 80", fixed: "assessment: {pass: 80}", isSafe: true),
    Case(
      lines: "assessment: {pass: 101}",
      message: "`assessment.pass` must be from 0 to 100; it is 101"),
    Case(
      lines: "assessment: passed", message: "`assessment` must be a map; `passed` is text",
      help: "write, for example, `assessment: {completion: passed, pass: 80}`"),
    Case(
      lines: "lessons: [episodes\\01.md]",
      message: "`lessons[0]` must be a path in the course's folder; `episodes\\01.md` is not: "
        + "folders are separated by `/`",
      help: "write the path from the course's folder, such as episodes/01-introduction.md",
      fixed: "lessons: [episodes/01.md]", isSafe: true),
    Case(
      lines: "lessons: [{id: my lesson, path: a.md}]",
      message: "`lessons[0].id` must be an id; `my lesson` is not: "
        + "only letters, digits, `-`, `_` and `.` may stand in it",
      help: "write it as in track-changes", fixed: "lessons: [{id: my-lesson, path: a.md}]"),
    Case(
      lines: "lessons: []", message: "`lessons` is an empty list",
      help: "add an entry, or remove the field"),
    Case(
      lines: "prerequisites: [{course: git, versoin: ^1}]",
      message: "`prerequisites[0].course` must be a course id; `git` is not: "
        + "the office's part is missing",
      help: "put your office's short name and a slash in front: office-a/git"),
    Case(
      lines: "reuses:\n  - course: office-b/git\n    version: 1.10\n    as: verbatim",
      message: "`reuses[0].version` must be text, and `1.10` is read as the number 1.1",
      help: "put it in quotes: \"1.10\"",
      fixed: "reuses:\n  - course: office-b/git\n    version: \"1.10\"\n    as: verbatim",
      isSafe: true),
    Case(
      lines: "reuses:\n  - course: office-b/git\n    version: ^1.2",
      message: "`reuses[0]` has no `as`",
      help: "add `as`: verbatim: not changed; adapted: changed; translated: in another language",
      flagged: "course"),
    Case(
      lines: "objectives: [{text: Use Git, bloom: analyse}]",
      message:
        "`objectives[0].bloom` must be one of remember, understand, apply, analyze, evaluate, "
        + "create; `analyse` is not",
      help: "did you mean `analyze`?", fixed: "objectives: [{text: Use Git, bloom: analyze}]",
      isSafe: true),
    Case(
      lines: "releases: tag", message: "`releases` must be one of tags, declared; `tag` is not",
      help: "did you mean `tags`?", fixed: "releases: tags"),
  ]

  @Test("What is said of a wrong field", arguments: cases)
  func message(_ example: Case) throws {
    let manifest = ManifestText.with(example.lines + "\n")
    let problem = try #require(manifest.problems.first)
    #expect(problem.message == example.message)
    #expect(problem.help == example.help)
    if let flagged = example.flagged { #expect(manifest.flagged(problem) == flagged) }
    guard let fixed = example.fixed else {
      #expect(problem.fix == nil)
      return
    }
    #expect(problem.fix?.applicability == (example.isSafe ? .safe : .suggestion))
    let expected = ManifestText.with(fixed + "\n")
    #expect(manifest.fixed == expected.text)
    #expect(expected.problems.isEmpty)
  }

  @Test("What is always needed is missed at the start of the file")
  func missing() throws {
    let manifest = ManifestText("id: office-a/git\n")
    #expect(
      manifest.problems.map(\.message) == [
        "`schema` is missing from course.yml", "`version` is missing from course.yml",
      ])
    #expect(manifest.problems.allSatisfy { $0.range.isEmpty && $0.keyword == "required" })
    #expect(
      manifest.problems[0].help
        == "add `schema`: the agreement that this manifest follows: course/1")
  }

  @Test("An unknown agreement is not rewritten")
  func schema() throws {
    let manifest = ManifestText("schema: course/2\nid: office-a/git\nversion: 1.0.0\n")
    let problem = try #require(manifest.problems.first)
    #expect(problem.message == "`schema` must be `course/1`; `course/2` is not")
    #expect(problem.fix == nil)
  }

  @Test(
    "A version in the wrong form",
    arguments: [
      ("1.10", "", "`version` must be text, and `1.10` is read as the number 1.1", "1.10.0"),
      ("1", "", "`version` must be text, and `1` is read as the number 1", "1.0.0"),
      (
        "v1.2", "",
        "`version` must be a semantic version; `v1.2` is not: a version begins with a number",
        "1.2.0"
      ),
      (
        "\"1.2\"", "",
        "`version` must be a semantic version; `1.2` is not: a version needs three numbers",
        "\"1.2.0\""
      ),
      (
        "2026.10", "versioning: calver\n",
        "`version` must be text, and `2026.10` is read as the number 2026.1", "\"2026.10\""
      ),
    ])
  func version(written: String, more: String, message: String, fixed: String) {
    let manifest = ManifestText("schema: course/1\nid: office-a/git\nversion: \(written)\n\(more)")
    #expect(manifest.problems.map(\.message) == [message])
    #expect(manifest.fixed == "schema: course/1\nid: office-a/git\nversion: \(fixed)\n\(more)")
    #expect(ManifestText(manifest.fixed).problems.isEmpty)
  }

  @Test("A version by the calendar needs to be said")
  func calver() throws {
    let manifest = ManifestText("schema: course/1\nid: office-a/git\nversion: 2026.1\n")
    let problem = try #require(manifest.problems.first)
    #expect(
      problem.help
        == "write 2026.1.0, or add `versioning: calver` and write \"2026.1\" in quotes")
    #expect(problem.fix?.applicability == .suggestion)
  }

  @Test("`no` is Norwegian, and a country")
  func norway() {
    #expect(
      ManifestText.with("language: no\nprovider: {name: SSB, country: no}\n").problems.isEmpty)
  }

  @Test("A pointer escapes what JSON pointers use")
  func pointer() {
    let manifest = ManifestText.with("provider: {name: A, a/b~c: 1}\n")
    #expect(manifest.problems.map(\.pointer) == ["/provider/a~1b~0c"])
  }

  @Test("An unknown field can be told from a wrong one")
  func unknown() {
    let manifest = ManifestText.with("colour: red\nlevel: hard\n")
    #expect(manifest.problems.map(\.isUnknownField) == [true, false])
  }

  @Test("A manifest that is no map")
  func noMap() {
    let message = "course.yml must be a map with `schema`, `id` and `version`; it is a list"
    #expect(ManifestText("- a\n").problems.map(\.message) == [message])
  }

  @Test("Whatever stands in a field, something is said and nothing breaks")
  func anything() throws {
    let document = try #require(JSONParser.parse(Array(Framework.builtinText.utf8)).root)
    let fields = try #require(document["schemas"]?["course"]?["properties"]?.object)
    let values = [
      "", "true", "12", "1.5", ".inf", "text", "\"\"", "[]", "{}", "[[]]", "[{}]", "{a: b}",
      "[1, 1]",
      "{name: [], course: 3}", "[{id: {}, path: 7, text: [], course: !!int 1}]", "|\n  a\n  b\n",
      "&a [*a]",
    ]
    for field in fields {
      for value in values {
        let manifest = ManifestText("schema: course/1\nid: a/b\n\(field.key): \(value)\n")
        for problem in manifest.problems {
          #expect(problem.range.end <= manifest.text.utf8.count && !problem.message.isEmpty)
        }
        _ = manifest.fixed
      }
    }
  }

  @Test func onlyTheFirstHundredWrongCodesGetAHint() {
    let codes = Array(repeating: "  - statistican\n", count: 101).joined()
    let problems = ManifestText.with("audience:\n" + codes).problems.filter { $0.keyword == "enum" }
    #expect(problems.count == 101)
    #expect(problems.count { $0.help == "did you mean `statistician`?" } == 100)
    #expect(problems.last?.fix == nil)
  }
}
