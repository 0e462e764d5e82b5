import ArgumentParser
import CourseModel
import CourseReuse
import SourceCore

/// `academy new lesson`: adds a lesson to a course.
struct NewLessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Adds a lesson to a course.",
    discussion: """
      The file goes beside the other lessons, numbered on where they are numbered, and to the end of \
      the course's list of lessons. Its sections are those of the course's layout; wherever its \
      author has to say something stands FIXME. Both files are written as one step; nothing that is \
      there is overwritten.
      """)

  @Argument(help: "The lesson's title; asked for on a terminal.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "A folder in the course; the current one if absent.", valueName: "folder"),
    completion: .directory)
  var course = "."

  @Option(help: "The lesson's id, which names its file; from its title if absent.")
  var id: String?

  @Option(help: ArgumentHelp("Minutes for teaching.", valueName: "minutes"))
  var teaching = 10

  @Option(help: ArgumentHelp("Minutes for exercises.", valueName: "minutes"))
  var exercises = 5

  func validate() throws {
    for minutes in [teaching, exercises] where !(0...6000).contains(minutes) {
      throw ValidationError("--teaching and --exercises want minutes")
    }
  }

  func run() throws {
    let target = try AdoptionTarget.find(course, limit: PipelineFile.defaultLessonLimit)
    let title = try askedTitle()
    let course = target.course
    let id = try lessonID(title)
    let template = LessonTemplate(
      title: title,
      language: String(course.metadata.effectiveLanguage.prefix { $0 != "-" }),
      layout: course.layout, teaching: teaching, exercises: exercises)
    let path = try place(id, template.fileEnding, in: course)
    var files = [path: Array(template.text.utf8)]
    let isListed = try ToolFailure.telling {
      try LessonPlacement(course).list([(id, path)], in: &files)
    }
    let sorted = files.sorted { $0.key < $1.key }
    try FileStep(target.tree).write(sorted.map { (course.folder.appending($0.key), $0.value) })
    Console.error(
      "Wrote \(path)"
        + sorted.map(\.key).filter { $0 != path }.map { ", and its place in \($0)" }.joined()
        + ". `academy lint` says what is left to fill in.\n")
    if !isListed {
      let list = course.list ?? course.config
      Console.error(
        "note: put it into the list of lessons\(list.map { " in \($0.path)" } ?? "")\n")
    }
  }

  private func askedTitle() throws -> String {
    func read(_ text: String) throws -> String {
      guard !text.isEmpty, text == ManifestDraft.oneLine(text) else {
        throw ToolFailure("a lesson's title is one line of text")
      }
      return text
    }
    if let title { return try read(title) }
    guard Questions.canAsk else {
      throw ToolFailure(
        "the lesson needs a title", help: "write it behind the command, in quotes")
    }
    return try Questions.ask("Title of the lesson", fallback: nil, read: read)
  }

  private func lessonID(_ title: String) throws -> String {
    guard let id else {
      let slug = RepositoryAddress.slug(title)
      guard !slug.isEmpty else {
        throw ToolFailure(
          "`\(title)` has no letter from a to z and no digit for a file's name",
          help: "give the lesson an id with --id")
      }
      return slug
    }
    guard !id.isEmpty, id == RepositoryAddress.slug(id) else {
      throw ToolFailure(
        "`\(id)` is no id for a lesson", help: "an id is small letters, digits and hyphens")
    }
    return id
  }

  /// A free place beside the other lessons.
  private func place(_ id: String, _ ending: String, in course: Course) throws -> RepoPath {
    let lessons = course.lessons.map(\.path)
    let folder = lessons.last?.parent ?? Self.folder(of: course)
    let ending = lessons.last.flatMap { Notebook.isNotebook($0) ? nil : $0.fileExtension } ?? ending
    let path = folder.appending(
      LessonPlacement(course).fileName(id, ending: ending, in: folder))
    for lesson in course.lessons where (lesson.listedID ?? Lesson.defaultID(lesson.path)) == id {
      throw ToolFailure(
        "\(course.name) has a lesson `\(id)` already, \(lesson.path)",
        help: "give the new one another name with --id")
    }
    if course.entry(at: path) != nil || course.hasFolder(path) {
      throw ToolFailure("`\(path)` is there already", help: "give the lesson another id with --id")
    }
    return path
  }

  private static func folder(of course: Course) -> RepoPath {
    switch course.layout {
    case .workbench: course.content.appending("episodes")
    case .jekyll: course.content.appending("_episodes")
    default: course.content
    }
  }
}
