import CourseModel
import Markdown
import SourceCore

/// Flags a link, an image or a listed lesson whose path leaves the course.
struct PathEscape: CourseRule, LessonRule, LinkRule {
  static let info = RuleInfo(
    id: "security/path-escape",
    summary: "A path leaves the course's folder.",
    why: """
      A course is bundled, reused and opened elsewhere as one folder. What lies outside is not \
      taken along, is another file on another machine, or is none of the course's business: \
      `../../../etc/passwd` must never end up in a package. The same holds for a neighbouring \
      course in one repository; link to its published page instead.
      """,
    severity: .error, scope: .course, source: "CWE-22 and CWE-59; RFC 8089 (file addresses)")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\n"),
      .init("episodes/01-prices.md", "[Setup](../learners/setup.md), ![Prices](fig/p.svg)\n"),
      .init("episodes/fig/p.svg", "<svg/>"),
      .init("learners/setup.md", "Text.\n"),
    ]),
    .good(files: [
      .init("README.md", "Signalez une erreur dans les [tickets](../../issues).\n"),
      .init("cours.md", "Du texte.\n"),
    ]),
    .good(files: [
      .init("setup.md", "![Prices](../fig/prices.svg) is right where this page is `setup/`.\n"),
      .init("fig/prices.svg", "<svg/>"),
    ]),
    .good("En Windows escriba `C:\\datos\\pesos.csv`.\n", language: "es"),
    .bad(files: [
      .init("config.yaml", "title: Prices\n"),
      .init(
        "episodes/01-prices.md",
        "![Prices](⟦../../prices.png⟧) and [users](⟦../../../etc/passwd⟧)\n"
      ),
    ]),
    .bad("[Les données](⟦file:///C:/Users/anne/prix.csv⟧)\n", language: "fr"),
    .bad(
      "[Los datos](⟦C:\\datos\\pesos.csv⟧) y <a href=\"⟦/etc/hosts⟧\">la red</a>\n", language: "es"),
    .bad(files: [
      .init(
        "course.yml", "schema: course/1\nid: a/b\nversion: 0.1.0\nlessons:\n  - ⟦../other.md⟧\n"),
      .init("text.md", "![Map](⟦shared/map.png⟧)\n"),
      .init("shared", "../../shared", as: .symlink),
    ]),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    for lesson in course.listed where lesson.path == nil && !Self.isName(lesson.written) {
      report(
        CourseFinding(
          lesson.field.path, Self.place(lesson.field, in: course),
          Finding(
            lesson.field.range, "`\(Wording.short(lesson.written))` leaves the course's folder",
            help: "move the lesson into the course, and list it there")))
    }
  }

  func check(_ judged: JudgedLinks, _ context: LessonContext, report: (CourseFinding) -> Void) {
    // A page that is a symbolic link is reported as a page.
    lazy var pages = Set(judged.facts.course.pages.map(\.path))
    for element in judged.links {
      let finding: Finding
      switch element.verdict {
      case .leaves(let escape): finding = Self.finding(element.link, escape)
      case .notFollowed(let entry) where !pages.contains(entry.path):
        finding = Self.finding(element.link, entry)
      default: continue
      }
      report(CourseFinding(element, finding))
    }
  }

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for link in lesson.links where link.target == .external(scheme: "file") {
      report(
        Self.fileAddress(link.destinationRange, lesson.document.notes(link.node, context)))
    }
    for image in lesson.images where image.target == .external(scheme: "file") {
      report(
        Self.fileAddress(image.destinationRange, lesson.document.notes(image.node, context)))
    }
  }

  private static func fileAddress(_ range: ByteRange, _ notes: [Finding.Note]) -> Finding {
    Finding(
      range, "a `file:` address leads to a file of the reader's own machine",
      help: "add the file to the course, and link to it by its path from this page", notes: notes)
  }

  private static func finding(_ link: LessonFacts.LocalLink, _ escape: LinkVerdict.Escape)
    -> Finding
  {
    let path = Wording.short(link.path)
    let message =
      switch escape {
      case .parent: "`\(path)` leaves the course's folder"
      case .absolute: "`\(path)` starts at the root of the server, outside the course"
      case .windows: "`\(path)` is a file of one machine, not of the course"
      }
    return Finding(
      link.range, message,
      help: escape == .parent
        ? "move the file into the course, or link to its published page"
        : "add the file to the course, and write its path from this page")
  }

  private static func finding(_ link: LessonFacts.LocalLink, _ entry: TreeEntry) -> Finding {
    let what = entry.kind == .submodule ? "a submodule" : "a symbolic link"
    return Finding(
      link.range,
      "`\(Wording.short(link.path))` leads through `\(entry.path)`, which is \(what)",
      help: "put the file itself into the course: nothing is followed out of it")
  }

  /// An entry that gives an id and no path.
  private static func isName(_ written: String) -> Bool {
    !written.utf8.contains(UInt8(ascii: "/")) && written != ".."
      && !written.utf8.contains(UInt8(ascii: "\\"))
  }

  private static func place(_ field: Field<String>, in course: Course) -> Place? {
    course.file(at: field.path)?.place(field.range)
  }
}
