import CourseModel
import Framework
import Markdown
import SourceCore
import StructuredData

/// Flags what still stands as the template had it.
struct TemplateDefault: LessonRule, CourseRule {
  static let info = RuleInfo(
    id: "framework/template-default",
    summary: "A value or a page is still the template's.",
    why: """
      Questions about the course go to `team@carpentries.org`, who do not know it, and a search for \
      "lesson" finds every copy of the template. What the template wrote says nothing of the course.
      """,
    severity: .warning, followsLifecycle: true, scope: .course,
    source: "carpentries/workbench-template-md, config.yaml; Course format 1")

  private static let lesson = Example.File("episodes/01-weights.md", "Text.\n")

  static let examples: [Example] = [
    .good(files: [
      .init(
        "config.yaml",
        "title: Sampling weights\nkeywords: 'software, data, weights'\ncontact: 'a@office.example'\n"
      ),
      lesson,
    ]),
    .good(files: [
      .init(
        "config.yaml",
        "title: Programming with Python\nsource: 'https://github.com/swcarpentry/python-novice'\n"
          + "contact: 'team@carpentries.org'\n"),
      lesson,
    ]),
    .good("Le texte du modèle est « This is a placeholder file ».\n", language: "fr"),
    .bad(files: [
      .init(
        "config.yaml",
        """
        title: ⟦'Lesson Title'⟧
        keywords: ⟦'software, data, lesson, The Carpentries'⟧
        source: ⟦'https://github.com/carpentries/workbench-template-md'⟧
        contact: ⟦'team@carpentries.org'⟧

        """), lesson,
    ]),
    .bad(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: institut/poids\nversion: 0.1.0\nlanguage: fr\n"
          + "contact: ⟦team@carpentries.org⟧\n")
    ]),
    .bad(files: [
      .init("CITATION.cff", "cff-version: 1.2.0\ntitle: ⟦My Research Software⟧\n"),
      .init("config.yaml", "title: Pesos muestrales\nlang: es\n"), lesson,
    ]),
    .bad(files: [
      .init("config.yaml", "title: Sampling weights\n"), lesson,
      .init(
        "profiles/learner-profiles.md", "⟦This is a placeholder file. Please add content here.⟧\n"),
    ]),
  ]

  /// The fields, with what should stand there.
  private static let fields: [(name: String, help: String)] = [
    ("title", "write the course's title"),
    ("keywords", "write the words that somebody would search for"),
    ("source", "write the address of the course's own repository"),
    ("contact", "write the address of those who answer questions about the course"),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    for file in course.describingFiles {
      for (name, help) in Self.fields {
        guard let node = file[name], TemplateValue.holds(name, node) else { continue }
        if name == "contact", Self.belongsToTheCarpentries(course) { continue }
        let finding = Finding(
          node.range, "`\(name)` is still the template's", help: help)
        report(CourseFinding(file.path, file.place(node.range), finding))
      }
    }
  }

  /// Whether the course is one of those whose contact is the template's for a good reason.
  private static func belongsToTheCarpentries(_ course: Course) -> Bool {
    guard let source = course.config?["source"], !TemplateValue.holds("source", source) else {
      return false
    }
    let path = asciiLowercased(source.stringValue ?? "").split(separator: "/")
    return path.contains { owners.contains($0) }
  }

  private static let owners: Set<Substring> = [
    "carpentries", "swcarpentry", "datacarpentry", "librarycarpentry",
  ]

  /// How the pages of the template begin.
  private static let openings: [StaticString] = [
    "This is a placeholder file. Please add content here.",
    "This is a new lesson built with ",
    "This is a lesson created via The Carpentries Workbench.",
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let bytes = lesson.text.bytes
    // The template's sentences are the first of their page.
    for text in lesson.prose.prefix(3) {
      let isTemplate = Self.openings.contains { opening in
        opening.withUTF8Buffer { bytes[text.indices].starts(with: $0) }
      }
      guard isTemplate else { continue }
      report(
        Finding(
          trimmed(text, bytes), "the page begins as the template's does",
          help: lesson.kind == .lesson || lesson.kind == .index
            ? "write what this course is about" : "write the page, or remove the file"))
    }
  }

  private func trimmed(_ range: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var end = range.end
    while end > range.start, bytes[end - 1] <= 0x20 { end -= 1 }
    return ByteRange(range.start, end)
  }
}
