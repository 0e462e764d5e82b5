import CourseModel
import Digest
import SourceCore

/// Digests of the files of a tree, course by course.
struct CourseFilesDigest {
  private let entries: [TreeEntry]
  private let courses: [CourseDiscovery.Found]
  /// By entry, the course that it belongs to, the innermost of several; -1 for none.
  private let owners: [Int]

  init(_ entries: [TreeEntry], courses: [CourseDiscovery.Found]) {
    self.entries = entries
    self.courses = courses
    var owners = [Int](repeating: -1, count: entries.count)
    // A folder stands before those in it.
    for (course, found) in courses.enumerated() {
      for index in entries.below(found.folder).indices { owners[index] = course }
    }
    self.owners = owners
  }

  /// The files of a course, without those of courses that lie in it.
  func entries(of found: CourseDiscovery.Found) -> [TreeEntry] {
    guard let course = courses.firstIndex(of: found) else { return [] }
    let range = entries.below(found.folder).indices
    return range.filter { owners[$0] == course }.map { entries[$0] }
  }

  /// The digest of the files that belong to no course; nil where one has no known blob.
  var outside: [UInt8]? {
    var writer = FactWriter()
    for (index, owner) in owners.enumerated() where owner < 0 {
      guard Self.write(entries[index], to: &writer) else { return nil }
    }
    return SHA256.hash(writer.bytes)
  }

  /// The digest of a course's own files and of those that lie in the folders above it; nil where one
  /// has no known blob.
  ///
  /// - Parameter pages: files whose bytes do not count, but only that they are there.
  func digest(of found: CourseDiscovery.Found, without pages: [RepoPath] = []) -> [UInt8]? {
    guard let course = courses.firstIndex(of: found) else { return nil }
    var writer = FactWriter()
    writer.text(found.folder.string)
    writer.text(found.layout.rawValue)
    writer.text(found.content.string)
    let isPage = marks(pages)
    for index in entries.below(found.folder).indices where owners[index] == course {
      if !isPage.isEmpty, isPage[index] {
        writer.text(entries[index].path.string)
        writer.integer(entries[index].kind.rank)
        continue
      }
      guard Self.write(entries[index], to: &writer) else { return nil }
    }
    writer.text("above")
    let above = courses.filter {
      $0.folder != found.folder && found.folder.relative(to: $0.folder) != nil
    }
    for outer in above {
      // The licence of an outer course holds for the inner one too, and so does what the root sets.
      for index in entries.below(outer.folder).indices where owners[index] != course {
        let folder = entries[index].path.parent
        guard found.folder.relative(to: folder) != nil else { continue }
        guard Self.write(entries[index], to: &writer) else { return nil }
      }
    }
    // Which courses lie in it decides what belongs to it.
    writer.text("within")
    for inner in courses where inner.folder != found.folder {
      if inner.folder.relative(to: found.folder) != nil { writer.text(inner.folder.string) }
    }
    return SHA256.hash(writer.bytes)
  }

  /// By entry, whether it is one of some paths; empty where there are none.
  private func marks(_ paths: [RepoPath]) -> [Bool] {
    if paths.isEmpty { return [] }
    var found = [Bool](repeating: false, count: entries.count)
    for case let place? in entries.places(of: paths) { found[place] = true }
    return found
  }

  private static func write(_ entry: TreeEntry, to writer: inout FactWriter) -> Bool {
    guard let blob = entry.blob else { return false }
    writer.text(entry.path.string)
    writer.integer(entry.kind.rank)
    writer.id(blob)
    return true
  }
}

extension EntryKind {
  fileprivate var rank: Int {
    switch self {
    case .file: 0
    case .executable: 1
    case .symlink: 2
    case .submodule: 3
    }
  }
}
