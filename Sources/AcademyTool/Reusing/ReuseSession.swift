import ArgumentParser
import CourseModel
import CourseReuse
import GitStore
import SourceCore

/// What the commands that change reuse share: the academy, its checker, and how files are written.
struct ReuseSession {
  let session: AcademySession
  let checker: ReuseChecker

  /// Opens the academy.
  static func open(
    config: String?, framework: FrameworkOptions, sources: SourceOptions
  ) throws -> ReuseSession {
    let session = try AcademySession.open(
      config: config, framework: framework, sources: sources)
    return ReuseSession(session: session, checker: session.reuseChecker(locked: false))
  }

  /// Libgit2's three-way merge.
  static let merge = TextMerge { base, ours, theirs, labels in
    try TextMerging.merge(
      base: base, ours: ours, theirs: theirs, ourLabel: labels.ours, theirLabel: labels.theirs)
  }

  /// The courses to work on: one that is named, else the one that the current folder lies in or
  /// holds, else all.
  func courses(_ id: String?) throws -> [Int] {
    let all = Array(session.courses.indices)
    if let id {
      let found = all.filter { session.courses[$0].course.name == id }
      if !found.isEmpty { return found }
      throw ToolFailure(
        "no course of this academy is `\(id)`",
        help: "its courses are \(session.courses.map(\.course.name).joined(separator: ", "))")
    }
    let here = FileSystem.current
    let inner = all.filter { i in
      let course = session.courses[i]
      let folder = course.course.folder
      let full = folder.isRoot ? course.tree.root : "\(course.tree.root)/\(folder)"
      return here == full || here.hasPrefix(full + "/")
    }
    return inner.isEmpty ? all : inner
  }

  /// The one course to work on.
  func course(_ id: String?) throws -> Int {
    let found = try courses(id)
    if found.count == 1 { return found[0] }
    let names = found.map { session.courses[$0].course.name }
    throw ToolFailure(
      "there are \(found.count) courses here, and one has to be named",
      help: "say --course with one of \(names.joined(separator: ", "))")
  }

  /// The courses that hold the lesson a name means.
  func holders(of name: String, _ course: String?) throws -> [(index: Int, updater: ReuseUpdater)] {
    var holders: [(index: Int, updater: ReuseUpdater)] = []
    for index in try courses(course) {
      let updater = ReuseUpdater(checker, course: index)
      if !updater.lessons(named: name).isEmpty { holders.append((index, updater)) }
    }
    guard !holders.isEmpty else {
      throw ToolFailure(
        "`\(name)` names no reused lesson here",
        help: "name it by its id, or as COURSE#LESSON; `academy reuse outdated` lists all of them")
    }
    return holders
  }

  /// Writes files of a course's tree as one step.
  func write(_ files: [(path: RepoPath, bytes: [UInt8])], of index: Int) throws {
    try FileStep(session.courses[index].tree).write(files)
  }
}

extension ToolFailure {
  init(_ failure: ReuseFailure) { self.init(failure.message, help: failure.help) }

  /// Runs something about reuse; what it throws is told as this tool tells failures.
  static func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let failure as ReuseFailure {
      throw ToolFailure(failure)
    } catch let failure as ReadFailure {
      throw ToolFailure(failure.message, help: failure.help)
    } catch let failure as GitError {
      throw ToolFailure(failure.message, help: failure.help)
    }
  }
}
