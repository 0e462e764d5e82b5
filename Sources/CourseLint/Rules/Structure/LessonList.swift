import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// Flags what is wrong with the list of a course's lessons.
struct LessonList: CourseRule {
  static let info = RuleInfo(
    id: "structure/lesson-list",
    summary: "The list of lessons and the lessons that are there do not agree.",
    why: """
      The list decides what is built and in which order. A lesson that is listed and missing stops \
      the build of the site; one that is there and not listed is never seen by a learner.
      """,
    severity: .error, scope: .course,
    source: "Carpentries Workbench, `episodes` in config.yaml; Course format 1, `lessons`")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Weights\nepisodes:\n- 01-why.md\n- 02-how.md\n"),
      .init("episodes/01-why.md", "Text.\n"), .init("episodes/02-how.md", "Text.\n"),
      .init("learners/setup.md", "Text.\n"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Poids\nlang: fr\nepisodes:\n"),
      .init("episodes/01-poids.md", "Sans liste, l'ordre est celui des fichiers.\n"),
    ]),
    .good(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: a/b\nversion: 1.0.0\nlessons:\n  - {id: pesos, path: textos/pesos.md}\n"
      ),
      .init("textos/pesos.md", "Texto.\n"), .init("notas/reunion.md", "Texto.\n"),
    ]),
    .good(files: [
      .init("conf.py", "project = 'Weights'\n"),
      .init("index.md", "# Weights\n\n```{toctree}\nwhy\nchangelog\n```\n"),
      .init("why.md", "Text.\n"), .init("changelog.md", "Text.\n"),
    ]),
    .bad(files: [
      .init("conf.py", "project = 'Weights'\n"),
      .init("index.md", "# Weights\n\n```{toctree}\nwhy\n```\n"),
      .init("why.md", "# Why\n\nText.\n\n```{toctree}\n⟦wy⟧\n```\n"),
    ]),
    .bad(
      files: [
        .init("config.yaml", "title: Weights\nepisodes:\n- 01-why.md\n- ⟦'02-howto.md'⟧\n"),
        .init("episodes/01-why.md", "Text.\n"), .init("episodes/02-how-to.md", "Text.\n"),
      ], fixed: "title: Weights\nepisodes:\n- 01-why.md\n- '02-how-to.md'\n"),
    .bad(
      files: [
        .init(
          "config.yaml", "title: Poids\nlang: fr\n⟦episodes⟧:\n- 01-poids.md\n\nkeywords: poids\n"),
        .init("episodes/01-poids.md", "Texte.\n"), .init("episodes/02-calage.md", "Texte.\n"),
        .init("episodes/03-bilan.md", "Texte.\n"),
      ],
      fixed: """
        title: Poids
        lang: fr
        episodes:
        - 01-poids.md
        - 02-calage.md
        - 03-bilan.md

        keywords: poids

        """),
    .bad(files: [
      .init(
        "course.yml",
        """
        schema: course/1
        id: oficina/pesos
        version: 1.0.0
        lessons:
          - textos/pesos.md
          - ⟦textos/pesos.md⟧
          - {id: fin, path: ⟦textos/resumen⟧}

        """),
      .init("textos/pesos.md", "Texto.\n"),
    ]),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    guard let first = course.listed.first,
      let file = course.file(at: first.field.path)
    else { return }
    let unlisted = unlistedPages(course)
    let pages = Set(course.pages.map(\.path))
    lazy var free = FreePages(course, unlisted: unlisted)
    var renamed: Set<RepoPath> = []
    var seen: [RepoPath: ListedLesson] = [:]
    for lesson in course.listed {
      guard let path = lesson.path else { continue }
      let place = lesson.place ?? file.place(lesson.field.range)
      if let other = seen[path] {
        let line =
          other.place?.line ?? file.lines.line(at: other.field.range.start) + 1
        let finding = Finding(
          lesson.field.range, "`\(Wording.short(lesson.written))` is listed twice",
          help: "remove one of the two",
          notes: [.init("it is already listed here", path: other.field.path, line: line)])
        report(CourseFinding(lesson.field.path, place, finding))
        continue
      }
      seen[path] = lesson
      if let entry = course.entry(at: path) {
        // A licence or a change log may be listed, and is no lesson.
        guard entry.isFile, !pages.contains(path), !Self.isMarkdown(path) else { continue }
        let finding = Finding(
          lesson.field.range, "`\(Wording.short(lesson.written))` is not a page in Markdown",
          help: "list the lesson's `.md` file")
        report(CourseFinding(lesson.field.path, place, finding))
        continue
      }
      let near = free.near(path)
      if let near { renamed.insert(near) }
      report(
        CourseFinding(
          lesson.field.path, place,
          missing(lesson, path, lesson.place == nil ? near : nil, file, course)))
    }
    let left = unlisted.filter { !renamed.contains($0) }
    if !left.isEmpty { report(unlistedFinding(left, file, course)) }
  }

  private static func isMarkdown(_ path: RepoPath) -> Bool {
    ["md", "qmd", "rmd", "markdown"].contains(path.fileExtension)
  }

  /// Lessons beside those that are listed; a plain course has pages elsewhere that are no lessons.
  private func unlistedPages(_ course: Course) -> [RepoPath] {
    let folders = Set(course.listed.compactMap { $0.path?.parent })
    return course.lessons.filter { page in
      !page.isListed && folders.contains(page.path.parent)
        && page.path.name.utf8.first != UInt8(ascii: "_")
    }.map(\.path)
  }

  /// Pages that the list does not name, by what they may have been listed as.
  private struct FreePages {
    private var byID: [String: RepoPath] = [:]
    private var byFolder: [RepoPath: (ids: NearMatch.Index, paths: [String: RepoPath])] = [:]

    init(_ course: Course, unlisted: [RepoPath]) {
      let listed = Set(course.listed.compactMap(\.path))
      for path in unlisted + course.pages.map(\.path).filter({ !listed.contains($0) }) {
        let id = Lesson.defaultID(path)
        if byID[id] == nil { byID[id] = path }
        byFolder[path.parent, default: (NearMatch.Index(), [:])].ids.add(id)
        if byFolder[path.parent]?.paths[id] == nil { byFolder[path.parent]?.paths[id] = path }
      }
    }

    /// The page that was meant: renumbered, in another folder, or mistyped.
    func near(_ path: RepoPath) -> RepoPath? {
      let id = Lesson.defaultID(path)
      if let same = byID[id] { return same }
      guard let folder = byFolder[path.parent], let near = folder.ids.best(for: id) else {
        return nil
      }
      return folder.paths[near]
    }
  }

  private func missing(
    _ lesson: ListedLesson, _ path: RepoPath, _ near: RepoPath?, _ file: CourseFile,
    _ course: Course
  ) -> Finding {
    let kind = course.hasFolder(path) ? "is a folder" : "does not exist"
    let message = "the lesson `\(Wording.short(path.string))` is listed and \(kind)"
    guard let near else {
      return Finding(
        lesson.field.range, message, help: "add the file, or take it from the list")
    }
    let written = Self.written(near, in: file)
    return Finding(
      lesson.field.range, message, help: "write `\(written)`, if that is what is meant",
      fix: Fix(
        title: "write `\(written)`", replacing: lesson.field.range,
        with: ScalarEdit.replacement(written, for: lesson.field.range, in: file.text.bytes),
        applicability: .suggestion))
  }

  private func unlistedFinding(_ paths: [RepoPath], _ file: CourseFile, _ course: Course)
    -> CourseFinding
  {
    let key = file["lessons"]?.array?.isEmpty == false ? "lessons" : "episodes"
    let range = file.data.root?.member(key)?.keyRange
    let names = Wording.list(paths.map(\.name))
    let (is_, it) = paths.count == 1 ? ("is", "it") : ("are", "them")
    let finding = Finding(
      range, "\(names) \(is_) in the folder of the lessons and not in the list",
      help:
        "list \(it) where \(it == "it" ? "it belongs" : "they belong"), or move \(it) elsewhere",
      fix: fix(paths, key, file))
    return CourseFinding(file.path, range.map(file.place), finding)
  }

  /// Adds the lessons behind the last one, where that stands on a line of its own.
  private func fix(_ paths: [RepoPath], _ key: String, _ file: CourseFile) -> Fix? {
    guard let last = file[key]?.array?.last else { return nil }
    let bytes = file.text.bytes
    let start = file.lines.start(ofLine: file.lines.line(at: last.range.start))
    let lead = bytes[start..<last.range.start]
    guard lead.contains(UInt8(ascii: "-")), lead.allSatisfy({ $0 == 0x20 || $0 == 0x2D }) else {
      return nil
    }
    let newline = file.lines.lineEnding
    let marker = newline + String(decoding: lead, as: UTF8.self)
    let text = paths.map { path in
      marker + (last.object == nil ? "" : "path: ") + Self.written(path, in: file)
    }.joined()
    return Fix(
      title: "add \(paths.count == 1 ? "it" : "them") at the end of the list",
      replacing: ByteRange(last.range.upper, last.range.upper), with: text,
      applicability: .suggestion)
  }

  /// A path as the list writes it: the Workbench's are below `episodes/`, others' beside the list.
  private static func written(_ path: RepoPath, in file: CourseFile) -> String {
    guard file.path.string == "config.yaml", let episodes = RepoPath("episodes") else {
      return path.link(from: file.path.parent)
    }
    return path.link(from: episodes)
  }
}
