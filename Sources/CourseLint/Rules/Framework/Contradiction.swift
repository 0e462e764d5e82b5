import CourseModel
import Framework
import SourceCore
import StructuredData

/// Flags a fact that two files of a course state differently.
struct Contradiction: CourseRule {
  static let info = RuleInfo(
    id: "framework/contradiction",
    summary: "Two files of the course say different things.",
    why: """
      `course.yml` counts for the catalogue, `config.yaml` for the Workbench's site and \
      `CITATION.cff` for those who cite the course. Where they differ, every reader sees another \
      course: another licence, another order of lessons, an address that nobody answers.
      """,
    severity: .warning, scope: .course,
    source: "Course format 1, \"Little is asked, much is inferred\"")

  private static let start = "schema: course/1\nid: office-a/weights\nversion: 1.2.0\n"
  private static let lesson = Example.File("episodes/01-weights.md", "Text.\n")

  static let examples: [Example] = [
    .good(files: [
      .init(
        "course.yml", start + "title: Sampling Weights\nlicense: CC-BY-4.0\ncode_license: MIT\n"),
      .init("config.yaml", "title: 'Sampling weights'\nlicense: 'CC-BY 4.0'\n"),
      .init(
        "CITATION.cff", "cff-version: 1.2.0\ntitle: Sampling weights\nlicense: [CC-BY-4.0, MIT]\n"),
      lesson,
    ]),
    .good(files: [
      .init(
        "course.yml",
        start
          + "title: {en: Weights, fr: Poids}\nlanguage: fr\nkeywords: [poids, sondage, calage]\n"),
      .init("config.yaml", "title: Poids\nlang: fr-CA\nkeywords: 'sondage, poids'\n"), lesson,
    ]),
    .good(files: [
      .init("course.yml", "schema: course/1\nid: oficina/pesos\nversion: 1.3.0-dev\n"),
      .init("config.yaml", "title: Pesos\nlang: es\ncontact: team@carpentries.org\n"),
      .init("CITATION.cff", "cff-version: 1.2.0\ntitle: Pesos\nversion: 1.2.0\n"), lesson,
    ]),
    .bad(files: [
      .init("config.yaml", "title: ⟦Survey weights⟧\nlife_cycle: ⟦stable⟧\n"),
      .init("course.yml", start + "title: Sampling weights\nlifecycle: beta\n"), lesson,
    ]),
    .bad(files: [
      .init("config.yaml", "title: Poids\nlang: ⟦'en'⟧\nlicense: ⟦'CC-BY-SA-4.0'⟧\n"),
      .init("course.yml", start + "title: Poids\nlanguage: fr\nlicense: CC-BY-4.0\n"), lesson,
    ]),
    .bad(files: [
      .init(
        "CITATION.cff",
        "cff-version: 1.2.0\ntitle: Pesos\nversion: ⟦1.1.0⟧\nkeywords: ⟦[muestreo, encuestas]⟧\n"),
      .init("course.yml", start + "title: Pesos\nlanguage: es\nkeywords: [pesos, muestreo]\n"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Weights\n⟦episodes⟧:\n- 02-how.md\n- 01-why.md\n"),
      .init(
        "course.yml",
        start + "lessons:\n  - path: episodes/01-why.md\n  - path: episodes/02-how.md\n"),
      .init("episodes/01-why.md", "Text.\n"), .init("episodes/02-how.md", "Text.\n"),
    ]),
  ]

  /// A fact, with the field's name in the manifest, in `config.yaml` and in `CITATION.cff`.
  private struct Fact {
    let kind: StatedValue.Kind
    let names: (manifest: String, config: String?, citation: String?)
  }

  private static let facts: [Fact] = [
    Fact(kind: .title, names: ("title", "title", "title")),
    Fact(kind: .license, names: ("license", "license", "license")),
    Fact(kind: .language, names: ("language", "lang", nil)),
    Fact(kind: .lifecycle, names: ("lifecycle", "life_cycle", nil)),
    Fact(kind: .contact, names: ("contact", "contact", nil)),
    Fact(kind: .keywords, names: ("keywords", "keywords", "keywords")),
    Fact(kind: .version, names: ("version", nil, "version")),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    for fact in Self.facts {
      let stated = [
        StatedValue(course.manifest, fact.names.manifest),
        fact.names.config.flatMap { StatedValue(course.config, $0) },
        fact.names.citation.flatMap { StatedValue(course.citation, $0) },
      ].compactMap(\.self)
      guard let first = stated.first else { continue }
      let also = fact.kind == .license ? [course.metadata.codeLicense?.value ?? ""] : []
      let others = stated.dropFirst().filter { !first.agrees(with: $0, as: fact.kind, also: also) }
      if let other = others.first { report(finding(first, other, others.dropFirst())) }
    }
    lessonOrder(course, report)
  }

  private func finding(
    _ first: StatedValue, _ other: StatedValue, _ more: ArraySlice<StatedValue>
  ) -> CourseFinding {
    CourseFinding(
      other.file.path, other.file.place(other.node.range),
      Finding(
        other.node.range,
        "`\(other.name)` is \(Self.quoted(other)) here and \(Self.quoted(first)) in "
          + "`\(first.file.path)`",
        help: "write the same in both; the academy reads `\(first.file.path)` first",
        notes: [Self.note("the other value", first)]
          + more.map { Self.note("\(Self.quoted($0)) stands here as well", $0) }))
  }

  private static func note(_ text: String, _ value: StatedValue) -> Finding.Note {
    Finding.Note(
      text, path: value.file.path,
      line: value.file.lines.line(at: value.node.range.start) + 1)
  }

  private static func quoted(_ value: StatedValue) -> String {
    "\"" + Wording.short(value.texts.joined(separator: ", ")) + "\""
  }

  /// The manifest's lessons and the Workbench's, which builds its site from its own list.
  private func lessonOrder(_ course: Course, _ report: (CourseFinding) -> Void) {
    guard let config = course.config, let member = config.data.root?.member("episodes"),
      let names = member.value.array?.compactMap(\.stringValue), !names.isEmpty,
      let manifest = course.manifest, let first = course.listed.first,
      first.field.path == manifest.path, let folder = RepoPath("episodes")
    else { return }
    let listed = course.listed.compactMap(\.path).filter { $0.parent == folder }
    let isListed = Set(listed)
    // A lesson that is there and that the manifest leaves out is the list of lessons' to report.
    let built = names.compactMap { folder.resolving($0) }
      .filter { isListed.contains($0) || course.entry(at: $0) == nil }
    // Lessons elsewhere are none of the Workbench's.
    guard !listed.isEmpty, built != listed else { return }
    let isBuilt = Set(built)
    let missing = listed.filter { !isBuilt.contains($0) }
    let extra = built.filter { !isListed.contains($0) }
    let difference: String
    if let path = missing.first {
      difference = "lacks `\(path.name)`, which `lessons` in `\(manifest.path)` lists"
    } else if let path = extra.first {
      difference = "lists `\(path.name)`, which `lessons` in `\(manifest.path)` does not"
    } else {
      difference = "has the lessons in another order than `lessons` in `\(manifest.path)`"
    }
    let line = manifest.lines.line(at: first.field.range.start) + 1
    report(
      CourseFinding(
        config.path, config.place(member.keyRange),
        Finding(
          member.keyRange, "`episodes` \(difference)",
          help: "write the same list in both: the Workbench builds its site from `episodes`",
          notes: [.init("the manifest's list", path: manifest.path, line: line)])))
  }
}
