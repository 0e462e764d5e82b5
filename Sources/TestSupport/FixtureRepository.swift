import CLibGit2
import Glibc
import SourceCore

/// A repository for a test, made in the process without the program `git`.
///
/// Author, committer and times are fixed, so that the same steps give the same ids everywhere.
/// Every file that it writes gets a time of its own in the past: what the index says of a file's
/// state then never depends on how fast the test runs.
@safe public final class FixtureRepository {
  /// Time of the first commit, in seconds since 1970; each further one comes a minute later.
  public static let firstTime: Int64 = 1_700_000_000

  /// Full path of the work tree, or of the bare repository.
  public let path: String
  /// Full path of the `.git` folder, or of the bare repository.
  public let gitDirectory: String
  let repository: OpaquePointer
  private let folder: TemporaryFolder
  private var commits: Int64 = 0
  private var writes = 0

  /// Makes an empty repository with the branch `main`.
  public convenience init() throws(FixtureError) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/repository"
    _ = Self.started
    var made: OpaquePointer?
    try expect("init", unsafe git_repository_init(&made, path, 0))
    // Whatever the installation's default is.
    try Files.write(path + "/.git/HEAD", Array("ref: refs/heads/main\n".utf8))
    unsafe git_repository_free(made)
    try self.init(opening: path, in: folder)
  }

  init(opening path: String, in folder: TemporaryFolder) throws(FixtureError) {
    _ = Self.started
    var opened: OpaquePointer?
    try expect("open", unsafe git_repository_open(&opened, path))
    guard let opened = unsafe opened else { throw FixtureError("open \(path)") }
    unsafe repository = opened
    self.path = path
    self.folder = folder
    gitDirectory =
      unsafe git_repository_is_bare(opened) == 1 ? path : path + "/.git"
  }

  deinit { unsafe git_repository_free(repository) }

  /// Starts libgit2 and keeps the settings of whoever runs the tests out of them.
  static let started: String = {
    let code = git_libgit2_init()
    precondition(code >= 0, "libgit2 cannot be started")
    let home = "/tmp/academy-test-home-\(getpid())"
    for level in [
      GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
      GIT_CONFIG_LEVEL_GLOBAL,
    ] {
      _ = unsafe academy_git_set_search_path(level, home)
    }
    return home
  }()

  /// The folder, not made yet, that libgit2 takes for the user's in this process.
  public static var home: String { started }

  // MARK: Files

  /// Writes a file of the work tree.
  public func write(_ file: String, _ text: String) throws(FixtureError) {
    try write(file, bytes: Array(text.utf8))
  }

  /// Writes a file of the work tree.
  public func write(_ file: String, bytes: [UInt8]) throws(FixtureError) {
    try Files.write("\(path)/\(file)", bytes)
    writes += 1
    try Files.setTime("\(path)/\(file)", 1_600_000_000 + writes)
  }

  /// Makes a symbolic link in the work tree.
  public func link(_ file: String, to target: String) throws(FixtureError) {
    try Files.link("\(path)/\(file)", to: target)
    writes += 1
    try Files.setTime("\(path)/\(file)", 1_600_000_000 + writes)
  }

  /// Removes a file or folder of the work tree.
  public func remove(_ file: String) { Files.remove("\(path)/\(file)") }

  /// Makes a file of the work tree executable.
  public func makeExecutable(_ file: String) { unsafe chmod("\(path)/\(file)", 0o755) }

  // MARK: Index

  /// Puts files into the index as they are in the work tree, and removes those that are gone.
  public func stage(_ files: String...) throws(FixtureError) { try stage(files) }

  /// Puts files into the index as they are in the work tree, and removes those that are gone.
  public func stage(_ files: [String]) throws(FixtureError) {
    try unsafe withIndex { (index) throws(FixtureError) in
      for file in files {
        var status = stat()
        let isThere = unsafe lstat("\(path)/\(file)", &status) == 0
        try expect(
          "stage \(file)",
          isThere
            ? unsafe git_index_add_bypath(index, file) : unsafe git_index_remove_bypath(index, file)
        )
      }
    }
  }

  /// Puts everything that is not ignored into the index.
  public func stageAll() throws(FixtureError) {
    try unsafe withIndex { (index) throws(FixtureError) in
      try expect("stage", unsafe git_index_add_all(index, nil, 0, nil, nil))
      try expect("stage", unsafe git_index_update_all(index, nil, nil, nil))
    }
  }

  /// Puts a submodule into the index, at a commit of another repository.
  public func stageSubmodule(_ file: String, at commit: ObjectID) throws(FixtureError) {
    try Files.makeFolder("\(path)/\(file)")
    try stage(file, mode: GIT_FILEMODE_COMMIT.rawValue, id: commit)
  }

  /// Puts an entry into the index; `stage` 1 to 3 are the sides of a merge conflict.
  public func stage(
    _ file: String, mode: UInt32, id: ObjectID, stage: Int = 0
  ) throws(FixtureError) {
    try unsafe withIndex { (index) throws(FixtureError) in
      var entry = unsafe git_index_entry()
      unsafe entry.mode = mode
      unsafe entry.id = id.gitID
      unsafe entry.flags = UInt16(stage << 12)
      let code = unsafe file.withCString {
        unsafe entry.path = $0
        return unsafe git_index_add(index, &entry)
      }
      try expect("stage \(file)", code)
    }
  }

  private func withIndex(
    _ body: (OpaquePointer) throws(FixtureError) -> Void
  ) throws(FixtureError) {
    var index: OpaquePointer?
    try expect("index", unsafe git_repository_index(&index, repository))
    defer { unsafe git_index_free(index) }
    guard let index = unsafe index else { return }
    try expect("index", unsafe git_index_read(index, 1))
    try unsafe body(index)
    try expect("index", unsafe git_index_write(index))
  }

  // MARK: Commits

  /// The commit that is checked out.
  public var head: ObjectID {
    get throws(FixtureError) {
      var id = git_oid()
      try expect("HEAD", unsafe git_reference_name_to_id(&id, repository, "HEAD"))
      return ObjectID(id)
    }
  }

  /// Writes files, stages them, and commits what is in the index.
  @discardableResult
  public func commit(
    _ files: [String: String] = [:], removing removed: [String] = [],
    message: String = "Change", merging others: [ObjectID] = [], time: Int64? = nil
  ) throws(FixtureError) -> ObjectID {
    for (file, text) in files.sorted(by: { $0.key < $1.key }) { try write(file, text) }
    for file in removed { remove(file) }
    try stage(files.keys.sorted() + removed)
    var tree = git_oid()
    try unsafe withIndex { (index) throws(FixtureError) in
      try expect("tree", unsafe git_index_write_tree(&tree, index))
    }
    return try commit(
      tree: ObjectID(tree), message: message, merging: others, time: time)
  }

  /// Commits a tree that is in the repository, whatever the index holds.
  @discardableResult
  public func commit(
    tree: ObjectID, message: String = "Change", merging others: [ObjectID] = [],
    time: Int64? = nil
  ) throws(FixtureError) -> ObjectID {
    let parents = ((try? head).map { [$0] } ?? []) + others
    let seconds = time ?? Self.firstTime + commits * 60
    commits += 1
    let lines =
      ["tree \(tree)"] + parents.map { "parent \($0)" } + [
        "author Ada Author <ada@example.org> \(seconds) +0000",
        "committer Carl Committer <carl@example.org> \(seconds) +0000", "", message, "",
      ]
    let id = try writeObject(lines.joined(separator: "\n"), type: GIT_OBJECT_COMMIT)
    try moveHead(to: id)
    return id
  }

  private func moveHead(to id: ObjectID) throws(FixtureError) {
    let said = String(decoding: try Files.read(gitDirectory + "/HEAD"), as: UTF8.self)
    let name = said.hasPrefix("ref: ") ? String(said.dropFirst(5).prefix { $0 != "\n" }) : "HEAD"
    try setReference(name, to: id)
  }

  /// Writes a tree from raw bytes, which nobody checks.
  public func writeTree(_ bytes: [UInt8]) throws(FixtureError) -> ObjectID {
    try writeObject(bytes, type: GIT_OBJECT_TREE)
  }

  /// Writes a blob.
  public func writeBlob(_ text: String) throws(FixtureError) -> ObjectID {
    try writeObject(Array(text.utf8), type: GIT_OBJECT_BLOB)
  }

  func writeObject(_ text: String, type: git_object_t) throws(FixtureError) -> ObjectID {
    try writeObject(Array(text.utf8), type: type)
  }

  func writeObject(_ bytes: [UInt8], type: git_object_t) throws(FixtureError) -> ObjectID {
    var database: OpaquePointer?
    try expect("database", unsafe git_repository_odb(&database, repository))
    defer { unsafe git_odb_free(database) }
    var id = git_oid()
    try expect("write", unsafe git_odb_write(&id, database, bytes, bytes.count, type))
    return ObjectID(id)
  }
}
