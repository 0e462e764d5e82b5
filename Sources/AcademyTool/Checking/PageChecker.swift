import CourseBundle
import CourseLint
import CourseModel
import GitStore
import SourceCore
import Synchronization

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
    /// The parsed pages in their order, where the linter keeps them.
    var lessons: [Lesson] = []
    /// Whether all pages could be read, so that the same is found as long as nothing changes.
    var isLasting = true
    /// What was found page by page, as `PageMemory` keeps it; nil where nothing may be kept.
    var results: [FactReader?] = []
    /// The places of pages that were not remembered.
    var news: [Int] = []
  }

  /// Fewest pages for which another thread is worth opening the repository once more.
  private static let pagesPerTask = 64
  /// Neighbours that one task checks: they lie close together in a pack.
  private static let pagesPerTurn = 16

  /// Hands out turns to whichever task has done its last one.
  private final class Turns: Sendable {
    private let next = Atomic<Int>(0)
    private let count: Int

    init(pages: Int) { count = pages }

    /// Places in the list of the pages of the next turn; nil where none is left.
    func take() -> Range<Int>? {
      let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
      let start = turn * PageChecker.pagesPerTurn
      return start < count ? start..<min(count, start + PageChecker.pagesPerTurn) : nil
    }
  }

  /// Lints pages on all cores; the facts are in the order of `pages`, whichever task made them.
  ///
  /// - Parameters:
  ///   - memory: what earlier runs found in single pages.
  ///   - known: what is known of the pages already, or nothing.
  func check(
    _ pages: [CoursePage], memory: PageMemory? = nil, known: [FactReader?] = []
  ) async throws -> Outcome {
    var known = known
    if let memory {
      if known.isEmpty { known = Array(repeating: nil, count: pages.count) }
      let left = pages.indices.filter {
        known[$0] == nil && changes[pages[$0].entry.path] == nil
      }
      for (index, value) in zip(left, memory.recall(left.map { memory.key(of: pages[$0]) })) {
        known[index] = value.map { FactReader($0) }
      }
    }
    var shares = try await shares(pages, known)
    var outcome = Outcome(results: known)
    var facts = [LessonFacts?](repeating: nil, count: pages.count)
    var lessons = [Lesson?](repeating: nil, count: linter.keepsLessons ? pages.count : 0)
    // Each goes as soon as it is taken over: there may be hundreds of thousands of diagnostics.
    while let share = shares.popLast() {
      if outcome.diagnostics.isEmpty {
        outcome.diagnostics = share.diagnostics
      } else {
        outcome.diagnostics += share.diagnostics
      }
      for (index, fact) in share.facts { facts[index] = fact }
      for (index, lesson) in share.lessons { lessons[index] = lesson }
      for (index, own) in share.suppressions { outcome.suppressions[index] = own }
      outcome.isLasting = outcome.isLasting && share.isLasting
      for (index, value) in share.additions {
        outcome.results[index] = FactReader(value)
        outcome.news.append(index)
      }
    }
    outcome.news.sort()
    outcome.facts = facts.compactMap(\.self)
    outcome.lessons = lessons.compactMap(\.self)
    return outcome
  }

  /// Lints pages on all cores, and gives for each what `gather` puts together.
  func results(_ pages: [CoursePage]) async throws -> [[UInt8]] {
    var results = [[UInt8]](repeating: [], count: pages.count)
    for share in try await shares(pages, [], keepsAll: true) {
      for (index, bytes) in share.additions { results[index] = bytes }
    }
    return results
  }

  /// Puts results of pages together; nil where one is none.
  static func gather(_ pages: [CoursePage], _ results: [FactReader]) -> Outcome? {
    var share = Share()
    for (index, page) in pages.enumerated() {
      guard let result = PageMemory.result(results[index], of: page) else { return nil }
      share.add(result, index)
    }
    return Outcome(
      diagnostics: share.diagnostics, facts: share.facts.map(\.1),
      suppressions: Dictionary(share.suppressions) { $1 })
  }

  /// Shares the pages out; `known` holds what is remembered of them, or is empty.
  private func shares(
    _ pages: [CoursePage], _ known: [FactReader?], keepsAll: Bool = false
  ) async throws -> [Share] {
    let tasks = min(Workers.available.count, max(1, pages.count / Self.pagesPerTask))
    let turns = Turns(pages: pages.count)
    if tasks == 1 { return [try check(pages, known, turns, keepsAll: keepsAll)] }
    return try await withThrowingTaskGroup(of: Share.self) { group in
      for _ in 0..<tasks {
        group.addTask { try check(pages, known, turns, keepsAll: keepsAll) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  /// What one task found.
  private struct Share: Sendable {
    var diagnostics: [Diagnostic] = []
    /// Facts with their pages' places in the list.
    var facts: [(Int, LessonFacts)] = []
    /// Parsed pages with their places in the list.
    var lessons: [(Int, Lesson)] = []
    /// What pages switch off in themselves, with the pages' places in the list.
    var suppressions: [(Int, PageSuppressions)] = []
    /// Results to be kept, with the pages' places in the list.
    var additions: [(Int, [UInt8])] = []
    /// Whether all pages could be read.
    var isLasting = true

    /// Adds what is known of the page at a place of the list.
    mutating func add(_ result: LessonResult, _ index: Int) {
      diagnostics += result.diagnostics
      if let facts = result.facts { self.facts.append((index, facts)) }
      if let own = result.suppressions { suppressions.append((index, own)) }
    }
  }

  /// Lints turns on the calling thread, without a pause while the repository is open.
  private func check(
    _ pages: [CoursePage], _ known: [FactReader?], _ turns: Turns, keepsAll: Bool
  ) throws -> Share {
    // Where all is remembered, nothing is opened.
    var opened: EntryReader?
    var share = Share()
    while let turn = turns.take() {
      for index in turn {
        try check(pages[index], index, known, keepsAll: keepsAll, &opened, &share)
      }
    }
    return share
  }

  private func check(
    _ page: CoursePage, _ index: Int, _ known: [FactReader?], keepsAll: Bool,
    _ opened: inout EntryReader?, _ share: inout Share
  ) throws {
    if !known.isEmpty, let bytes = known[index],
      let result = PageMemory.result(bytes, of: page)
    {
      share.add(result, index)
      return
    }
    let reader = try opened ?? open()
    opened = reader
    let bytes: Result<[UInt8], ReadFailure>
    if let changed = changes[page.entry.path] {
      bytes = .success(changed)
    } else {
      do throws(ReadFailure) {
        bytes = .success(try reader.read(page.entry, limit: limit))
      } catch {
        bytes = .failure(error)
        // What is no file stays none, and what is too long stays so.
        if page.entry.isFile, error.reason != .tooLarge { share.isLasting = false }
      }
    }
    if case .success(let bytes) = bytes { Heap.prepare(forPageOf: bytes.count) }
    let result = linter.lint(PageInput(page: page, bytes: bytes, limit: limit))
    if keepsAll {
      share.additions.append((index, PageMemory.bytes(of: result)))
      return
    }
    share.add(result, index)
    if let lesson = result.lesson { share.lessons.append((index, lesson)) }
    if !known.isEmpty, case .success = bytes {
      share.additions.append((index, PageMemory.bytes(of: result)))
    }
  }

  private func open() throws -> EntryReader {
    do {
      return try source.open()
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
  }
}
