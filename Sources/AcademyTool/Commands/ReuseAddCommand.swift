import ArgumentParser
import CourseModel
import CourseReuse
import SourceCore

/// `academy reuse add`: copies lessons of another course and declares them.
struct ReuseAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Copies lessons of another course, with their files, and declares and locks them.",
    discussion: """
      COURSE[@RANGE]#LESSON names a lesson by the ids of its own course; further lessons of the same \
      course follow, by id alone. Without a range the newest release and what is compatible with it \
      are meant. All files are written as one step; nothing that is there is overwritten.
      """)

  @Argument(help: "COURSE[@RANGE]#LESSON, then further lessons of that course.")
  var lessons: [String]

  @Option(
    name: .customLong("as"), help: "What the copies are to be: verbatim, adapted, translated.")
  var kind: Kind

  @Option(help: "Where the copy goes, below the course's folder: a file, or a folder.")
  var to: String?

  @Option(help: "What is going to be changed, in a sentence; for `changes`.")
  var changes: String?

  @OptionGroup var options: ReuseOptions

  @OptionGroup var output: ReportOptions

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case verbatim, adapted, translated
  }

  func run() throws {
    let request = try request()
    let session = try options.open()
    let index = try session.course(options.course)
    let loaded = session.session.courses[index]
    let plan = try ToolFailure.telling {
      try LessonAddition(request, to: index, session.checker).plan()
    }
    let step = try FileStep(loaded.tree)
    let (files, refused) = try locked(plan.files, session, index)
    if !refused.isEmpty {
      _ = try output.report(refused, files: plan.lessons.count, courses: [loaded.course.name])
      throw ExitCode(1)
    }
    try step.write(files)
    for lesson in plan.lessons {
      Console.error("added      \(lesson.own)  \(request.course) \(plan.version)  \(lesson.path)\n")
    }
    for remark in plan.remarks { Console.error("note: \(remark)\n") }
    if kind == .adapted, changes == nil {
      Console.error("note: say under `changes` in course.yml what you change\n")
    }
  }

  private func request() throws -> AddRequest {
    guard let first = lessons.first, let hash = first.firstIndex(of: "#") else {
      throw ToolFailure(
        "`\(lessons.first ?? "")` names no lesson of a course",
        help: "write COURSE#LESSON, such as office-a/git-basics#branching")
    }
    let name = first[..<hash].split(separator: "@", maxSplits: 1).map { String($0) }
    var ids = first[first.index(after: hash)...].split(separator: ",").map { String($0) }
    for lesson in lessons.dropFirst() {
      let prefix = first[...hash]
      ids.append(lesson.hasPrefix(prefix) ? String(lesson.dropFirst(prefix.count)) : lesson)
    }
    let path = try to.map { text in
      guard let path = RepoPath(text) else {
        throw ToolFailure("`\(text)` is no path below the course's folder")
      }
      return path
    }
    guard !ids.isEmpty, let course = name.first, !ids.contains(where: { $0.contains("#") }) else {
      throw ToolFailure("name the lessons of one course at a time, as COURSE#LESSON")
    }
    return AddRequest(
      course: course, range: name.count > 1 ? name[1] : nil, lessons: ids,
      kind: ReuseDeclaration.Kind(rawValue: kind.rawValue) ?? .verbatim, path: path,
      changes: changes)
  }

  /// The files with the lock that goes with them, worked out as if they were written already.
  private func locked(
    _ files: [(path: RepoPath, bytes: [UInt8])], _ session: ReuseSession, _ index: Int
  ) throws -> (files: [(path: RepoPath, bytes: [UInt8])], refused: [Diagnostic]) {
    let loaded = session.session.courses[index]
    let limit = session.session.lessonLimit
    guard let member = PlannedCourse.member(loaded, with: files, limit: limit) else {
      return (files, [])
    }
    var members = session.session.courses.map(\.member)
    members[index] = member
    let checker = ReuseChecker(
      framework: session.session.framework, members: members,
      sources: session.session.sources.map(\.member), limit: limit)
    switch checker.lock(index) {
    case .write(let path, let bytes): return (files + [(path, bytes)], [])
    case .refused(let diagnostics): return (files, diagnostics)
    case .notNeeded, .unchanged, .remove: return (files, [])
    }
  }
}
