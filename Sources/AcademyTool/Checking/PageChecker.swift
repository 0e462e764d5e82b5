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

  /// What checking pages gave.
  struct Outcome: Sendable {
    /// What was found, unsorted.
    var diagnostics: [Diagnostic] = []
    /// Facts of the pages that could be parsed, in the order of the pages.
    var facts: [LessonFacts] = []
    /// What pages switch off in themselves, by the page's place in the list.
    var suppressions: [Int: PageSuppressions] = [:]
  }

  /// Fewest pages for which another thread is worth opening the repository once more.
  private static let pagesPerTask = 64
  /// Neighbours that one task checks: they lie close together in a pack. Long pages often stand
  /// together too, so the tasks take turns.
  private static let pagesPerTurn = 16

  /// Lints pages on all cores; the facts are in the order of `pages`, whichever task made them.
  func check(_ pages: [CoursePage]) async throws -> Outcome {
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let tasks = min(cores, max(1, pages.count / Self.pagesPerTask))
    var outcome = Outcome()
    var facts = [LessonFacts?](repeating: nil, count: pages.count)
    if tasks == 1 {
      let share = try check(pages, task: 0, of: 1)
      outcome.diagnostics = share.diagnostics
      for (index, fact) in share.facts { facts[index] = fact }
      for (index, own) in share.suppressions { outcome.suppressions[index] = own }
    } else {
      try await withThrowingTaskGroup(of: Share.self) { group in
        for task in 0..<tasks { group.addTask { try check(pages, task: task, of: tasks) } }
        for try await share in group {
          outcome.diagnostics += share.diagnostics
          for (index, fact) in share.facts { facts[index] = fact }
          for (index, own) in share.suppressions { outcome.suppressions[index] = own }
        }
      }
    }
    outcome.facts = facts.compactMap(\.self)
    return outcome
  }

  /// What one task found.
  private struct Share: Sendable {
    var diagnostics: [Diagnostic] = []
    /// Facts with their pages' places in the list.
    var facts: [(Int, LessonFacts)] = []
    /// What pages switch off in themselves, with the pages' places in the list.
    var suppressions: [(Int, PageSuppressions)] = []
  }

  /// Lints a share on the calling thread, without a pause while the repository is open.
  private func check(_ pages: [CoursePage], task: Int, of tasks: Int) throws -> Share {
    let reader: EntryReader
    do {
      reader = try source.open()
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    var share = Share()
    for index in pages.indices where index / Self.pagesPerTurn % tasks == task {
      let page = pages[index]
      let bytes: Result<[UInt8], ReadFailure>
      if let changed = changes[page.entry.path] {
        bytes = .success(changed)
      } else {
        do throws(ReadFailure) {
          bytes = .success(try reader.read(page.entry, limit: limit))
        } catch {
          bytes = .failure(error)
        }
      }
      let result = linter.lint(PageInput(page: page, bytes: bytes, limit: limit))
      share.diagnostics += result.diagnostics
      if let facts = result.facts { share.facts.append((index, facts)) }
      if let own = result.suppressions { share.suppressions.append((index, own)) }
    }
    return share
  }
}
