import Digest
import GitStore
import Glibc
import SourceCore
import StructuredData

/// Writes several files of a work tree as one step.
///
/// 1. The new bytes go to a folder inside `.git`, where nobody looks.
/// 2. A journal beside them names each file and what it held before; with its renaming the step is
///    decided.
/// 3. The files are renamed into place; a release is staged, and its branch and tag are moved; the
///    journal is taken away.
///
/// Whoever is killed before 2 has changed nothing. After 2, the next command finishes the step: it
/// renames what is still staged, and leaves alone what somebody has edited in between. The process
/// holds a lock meanwhile, which ends with it.
struct FileStep {
  /// Full path of the work tree.
  let root: String
  /// Full path of the folder for staging and journal.
  private let folder: String

  private var journal: String { folder + "/step.json" }
  private func staged(_ number: Int) -> String { "\(folder)/step-\(number)" }

  /// A step in the work tree of an opened repository.
  init(_ tree: OpenedTree) throws {
    guard let repository = tree.repository, repository.worktreeRoot != nil else {
      throw ToolFailure(
        "\(tree.root) is no work tree of a Git repository, so nothing is written there",
        help: "run `git init` there and commit what there is, so that no change can be lost")
    }
    self.init(root: tree.root, gitDirectory: repository.gitDirectory)
  }

  init(root: String, gitDirectory: String) {
    self.root = root
    folder = gitDirectory + "/academy"
  }

  // MARK: - Writing

  /// Writes all files, or none; folders are made as they are needed.
  ///
  /// - Parameter release: what is moved as part of the step, once the files are there.
  func write(
    _ files: [(path: RepoPath, bytes: [UInt8])], then release: ReleaseMove? = nil
  ) throws {
    try FileSystem.makeFolder(folder)
    let lock = try StepLock(folder + "/lock")
    guard lock.isHeld else {
      throw ToolFailure(
        "another `academy` is writing in \(root)", help: "wait until it has ended, and try again")
    }
    try finishStep(isResumed: true)
    for file in files { try refuseLinks(file.path) }
    for (i, file) in files.enumerated() {
      let path = staged(i)
      try FileSystem.remove(path)
      try FileSystem.replace(path, with: file.bytes)
    }
    try FileSystem.replace(journal, with: text(files.map(\.path), release))
    try finishStep(isResumed: false)
  }

  /// The journal: for each staged file its place, and the digest of what is there now.
  private func text(_ paths: [RepoPath], _ release: ReleaseMove?) throws -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.key("step")
    json.integer(1)
    json.key("files")
    json.beginArray()
    for path in paths {
      json.beginObject()
      json.key("path")
      json.string(path.string)
      json.key("before")
      json.string(try digest(path))
      json.endObject()
    }
    json.endArray()
    if let release {
      json.key("release")
      release.write(&json)
    }
    json.endObject()
    json.newline()
    return json.bytes
  }

  private func digest(_ path: RepoPath) throws -> String {
    let full = "\(root)/\(path)"
    return FileSystem.exists(full) ? SHA256.hex(try FileSystem.read(full, limit: .max)) : ""
  }

  /// A link on the way would lead the bytes out of the work tree.
  private func refuseLinks(_ path: RepoPath) throws {
    var place = root
    for part in path.components {
      place += "/" + part
      var status = stat()
      if lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
        throw ToolFailure("\(place) is a symbolic link, and nothing is written through one")
      }
    }
  }

  // MARK: - Finishing

  /// Finishes a step that was broken off, where there is one and nobody is at it.
  func finish() throws {
    guard FileSystem.exists(journal) else { return }
    let lock = try StepLock(folder + "/lock")
    if lock.isHeld { try finishStep(isResumed: true) }
  }

  private func finishStep(isResumed: Bool) throws {
    guard FileSystem.exists(journal) else { return }
    let bytes = try FileSystem.read(journal, limit: 100_000_000)
    let step = JSONParser.parse(bytes, range: 0..<bytes.count).root
    guard let files = step?["files"]?.array else {
      throw ToolFailure("\(journal) cannot be read", help: "delete it to give its step up")
    }
    try place(files)
    try finishRelease(step?["release"], files, isResumed: isResumed)
    try FileSystem.remove(journal)
  }

  private func finishRelease(
    _ node: DataNode?, _ files: [DataNode], isResumed: Bool
  ) throws {
    guard let node, let release = ReleaseMove(node),
      let repository = try? Repository.discover(from: root)
    else { return }
    let paths = files.compactMap { RepoPath($0["path"]?.string ?? "") }
    let isFinished = try release.finish(
      in: repository, files: paths, folder: folder, isResumed: isResumed)
    guard !isFinished else { return }
    try FileSystem.remove(journal)
    throw ToolFailure(
      "\(release.branch) has moved on since \"\(release.subject)\" was broken off, so that it is "
        + "not finished",
      help: "its files are in the work tree; take them back with `git restore`, or commit them")
  }

  private func place(_ files: [DataNode]) throws {
    for (i, file) in files.enumerated() {
      guard FileSystem.exists(staged(i)), let path = RepoPath(file["path"]?.string ?? "") else {
        continue
      }
      try refuseLinks(path)
      guard try digest(path) == file["before"]?.string ?? "" else {
        throw ToolFailure(
          "\(root)/\(path) was changed while a step of `academy` was broken off",
          help: "what was to be written is in \(staged(i)); take from it what you need and delete "
            + journal)
      }
      try FileSystem.makeFolder(FileSystem.folder(of: "\(root)/\(path)"))
      guard rename(staged(i), "\(root)/\(path)") == 0 else {
        guard errno == EXDEV else {
          throw ToolFailure("cannot write \(root)/\(path): \(String(cString: strerror(errno)))")
        }
        // The repository is on another file system than its work tree.
        let bytes = try FileSystem.read(staged(i), limit: .max)
        try FileSystem.replace("\(root)/\(path)", with: bytes)
        try FileSystem.remove(staged(i))
        continue
      }
    }
  }
}

/// Held by the process that writes; the system lets go of it with the process.
private struct StepLock: ~Copyable {
  private let descriptor: Int32
  let isHeld: Bool

  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw ToolFailure("cannot open \(path)") }
    isHeld = lockf(descriptor, F_TLOCK, 0) == 0
  }

  deinit { close(descriptor) }
}
