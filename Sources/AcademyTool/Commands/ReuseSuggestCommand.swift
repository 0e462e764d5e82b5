import ArgumentParser
import CourseModel
import CourseReuse
import Glibc
import SourceCore

/// `academy reuse suggest`: lessons that stand in several courses without saying so.
struct ReuseSuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Finds lessons and sections that stand in several courses without being declared.",
    discussion: """
      The lessons of all courses and sources are compared word by word: front matter, markup, where \
      links lead to, the order of the text and names of files do not count, and neither does what \
      very many lessons hold. Two lessons are told where at least --least of one of them stands in \
      the other, in runs of four words or more, however long the other is; or where half of a \
      section of 100 words or more does. What is declared under `reuses`, directly or through \
      another course, is left out. For each copy it says which lesson is likely the original, and \
      what would declare it. Nothing is written; ends with 0 whatever it finds.
      """)

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(help: "The least share of a lesson that must stand in another one, above 0 to 1.")
  var least = CopySearch.usualLeast

  @Option(help: "The shortest lesson that is compared, in words.")
  var words = CopySearch.usualShortest

  @Flag(help: "Show also what other suggestions explain: copies of copies.")
  var all = false

  @Option(help: "How to print: text or json.")
  var format: ReportOptions.Format = .text

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  func validate() throws {
    guard least > 0, least <= 1 else {
      throw ValidationError("--least must be above 0 and at most 1, such as 0.5")
    }
    guard words > 0 else { throw ValidationError("--words must be at least 1") }
  }

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework, sources: sources)
    let checker = session.reuseChecker(locked: false)
    let courses = session.courses + session.sources
    let (lessons, pages) = checker.comparedLessons()
    guard lessons.count <= ComparedLessons.limit else {
      throw ToolFailure(
        "\(lessons.count) lessons are too many to compare",
        help: "at most \(ComparedLessons.limit) can be; name fewer courses in pipeline.json")
    }
    let search = CopySearch(lessons, least: least, shortest: words)
    let reading = LessonReading(courses, pages, limit: session.lessonLimit)
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    // Few lessons are not worth opening their repositories once more.
    let outcome = try await search.run(tasks: lessons.count < 64 ? 1 : cores) { reading.open() }
    let report = checker.suggestions(outcome, of: search, pages)
    switch format {
    case .text:
      let text = SuggestionText(
        report: report, courses: courses, ownCount: session.courses.count, all: all)
      Console.output(text.text)
    case .json: Console.output(SuggestionJSON.bytes(report, courses))
    }
  }
}
