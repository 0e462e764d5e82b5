import CourseModel
import Framework
import SourceCore
import StructuredData

/// Flags, once for a course, all metadata that it should give by now and that no file gives.
struct MetadataPresent: CourseRule {
  static let info = RuleInfo(
    id: "framework/metadata",
    summary: "The course lacks metadata that its lifecycle asks for.",
    why: """
      Without an id and a version nobody can say which copy of a lesson is current; without a \
      licence, a language or a contact nobody dares to reuse it. Three lines are enough to begin, \
      and much is read from `config.yaml` and `CITATION.cff`.
      """,
    severity: .error, followsLifecycle: true, scope: .course,
    source: "Course format 1, \"A course\"; RDA recommended metadata for learning resources")

  static let examples: [Example] = [
    .good(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: office-a/price-index\nversion: 0.1.0-dev\nlifecycle: pre-alpha\n")
    ]),
    .good(files: [
      .init(
        "course.yml",
        """
        schema: course/1
        id: institut/indices-de-prix
        version: 0.4.0
        lifecycle: beta
        description: Comment on mesure l'inflation.
        topics: [quality]
        license: CC-BY-4.0
        code_license: MIT
        authors: [Anne Dubois]
        contact: formation@institut.example

        """),
      .init("config.yaml", "title: Les indices de prix\nkeywords: prix, indices\nlang: fr\n"),
    ]),
    .good(files: [
      .init(
        "course.yml",
        """
        schema: course/1
        id: oficina/precios
        version: 0.2.0
        lifecycle: alpha

        """)
    ]),
    .bad(
      files: [
        .init("config.yaml", "title: Price indices\nlife_cycle: pre-alpha\n"),
        .init("episodes/01-prices.md", "Text.\n"),
      ], wholeFiles: [""]),
    .bad(
      files: [
        .init("course.yml", "schema: course/1\nid: institut/indices\nlifecycle: pre-alpha\n"),
        .init("episodes/01-indices.md", "Du texte.\n"),
      ], wholeFiles: ["course.yml"]),
    .bad(
      files: [
        .init(
          "course.yml", "schema: course/1\nid: oficina/precios\nversion: 1.0.0\nlanguage: es\n"),
        .init("episodes/01-precios.md", "Texto.\n"),
      ], wholeFiles: ["course.yml"]),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    let required = context.framework.requiredFields(context.lifecycle)
    let missing = required.filter { !course.metadata.present.contains($0) }
    guard let manifest = course.manifest else {
      // A manifest that is there and cannot be read is reported as such.
      guard !course.failures.contains(where: { $0.path.string == "course.yml" }) else { return }
      report(CourseFinding(.root, nil, noManifest(course, missing, context.lifecycle)))
      return
    }
    guard !missing.isEmpty, !manifest.data.isPartial else { return }
    report(
      CourseFinding(
        manifest.path, nil,
        Finding(
          nil,
          "\(Wording.list(missing)) \(missing.count == 1 ? "is" : "are") missing, "
            + "which \(article(context.lifecycle)) course gives",
          help: "add \(missing.count == 1 ? "it" : "them") to `course.yml`")))
  }

  private func noManifest(_ course: Course, _ missing: [String], _ lifecycle: Lifecycle) -> Finding
  {
    var notes: [Finding.Note] = []
    let others = missing.filter { !["schema", "id", "version"].contains($0) }
    if !others.isEmpty {
      notes.append(
        .init(
          "\(article(lifecycle)) course also gives \(Wording.list(others)), "
            + "which no other file does"))
    }
    return Finding(
      nil, "the course has no manifest `course.yml`, so it has no id and no version",
      help: "add the file with three lines: `schema: course/1`, `id: \(suggestedID(course))`, "
        + "`version: 0.1.0-dev`",
      notes: notes)
  }

  private func article(_ lifecycle: Lifecycle) -> String {
    (lifecycle == .alpha ? "an " : "a ") + lifecycle.rawValue
  }

  private func suggestedID(_ course: Course) -> String {
    let name = course.folder.isRoot ? course.metadata.title ?? "" : course.folder.name
    var slug = ""
    for scalar in asciiLowercased(name).unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return "your-office/" + (slug.isEmpty ? "your-course" : slug)
  }
}
