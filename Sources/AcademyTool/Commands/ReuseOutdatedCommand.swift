import ArgumentParser
import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// `academy reuse outdated`: reused lessons beside the releases that there are.
struct ReuseOutdatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outdated",
    abstract: "Lists reused lessons: locked version, newest allowed, newest of all.",
    discussion: """
      `allowed` is the newest release in the manifest's range that has the lesson, `latest` the newest \
      release of all. Ends with 0 whatever it finds.
      """)

  @Flag(help: "List all reused lessons, also those that are up to date.")
  var all = false

  @Option(help: "How to report: text or json.")
  var format: ReportOptions.Format = .text

  @OptionGroup var options: ReuseOptions

  func run() throws {
    let session = try options.open()
    var found: [(course: String, lessons: [OutdatedLesson])] = []
    var lacking = ""
    for index in try session.courses(options.course) {
      let lessons = try ToolFailure.telling {
        try ReuseUpdater(session.checker, course: index).outdated()
      }.filter { all || $0.isBehind || $0.latest != $0.current }
      let missing = try ToolFailure.telling {
        try ReuseUpdater(session.checker, course: index).untranslated()
      }
      for list in missing {
        lacking +=
          "\(session.session.courses[index].course.name): not translated yet of \(list.course) "
          + "\(list.version): \(list.lessons.joined(separator: ", "))\n"
      }
      if !lessons.isEmpty { found.append((session.session.courses[index].course.name, lessons)) }
    }
    switch format {
    case .json: Console.output(Self.json(found))
    case .text:
      if found.isEmpty {
        Console.output("every reused lesson is up to date\n" + lacking)
        return
      }
      for (course, lessons) in found { Console.output(Self.table(course, lessons)) }
      Console.output(lacking)
    }
  }

  private static func table(_ course: String, _ lessons: [OutdatedLesson]) -> String {
    var rows = [["lesson", "as", "from", "current", "allowed", "latest", "changed sections"]]
    for lesson in lessons {
      rows.append([
        lesson.own, lesson.kind.rawValue, "\(lesson.course)#\(lesson.upstream)",
        lesson.current.map { "\($0)" } ?? "-", lesson.allowed.map { "\($0)" } ?? "-",
        lesson.latest.map { "\($0)" } ?? "-",
        lesson.changed.isEmpty ? (lesson.isBehind ? "none" : "") : "\(lesson.changed.count)",
      ])
    }
    let widths = rows[0].indices.map { i in rows.map { $0[i].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = row.enumerated().map { i, text in
        text + String(repeating: " ", count: widths[i] - text.count)
      }
      var line = Substring("  " + cells.joined(separator: "  "))
      while line.last == " " { line.removeLast() }
      return line
    }
    return course + "\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func json(_ found: [(course: String, lessons: [OutdatedLesson])]) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.key("schema")
    json.string("academy-outdated/1")
    json.key("lessons")
    json.beginArray()
    for (course, lessons) in found {
      for lesson in lessons {
        json.beginObject()
        let fields: [(String, String?)] = [
          ("course", course), ("lesson", lesson.own), ("as", lesson.kind.rawValue),
          ("upstream", lesson.course), ("upstream_lesson", lesson.upstream),
          ("current", lesson.current?.description), ("allowed", lesson.allowed?.description),
          ("latest", lesson.latest?.description),
        ]
        for (key, value) in fields {
          guard let value else { continue }
          json.key(key)
          json.string(value)
        }
        json.key("changed_sections")
        json.beginArray()
        for name in lesson.changed { json.string(name) }
        json.endArray()
        json.endObject()
      }
    }
    json.endArray()
    json.endObject()
    json.newline()
    return json.bytes
  }
}
