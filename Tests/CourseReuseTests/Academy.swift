import CourseModel
import CourseReuse
import Framework
import GitStore
import SourceCore
import TestSupport

/// Courses read from trees, ready to be checked.
struct Academy {
  /// Members in bytewise order of their folders, tree by tree.
  var members: [AcademyMember] = []
  var sources: [AcademyMember] = []

  /// The courses of a repository, as its files or one of its trees are now.
  static func members(
    of repository: FixtureRepository, _ selection: TreeSelection = .worktree
  ) throws -> [AcademyMember] {
    let opened = try Repository.discover(from: repository.path)
    let view = try opened?.view(selection)
    return courses(in: view, history: opened, label: "fixture")
  }

  /// The courses of files that are in no repository.
  static func members(of files: [String: String]) -> [AcademyMember] {
    courses(in: MemoryTree(files), history: nil, label: "files")
  }

  private static func courses(
    in view: (any TreeView)?, history: (any History)?, label: String
  ) -> [AcademyMember] {
    guard let view else { return [] }
    let all = CourseDiscovery.courses(in: view.entries)
    return all.map { found in
      AcademyMember(
        course: CourseReader(limit: 5_000_000).read(found, among: all, in: view), view: view,
        history: history, label: label)
    }
  }

  init(_ members: [AcademyMember], sources: [AcademyMember] = []) {
    self.members = members
    self.sources = sources
  }

  init(_ repository: FixtureRepository, sources: FixtureRepository...) throws {
    members = try Self.members(of: repository)
    for source in sources { self.sources += try Self.members(of: source) }
  }

  func checker(locked: Bool = false) -> ReuseChecker {
    ReuseChecker(framework: .builtin, members: members, sources: sources, locked: locked)
  }

  /// What is found in the member with this id or folder, in order.
  func check(_ name: String, locked: Bool = false) throws -> [Diagnostic] {
    var found = checker(locked: locked).check(try index(name)).diagnostics
    Diagnostic.finish(&found)
    return found
  }

  /// The lock that a member should have.
  func lock(_ name: String) throws -> LockOutcome { checker().lock(try index(name)) }

  func releases(_ name: String) throws -> ReleaseSet { checker().releases(try index(name)) }

  private func index(_ name: String) throws -> Int {
    guard
      let index = members.firstIndex(where: { $0.id == name || $0.course.folder.string == name })
    else { throw Missing(name: name) }
    return index
  }

  struct Missing: Error {
    let name: String
  }
}

extension FixtureRepository {
  /// Writes the lock that a course should have, and gives its text.
  func writeLock(_ name: String, _ academy: Academy) throws -> String {
    guard case .write(let path, let bytes) = try academy.lock(name) else {
      throw Academy.Missing(name: "lock of \(name)")
    }
    try write(path.string, bytes: bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [Diagnostic] {
  /// The findings of one rule.
  func of(_ rule: String) -> [Diagnostic] { filter { $0.rule == rule } }
  /// The rules that found something, sorted, each once.
  var rules: [String] { Set(map(\.rule)).sorted() }
}
