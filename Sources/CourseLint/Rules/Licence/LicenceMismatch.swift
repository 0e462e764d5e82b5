import CourseModel
import Identifiers
import SourceCore

/// Flags a licence field that names another licence than the licence file holds.
struct LicenceMismatch: CourseRule {
  static let info = RuleInfo(
    id: "licence/mismatch",
    summary: "The licence file is the text of another licence than the course names.",
    why: """
      Whoever reuses the course has to choose which of the two to believe, and will leave it \
      alone. The texts of Creative Commons, MIT, BSD, ISC, Apache, MPL, EUPL and the GNU and open \
      government licences are recognised; a file with several licences is right where one of them \
      is the course's.
      """,
    severity: .error, scope: .course, source: "SPDX Licence List; REUSE 3.3")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\nlicense: CC-BY-4.0\n"),
      .init("episodes/01-prices.md", "Text.\n"),
      .init(
        "LICENSE.md", "The texts are under [CC BY 4.0](https://ex.org), the code is under MIT.\n"),
    ]),
    .good(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: a/prix\nversion: 1.0.0\nlicense: CC-BY-4.0\ncode_license: MIT\n"),
      .init("episodes/01-prix.md", "Du texte.\n"),
      .init(
        "LICENSE",
        "Permission is hereby granted, free of charge, to any person\nobtaining a copy of this\n"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Precios\nlang: es\nlicense: LicenseRef-INE\n"),
      .init("episodes/01-precios.md", "Texto.\n"), .init("LICENCIA.txt", "Condiciones del INE.\n"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Prices\nlicense: ⟦CC-BY-4.0⟧\n"),
      .init("episodes/01-prices.md", "Text.\n"),
      .init(
        "LICENSE", "Creative Commons Attribution-ShareAlike 4.0 International Public License\n"),
    ]),
    .bad(files: [
      .init("course.yml", "schema: course/1\nid: a/prix\nversion: 1.0.0\nlicense: ⟦etalab-2.0⟧\n"),
      .init("episodes/01-prix.md", "Du texte.\n"),
      .init("LICENSE", "GNU GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007\n"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Precios\nlang: es\nlicense: ⟦'CC-BY 4.0'⟧\n"),
      .init("episodes/01-precios.md", "Texto.\n"),
      .init(
        "LICENSE.txt",
        "Permission is hereby granted, free of charge, to any person obtaining a copy of this\n"),
    ]),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    guard let licences = facts.surroundings?.licences, let field = course.metadata.license,
      let declared = Self.ids(field.value)
    else { return }
    let code = course.metadata.codeLicense.flatMap { Self.ids($0.value) } ?? []
    let found = licences.flatMap(\.ids)
    guard let file = licences.first(where: { !$0.ids.isEmpty }),
      !found.contains(where: { declared.contains($0) || code.contains($0) })
    else { return }
    let path = file.path.relative(to: course.folder)
    report(
      CourseFinding(
        field.path, MetadataPlace.of(field, in: course),
        Finding(
          field.range,
          "the licence is `\(Wording.short(field.value))`, but `\(file.path)` is the text of "
            + Wording.list(file.ids),
          help: "put the text of the licence meant into the file, or correct the field",
          notes: path.map { [.init("the licence's text", path: $0)] } ?? [])))
  }

  /// The ids that a field names, without `-only` and `-or-later`; nil where it names none of the
  /// list, or one of an office's own.
  private static func ids(_ text: String) -> Set<String>? {
    guard
      let expression = SPDXExpression(text)
        ?? SPDXSuggestion(for: text).flatMap({ $0.isCertain ? SPDXExpression($0.id) : nil }),
      !expression.licenses.contains(where: \.isReference)
    else { return nil }
    return Set(
      expression.licenses.map { license in
        for ending in ["-only", "-or-later"] where license.id.hasSuffix(ending) {
          return String(license.id.dropLast(ending.utf8.count))
        }
        return license.id
      })
  }
}
