import SourceCore
import StructuredData

/// The files of one course, read when they are asked for.
struct CourseFiles {
  /// All entries with paths below the course's folder, in bytewise order.
  let entries: [TreeEntry]
  /// What could not be read so far.
  private(set) var failures: [CourseFailure]
  private var failed: Set<RepoPath>

  /// The entries in the tree, one for each of `entries`.
  private let originals: [TreeEntry]
  private let view: any TreeView
  private let limit: Int

  /// The files of `folder` without those of the courses in `inner`.
  init(_ view: any TreeView, folder: RepoPath, without inner: [RepoPath], limit: Int) {
    self.view = view
    self.limit = limit
    let others = Set(inner)
    func isOthers(_ path: RepoPath) -> Bool {
      if others.isEmpty { return false }
      var path = path
      while !path.isRoot {
        if others.contains(path) { return true }
        path = path.parent
      }
      return false
    }
    func path(_ whole: RepoPath) -> RepoPath? {
      guard let path = whole.relative(to: folder), !isOthers(whole) else { return nil }
      return path
    }
    if folder.isRoot, others.isEmpty {
      entries = view.entries
      originals = view.entries
    } else {
      var (own, originals): ([TreeEntry], [TreeEntry]) = ([], [])
      for entry in view.entries.below(folder) {
        guard let path = path(entry.path) else { continue }
        own.append(TreeEntry(path: path, kind: entry.kind, blob: entry.blob))
        originals.append(entry)
      }
      entries = own
      self.originals = originals
    }
    failures = view.unreadable.compactMap { left in
      path(left.path).map { CourseFailure(path: $0, failure: left.failure) }
    }
    failed = Set(failures.lazy.map(\.path))
  }

  /// The same path, where there is such a file in the text of the listing, which is there already.
  func known(_ path: RepoPath) -> RepoPath {
    entries.place(of: path).map { entries[$0].path } ?? path
  }

  /// The entry in the tree at a path below the course's folder.
  func original(_ path: RepoPath) -> TreeEntry? { entries.place(of: path).map { originals[$0] } }

  /// The entries in the tree of some pages, whose entries are of `entries`.
  func originals(_ pages: [CoursePage]) -> [CoursePage] {
    zip(pages, entries.places(of: pages.lazy.map(\.path))).map { page, place in
      guard let place else { return page }
      return CoursePage(
        path: page.path, kind: page.kind, entry: originals[place], listedID: page.listedID,
        isListed: page.isListed)
    }
  }

  /// Whether a file is at a path below the course's folder.
  func hasFile(_ path: RepoPath) -> Bool { original(path)?.isFile == true }

  /// The bytes of a file that the course can do without; nil where it cannot be read.
  func optionalBytes(_ path: RepoPath) -> [UInt8]? {
    guard let entry = original(path), entry.isFile else { return nil }
    return try? view.read(entry, limit: limit)
  }

  /// The bytes of a file; nil where there is none, or it cannot be read, which is remembered.
  mutating func bytes(_ path: RepoPath) -> [UInt8]? {
    guard let entry = original(path), entry.isFile else { return nil }
    do {
      return try view.read(entry, limit: limit)
    } catch {
      if failed.insert(path).inserted {
        failures.append(CourseFailure(path: path, failure: error))
      }
      return nil
    }
  }

  /// The first of some files that is there, read as its ending says.
  mutating func file(_ names: String..., in folder: RepoPath = .root) -> CourseFile? {
    for name in names {
      guard let path = folder.resolving(name), let bytes = bytes(path) else { continue }
      switch path.fileExtension {
      case "toml", "py":
        let data = TOMLTables.parse(bytes, range: 0..<bytes.count)
        return CourseFile(path: path, bytes: bytes, data: ParsedData(root: data, problems: []))
      case "md", "markdown", "qmd", "rmd":
        return CourseFile(path: path, bytes: bytes, data: ParsedData(root: nil, problems: []))
      default: return CourseFile(path: path, bytes: bytes)
      }
    }
    return nil
  }
}
