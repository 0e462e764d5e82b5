import CourseLint
import CourseModel
import Glibc
import GitStore
import SourceCore

/// Lints the pages of a course, on all cores where there are many.
struct PageChecker: Sendable {
  /// The rules and settings.
  let linter: LessonLinter
  /// Where entries are read.
  let source: EntrySource
  /// Longest page that is parsed, in bytes.
  let limit: Int
  /// Pages that are taken to hold something else than they do, by the path of their entry.
  var changes: [RepoPath: [UInt8]] = [:]

  /// Fewest pages for which another thread is worth opening the repository once more.
  private static let pagesPerTask = 64

  /// Results in the order of `pages`, whichever task made them.
  func check(_ pages: [CoursePage]) async throws -> [LessonResult] {
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let tasks = min(cores, max(1, pages.count / Self.pagesPerTask))
    if tasks == 1 { return try check(pages[...]) }
    return try await withThrowingTaskGroup(of: (Int, [LessonResult]).self) { group in
      for task in 0..<tasks {
        let share = pages[pages.count * task / tasks..<pages.count * (task + 1) / tasks]
        group.addTask { (task, try check(share)) }
      }
      var parts: [[LessonResult]] = Array(repeating: [], count: tasks)
      for try await (task, results) in group { parts[task] = results }
      return parts.flatMap { $0 }
    }
  }

  /// Lints a share on the calling thread, without a pause while the repository is open.
  private func check(_ pages: ArraySlice<CoursePage>) throws -> [LessonResult] {
    let reader: EntryReader
    do {
      reader = try source.open()
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    return pages.map { page in
      let bytes: Result<[UInt8], ReadFailure>
      if let changed = changes[page.entry.path] {
        return linter.lint(PageInput(page: page, bytes: .success(changed), limit: limit))
      }
      do throws(ReadFailure) {
        bytes = .success(try reader.read(page.entry, limit: limit))
      } catch {
        bytes = .failure(error)
      }
      return linter.lint(PageInput(page: page, bytes: bytes, limit: limit))
    }
  }
}
