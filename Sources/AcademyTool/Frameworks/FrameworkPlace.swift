import Framework
import GitStore
import Identifiers
import SourceCore

/// Where a framework is read from.
enum FrameworkPlace: Hashable {
  /// Inside the tool.
  case builtin
  /// A file, by its full path.
  case file(String)
  /// A file in a commit of a repository.
  case stored(repository: String, path: RepoPath, point: FrameworkSource.Point)

  /// What a person calls it.
  var name: String {
    switch self {
    case .builtin: Framework.builtin.name
    case .file(let path):
      path.hasPrefix(FileSystem.current + "/")
        ? String(path.dropFirst(FileSystem.current.count + 1)) : path
    case .stored(_, let path, .release(let version)): "\(path)@\(version)"
    case .stored(_, let path, .revision(let name)): "\(path)@\(name)"
    }
  }

  /// Reads an argument: `framework/1`, a file, or `FILE@REVISION`, where a version means the release.
  init(argument: String) throws {
    if FileSystem.exists(argument), !FileSystem.isFolder(argument) {
      self = .file(FileSystem.real(argument) ?? argument)
    } else if argument == Framework.builtin.name {
      self = .builtin
    } else if let mark = argument.lastIndex(of: "@"), mark > argument.startIndex {
      let revision = String(argument[argument.index(after: mark)...])
      let isVersion = SemVer(revision) != nil
      self = try Self.stored(
        FileSystem.resolve(String(argument[..<mark]), in: FileSystem.current),
        isVersion ? .release(revision) : .revision(revision))
    } else {
      let near = NearMatch.best(for: argument, among: [Framework.builtin.name])
      throw ToolFailure(
        "there is no framework document \(argument)",
        help: near.map { "did you mean `\($0)`?" }
          ?? "name a file, FILE@REVISION, or `\(Framework.builtin.name)` for the one in the tool")
    }
  }

  /// What a source means that a file in a folder names.
  init(_ source: FrameworkSource, from folder: String) throws {
    guard let repository = source.repository else {
      let path = FileSystem.resolve(source.path, in: folder)
      guard let point = source.point else {
        self = .file(FileSystem.real(path) ?? path)
        return
      }
      self = try Self.stored(path, point)
      return
    }
    let root = FileSystem.resolve(repository, in: folder)
    guard FileSystem.isFolder(root) else {
      throw ToolFailure(
        "there is no repository at \(root)", help: "clone it there, or correct `repository`")
    }
    guard let path = RepoPath(source.path) else { throw Self.leaving(source.path) }
    let file = FileSystem.resolve(path.string, in: FileSystem.real(root) ?? root)
    if let point = source.point {
      self = try Self.stored(file, point)
    } else if FileSystem.exists(file) {
      self = .file(file)
    } else {
      // A bare repository has no files; what is checked out there is its default branch.
      self = try Self.stored(file, .revision("HEAD"))
    }
  }

  /// What a source means that the document here names.
  func place(of source: FrameworkSource) throws -> FrameworkPlace {
    switch self {
    case .builtin: return try FrameworkPlace(source, from: FileSystem.current)
    case .file(let path): return try FrameworkPlace(source, from: FileSystem.folder(of: path))
    case .stored(let repository, let path, let point):
      if source.repository != nil { return try FrameworkPlace(source, from: repository) }
      guard let other = path.parent.resolving(source.path) else { throw Self.leaving(source.path) }
      return .stored(repository: repository, path: other, point: source.point ?? point)
    }
  }

  private static func leaving(_ path: String) -> ToolFailure {
    ToolFailure(
      "the path \(path) leads out of the repository",
      help: "write it from the repository's root, without `..`")
  }

  /// A file by its full path, in the commits of the repository around it; it need not be there now.
  private static func stored(
    _ path: String, _ point: FrameworkSource.Point
  ) throws -> FrameworkPlace {
    var folder = FileSystem.folder(of: path)
    while folder != "/", !FileSystem.isFolder(folder) { folder = FileSystem.folder(of: folder) }
    let rest = path.dropFirst(folder.count)
    let full = (FileSystem.real(folder) ?? folder) + rest
    do {
      guard let repository = try Repository.discover(from: folder) else {
        throw ToolFailure(
          "\(path) is in no Git repository, so there is no commit to read it from",
          help: "name the file alone to read it as it is")
      }
      let root = repository.worktreeRoot ?? repository.gitDirectory
      return .stored(repository: root, path: Target.focus(of: full, below: root), point: point)
    } catch let error as GitError {
      throw ToolFailure(error.message, help: error.help)
    }
  }
}
