import GitStore
import Glibc
import SourceCore

/// The files of a new course on their way to its folder: all of them at once, none over another.
struct NewFiles {
  /// Where the course goes.
  private enum Place {
    /// A folder that is not there yet.
    case newFolder
    /// A folder of a work tree.
    case worktree(FileStep, RepoPath)
  }

  /// Full path of the course's folder.
  let folder: String
  /// The repository around it, where there is one.
  let repository: Repository?
  private let place: Place

  /// Finds out whether a course can begin in a folder.
  init(_ argument: String) throws {
    let isThere = FileSystem.isOccupied(argument)
    if isThere, !FileSystem.isFolder(argument) {
      throw ToolFailure("\(argument) is there already, and is no folder")
    }
    let full =
      FileSystem.real(argument) ?? FileSystem.resolve(argument, in: FileSystem.current)
    folder = full.hasSuffix("/") && full != "/" ? String(full.dropLast()) : full
    let around = Self.nearestFolder(folder)
    do throws(GitError) {
      repository = try Repository.discover(from: around)
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    try Self.refuseCourses(at: folder)
    guard isThere else {
      place = .newFolder
      return
    }
    guard let repository, let root = repository.worktreeRoot else {
      throw ToolFailure(
        "\(argument) is there already, and no Git repository",
        help: "name a folder that is not there yet, or run `git init` in this one first")
    }
    place = .worktree(
      FileStep(root: root, gitDirectory: repository.gitDirectory),
      Target.focus(of: folder, below: root))
  }

  /// The course's folder as the repository's `pipeline.json` would name it; nil where there is none.
  var academy: RepoPath? {
    guard let root = repository?.worktreeRoot, FileSystem.exists("\(root)/pipeline.json") else {
      return nil
    }
    return Target.focus(of: folder, below: root)
  }

  /// A course lies in no other one.
  private static func refuseCourses(at folder: String) throws {
    var above = folder
    while true {
      if FileSystem.isOccupied("\(above)/course.yml") {
        throw ToolFailure(
          above == folder
            ? "there is a course in \(folder) already, and nothing of it is overwritten"
            : "\(folder) would lie inside of the course in \(above)",
          help: above == folder
            ? "`academy new lesson` adds a lesson to it" : "name a folder beside it")
      }
      if above == folder, FileSystem.isFolder("\(above)/episodes") {
        throw ToolFailure(
          "there are lessons in \(folder) already",
          help: "`academy adopt` gives an existing course its manifest")
      }
      // A root and its folders need not be told apart further up than the repository.
      guard above != "/" else { return }
      above = FileSystem.folder(of: above)
    }
  }

  private static func nearestFolder(_ path: String) -> String {
    var folder = path
    while folder != "/", !FileSystem.isFolder(folder) { folder = FileSystem.folder(of: folder) }
    return folder
  }

  /// Writes the files, and gives the paths of those that were written.
  ///
  /// A licence file and a `.gitignore` that are there already are kept, in the place of the new ones.
  func write(_ files: [(path: RepoPath, text: String)]) throws -> [RepoPath] {
    switch place {
    case .newFolder:
      try makeFolder(files)
      return files.map(\.path)
    case .worktree(let step, let below):
      let licences = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "LICENCE.md"]
      let hasLicence = licences.contains { FileSystem.isOccupied("\(folder)/\($0)") }
      let wanted = files.filter { file in
        switch file.path.string {
        case "LICENSE.md": !hasLicence
        case ".gitignore": !FileSystem.isOccupied("\(folder)/.gitignore")
        default: true
        }
      }
      let taken = wanted.filter { FileSystem.isOccupied("\(folder)/\($0.path)") }
      guard taken.isEmpty else {
        throw ToolFailure(
          "there is already \(taken.map(\.path.string).joined(separator: ", ")) in \(folder), and "
            + "nothing is overwritten",
          help: "name another folder, or move what is there away")
      }
      try step.write(wanted.map { (below.appending($0.path), Array($0.text.utf8)) })
      return wanted.map(\.path)
    }
  }

  /// Makes the folder under another name and renames it, so that it is there as a whole or not.
  private func makeFolder(_ files: [(path: RepoPath, text: String)]) throws {
    let above = FileSystem.folder(of: folder)
    try FileSystem.makeFolder(above)
    let name = folder.utf8.dropFirst(above.utf8.count).drop { $0 == UInt8(ascii: "/") }
    let staged = "\(above)/.\(String(decoding: name, as: UTF8.self)).new\(getpid())"
    guard mkdir(staged, 0o755) == 0 else {
      throw ToolFailure(
        "cannot make a folder in \(above): \(String(cString: strerror(errno)))")
    }
    defer { FileSystem.removeAll(staged) }
    for file in files {
      let path = "\(staged)/\(file.path)"
      try FileSystem.makeFolder(FileSystem.folder(of: path))
      try FileSystem.create(path, with: Array(file.text.utf8))
    }
    guard rename(staged, folder) == 0 else {
      throw ToolFailure("cannot make \(folder): \(String(cString: strerror(errno)))")
    }
  }
}
