import ArgumentParser

/// `academy new`: courses and lessons to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Makes a course or a lesson that passes the checks.",
    subcommands: [NewCourseCommand.self, NewLessonCommand.self])
}
