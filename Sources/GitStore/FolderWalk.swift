import Glibc
import SourceCore

/// Decides for a walk what belongs to a view.
///
/// Paths are NUL-terminated and start at the root of the work tree, not of the view.
protocol FolderVisitor {
  /// Whether to look into a folder; `isRepository` tells that it holds a `.git` of its own.
  mutating func enters(_ path: UnsafePointer<CChar>, isRepository: Bool) -> FolderChoice
  /// Takes note that a folder that was entered has been listed.
  mutating func leaves()
  /// The entry for a file or link; nil where it is left out.
  mutating func entry(
    _ path: UnsafePointer<CChar>, at relative: RepoPath, status: stat
  ) -> TreeEntry?
}

/// What a walk does with a folder.
enum FolderChoice {
  case enter, leaveOut
  case submodule(ObjectID?)
}

/// Walks a folder in bytewise order of the paths; a symbolic link is an entry, never a way.
struct FolderWalk<Visitor: FolderVisitor> {
  var visitor: Visitor
  private let limit: Int
  /// The path of what is being looked at, from the root of the work tree, with its NUL.
  private var path: [CChar]
  private(set) var entries: [TreeEntry] = []
  private(set) var unreadable: [UnreadableEntry] = []

  /// A walk of the folder at `start` below the root of the work tree.
  init(_ visitor: Visitor, start: RepoPath, limit: Int) {
    self.visitor = visitor
    self.limit = limit
    path = start.string.utf8.map { CChar(bitPattern: $0) } + [0]
  }

  private struct Name {
    let bytes: [CChar]
    let type: UInt8
    var isFolder: Bool { type == UInt8(DT_DIR) }

    /// Orders as the full paths of what is in a folder do: a folder as if it ended in a slash.
    func precedes(_ other: Name) -> Bool {
      let count = min(bytes.count, other.bytes.count) - 1
      for i in 0..<count where bytes[i] != other.bytes[i] {
        return UInt8(bitPattern: bytes[i]) < UInt8(bitPattern: other.bytes[i])
      }
      return byte(at: count) < other.byte(at: count)
    }

    private func byte(at i: Int) -> UInt8 {
      i < bytes.count - 1 ? UInt8(bitPattern: bytes[i]) : isFolder ? UInt8(ascii: "/") : 0
    }
  }

  /// Adds all that is in an open folder, which is `relative` below the view's root.
  mutating func add(
    _ folder: borrowing Descriptor, at relative: RepoPath, depth: Int
  ) throws(GitError) {
    let names: [Name]
    do throws(ReadFailure) { names = try Self.names(in: folder, relative) } catch {
      unreadable.append(UnreadableEntry(path: relative, failure: error))
      return
    }
    let isRepository = names.contains { Self.isGit($0.bytes) }
    if depth > 0 {
      switch unsafe visitor.enters(path, isRepository: isRepository) {
      case .enter: break
      case .leaveOut: return
      case .submodule(let commit):
        entries.append(TreeEntry(path: relative, kind: .submodule, blob: commit))
        return
      }
    }
    defer { if depth > 0 { visitor.leaves() } }
    for name in names where !Self.isGit(name.bytes) {
      let length = path.count
      path.removeLast()
      if !path.isEmpty { path.append(CChar(bitPattern: UInt8(ascii: "/"))) }
      path.append(contentsOf: name.bytes)
      try add(name, in: folder, at: relative, depth: depth)
      path.removeLast(path.count - length + 1)
      path.append(0)
    }
  }

  private mutating func add(
    _ name: Name, in folder: borrowing Descriptor, at relative: RepoPath, depth: Int
  ) throws(GitError) {
    let checked = unsafe name.bytes.withUnsafeBufferPointer {
      unsafe cStringBytes($0.baseAddress!) { unsafe EntryName($0) }
    }
    let child = relative.appending(checked.text)
    if name.isFolder {
      try enter(name, checked, in: folder, at: child, depth: depth + 1)
      return
    }
    var status = stat()
    guard unsafe fstatat(folder.number, name.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return  // It went away meanwhile.
    }
    let type = status.st_mode & S_IFMT
    guard type == S_IFREG || type == S_IFLNK,
      let entry = unsafe visitor.entry(path, at: child, status: status)
    else { return }
    if let problem = checked.problem {
      unreadable.append(UnreadableEntry(path: child, failure: problem))
      return
    }
    guard entries.count < limit else { throw TreeLimits.tooMany(limit, function: "readdir") }
    entries.append(entry)
  }

  private mutating func enter(
    _ name: Name, _ checked: EntryName, in folder: borrowing Descriptor, at child: RepoPath,
    depth: Int
  ) throws(GitError) {
    guard depth <= TreeLimits.depth else {
      unreadable.append(TreeLimits.tooDeep(child))
      return
    }
    guard checked.problem == nil else {
      if case .enter = unsafe visitor.enters(path, isRepository: false) {
        visitor.leaves()
        unreadable.append(UnreadableEntry(path: child, failure: checked.problem!))
      }
      return
    }
    guard let opened = NoFollow.child(checked.text, of: folder) else {
      let number = errno
      if number == ENOENT { return }
      guard case .enter = unsafe visitor.enters(path, isRepository: false) else { return }
      visitor.leaves()
      unreadable.append(
        UnreadableEntry(path: child, failure: Self.failure(number, child)))
      return
    }
    try add(opened, at: child, depth: depth)
  }

  private static func failure(_ number: Int32, _ path: RepoPath) -> ReadFailure {
    ReadFailure(
      .refused, "The folder \(path) cannot be read: \(systemMessage(number)).",
      help: number == EACCES ? "Make it readable: `chmod u+rx`, or change its owner." : nil)
  }

  private static func isGit(_ name: [CChar]) -> Bool {
    let git = [".", "g", "i", "t"].map { ($0 as Unicode.Scalar).value }
    return name.count == 5
      && zip(name, git).allSatisfy { UInt32(UInt8(bitPattern: $0 | 0x20)) == $1 | 0x20 }
  }

  /// The names in a folder, in the order of the paths they lead to.
  private static func names(
    in folder: borrowing Descriptor, _ path: RepoPath
  ) throws(ReadFailure) -> [Name] {
    // The stream closes its descriptor, so it gets one of its own.
    let copy = fcntl(folder.number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else { throw failure(errno, path) }
    defer { unsafe closedir(stream) }
    var names: [Name] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      var type = unsafe entry.pointee.d_type
      let bytes = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        let text = unsafe UnsafeRawPointer(tuple).assumingMemoryBound(to: CChar.self)
        return unsafe [CChar](UnsafeBufferPointer(start: text, count: strlen(text) + 1))
      }
      if bytes == [46, 0] || bytes == [46, 46, 0] { continue }
      if type == UInt8(DT_UNKNOWN) {
        var status = stat()
        if unsafe fstatat(folder.number, bytes, &status, AT_SYMLINK_NOFOLLOW) == 0,
          status.st_mode & S_IFMT == S_IFDIR
        {
          type = UInt8(DT_DIR)
        }
      }
      names.append(Name(bytes: bytes, type: type))
      errno = 0
    }
    if errno != 0 { throw failure(errno, path) }
    return names.sorted { $0.precedes($1) }
  }
}
