import ArgumentParser
import GitStore
import Identifiers
import SourceCore

/// `academy new course`: makes a course with one lesson.
struct NewCourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Makes a course with one lesson that passes the checks.",
    discussion: """
      The course is laid out for the Carpentries Workbench and begins as pre-alpha. Wherever its \
      author has to say something stands FIXME, which `academy lint` lists as notes. All files are \
      written as one step, into a folder that is not there yet or one of a Git repository; nothing \
      that is there is overwritten.

      On a terminal, what no option says is asked for.
      """)

  @Argument(help: "The course's folder.", completion: .directory)
  var folder: String

  @Option(help: "The course's title; from the folder's name if absent.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The office's short name, for the course's id; from the repository's address if absent.",
      valueName: "name"))
  var office: String?

  @Option(help: "The course's id, office/slug; from office and folder if absent.")
  var id: String?

  @Option(help: "The language of the lessons, as a code such as en, fr or pt-BR (default: en).")
  var language: String?

  @Option(
    help: "The licence of texts and pictures, as SPDX writes it (default: CC-BY-4.0).",
    completion: .list(["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"]))
  var licence: String?

  @Option(
    help: "The licence of the code in the lessons, as SPDX writes it.",
    completion: .list(["MIT", "Apache-2.0", "BSD-3-Clause", "EUPL-1.2"]))
  var codeLicence: String?

  @Option(help: "Who writes the course.")
  var author: String?

  @Option(help: "Whom to ask: an e-mail address or a page.")
  var contact: String?

  @Option(help: ArgumentHelp("The title of the first lesson.", valueName: "title"))
  var lesson: String?

  @Flag(name: .customLong("no-questions"), help: "Ask nothing, and take what is usual.")
  var asksNothing = false

  func run() throws {
    let files = try NewFiles(folder)
    let template = try template(files)
    try ManifestDraft.check(Array(template.manifest.utf8))
    let all = template.files
    let written = try files.write(all)
    for file in all where !written.contains(file.path) {
      let what = file.path.name == ".gitignore" ? "" : "a licence file is there already, so "
      Console.error(
        "note: \(what)\(file.path) was not written"
          + (what.isEmpty ? "; dist/ and site/ belong into the one that is there" : "") + "\n")
    }
    if !TemplateWords.languages.contains(template.language.primary) {
      Console.error(
        "note: there are no texts in `\(template.language)` to begin with, so they are in English\n"
      )
    }
    let academy = files.academy.map { "  add \"\($0)\" to `courses` in pipeline.json\n" } ?? ""
    Console.error(
      "Wrote \(written.map(\.string).joined(separator: ", ")) in \(files.folder).\n"
        + "Next:\n"
        + (files.folder == FileSystem.current ? "" : "  cd \(Self.quoted(folder))\n")
        + (files.repository == nil ? "  git init && git add --all && git commit -m Start\n" : "")
        + academy
        + "  academy lint                  # what is left to say; nothing of it fails a check yet\n"
        + "  academy new lesson \"A title\"  # another lesson\n")
  }

  // MARK: - Answers

  private func template(_ files: NewFiles) throws -> CourseTemplate {
    let isAsking = !asksNothing && Questions.canAsk
    func answer<Answer>(
      _ given: String?, _ question: String, _ usual: String?, _ read: (String) throws -> Answer
    ) throws -> Answer {
      if let given { return try read(given) }
      guard isAsking else { return try read(usual ?? "") }
      return try Questions.ask(question, fallback: usual, read: read)
    }
    let name = String(files.folder.split(separator: "/").last ?? "course")
    let title = try answer(title, "Title of the course", Self.title(name), Self.line)
    let language = try answer(
      language, "Language of the lessons (en, fr, pt-BR, …)", "en", Self.language)
    let (id, isUnknown) = try courseID(name, files.repository, isAsking: isAsking)
    let licence = try answer(
      licence, "Licence of texts and pictures", "CC-BY-4.0", Self.expression)
    let codeLicence = try answer(codeLicence, "Licence of code in the lessons", "") { text in
      text.isEmpty ? nil : try Self.expression(text)
    }
    let author = try answer(author, "Your name, as an author", "", Self.optional)
    let contact = try answer(contact, "E-mail address or page for questions", "", Self.optional)
    let words = TemplateWords.of(language.primary)
    let lesson = try answer(lesson, "Title of the first lesson", words.firstLesson, Self.line)
    return CourseTemplate(
      title: title, id: id, hasUnknownOffice: isUnknown, language: language, licence: licence,
      codeLicence: codeLicence, author: author, contact: contact, firstLesson: lesson)
  }

  private func courseID(
    _ name: String, _ repository: Repository?, isAsking: Bool
  ) throws -> (id: String, isUnknown: Bool) {
    if let id { return (try Self.line(id), false) }
    let slug = RepositoryAddress.slug(name)
    let course = slug.isEmpty ? "your-course" : slug
    func made(_ office: String) throws -> String {
      let short = RepositoryAddress.slug(office)
      guard !short.isEmpty else {
        throw ToolFailure("`\(office)` has no letter from a to z and no digit for an id")
      }
      return "\(short)/\(course)"
    }
    if let office { return (try made(office), false) }
    let owner = repository?.originAddress.flatMap { RepositoryAddress($0) }?.owner
    if isAsking {
      let id = try Questions.ask(
        "Short name of your office, for the id", fallback: owner.map(RepositoryAddress.slug),
        read: made)
      return (id, false)
    }
    if let owner, let id = try? made(owner) { return (id, false) }
    return ("\(CourseAdopter.anyOffice)/\(course)", true)
  }

  /// A title made of a folder's name: `price-indices` is `Price indices`.
  private static func title(_ name: String) -> String {
    let words = ManifestDraft.oneLine(name).split { "-_. ".contains($0) }.joined(separator: " ")
    return words.isEmpty ? "Course" : words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func line(_ text: String) throws -> String {
    guard !text.isEmpty, text == ManifestDraft.oneLine(text) else {
      throw ToolFailure("one line of text is wanted here")
    }
    return text
  }

  private static func optional(_ text: String) throws -> String? {
    text.isEmpty ? nil : try line(text)
  }

  private static func language(_ text: String) throws -> LanguageTag {
    do throws(IdentifierError) { return try LanguageTag(parsing: text) } catch {
      throw ToolFailure(error.message, help: error.help)
    }
  }

  private static func expression(_ text: String) throws -> SPDXExpression {
    do throws(IdentifierError) { return try SPDXExpression(parsing: text) } catch {
      let meant = SPDXSuggestion(for: text)?.id
      throw ToolFailure(error.message, help: meant.map { "write `\($0)`" } ?? error.help)
    }
  }

  /// A path as a shell reads it again.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "-_./".utf8.contains(byte)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
