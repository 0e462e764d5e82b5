import Glibc
import SourceCore

/// Opens files and folders below a root in such a way that no part of the path may be a symbolic
/// link, however the tree changes meanwhile.
enum NoFollow {
  private static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
  // Without O_NONBLOCK, opening a named pipe would wait for its writer.
  private static let fileFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC

  /// Opens the folder at `path` below `root`; nil where it fails, with the reason in `errno`.
  static func folder(_ path: RepoPath, below root: String) -> Descriptor? {
    guard var folder = Descriptor(unsafe open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
      return nil
    }
    for name in names(path) {
      guard let next = child(name, of: folder) else { return nil }
      folder = next
    }
    return folder
  }

  /// Opens a folder of a folder.
  static func child(_ name: String, of folder: borrowing Descriptor) -> Descriptor? {
    Descriptor(unsafe openat(folder.number, name, folderFlags))
  }

  /// The bytes of the file at `path` below `root`.
  static func read(
    _ path: RepoPath, below root: String, limit: Int
  ) throws(ReadFailure) -> [UInt8] {
    guard let folder = folder(path.parent, below: root) else {
      throw failure(errno, path, isFolder: true)
    }
    return try read(path, in: folder, limit: limit)
  }

  /// The bytes of the file at `path`, whose folder is open.
  static func read(
    _ path: RepoPath, in folder: borrowing Descriptor, limit: Int
  ) throws(ReadFailure) -> [UInt8] {
    guard let file = Descriptor(unsafe openat(folder.number, path.name, fileFlags)) else {
      throw failure(errno, path, isFolder: false)
    }
    return try readAll(file, path: path.string, limit: limit)
  }

  /// How many bytes the regular file at `path` below `root` holds; nil where there is none.
  static func size(_ path: RepoPath, below root: String) -> Int? {
    guard let folder = folder(path.parent, below: root) else { return nil }
    var status = stat()
    guard unsafe fstatat(folder.number, path.name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(status.st_size)
  }

  /// The target of the symbolic link at `path` below `root`.
  static func linkTarget(_ path: RepoPath, below root: String) -> [UInt8]? {
    guard let folder = folder(path.parent, below: root) else { return nil }
    var target = [CChar](repeating: 0, count: NotAFile.longestTarget)
    let count = unsafe readlinkat(folder.number, path.name, &target, target.count)
    guard count >= 0 else { return nil }
    return target[..<count].map { UInt8(bitPattern: $0) }
  }

  private static func names(_ path: RepoPath) -> [String] {
    path.string.utf8.split(separator: UInt8(ascii: "/")).compactMap { String(Substring($0)) }
  }

  static func failure(_ number: Int32, _ path: RepoPath, isFolder: Bool) -> ReadFailure {
    switch number {
    case ELOOP, ENOTDIR:
      isFolder
        ? ReadFailure(
          .notAFile, "\(path) lies behind a symbolic link, and links are not followed.",
          help: "Put a copy of the folder in the link's place.")
        : NotAFile.failure(path, kind: .symlink)
    case ENOENT:
      ReadFailure(
        .missing, "\(path) is not there any more.",
        help: "Run the command again when nothing else changes the files.")
    default:
      ReadFailure(
        .refused, "\(path) cannot be read: \(systemMessage(number)).",
        help: number == EACCES ? "Make it readable: `chmod u+r`, or change its owner." : nil)
    }
  }
}

/// The bytes of an open file, which must be a regular one.
func readAll(
  _ file: borrowing Descriptor, path: String, limit: Int
) throws(ReadFailure) -> [UInt8] {
  var status = stat()
  guard unsafe fstat(file.number, &status) == 0 else {
    throw ReadFailure(.refused, "\(path) cannot be read: \(systemMessage(errno)).")
  }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw ReadFailure(.notAFile, "\(path) is no regular file.")
  }
  guard status.st_size <= limit else {
    throw ReadFailure(
      .tooLarge, "\(path) holds \(status.st_size) bytes, more than the limit of \(limit).")
  }
  var problem: Int32 = 0
  let size = Int(status.st_size)
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let got = unsafe Glibc.read(file.number, buffer.baseAddress! + count, size - count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { problem = errno }
      if got <= 0 { break }
      count += got
    }
  }
  guard problem == 0 else {
    throw ReadFailure(.refused, "\(path) cannot be read: \(systemMessage(problem)).")
  }
  return bytes
}

/// The bytes of a file of the repository's own.
func readWholeFile(_ path: String, limit: Int) throws(ReadFailure) -> [UInt8] {
  guard let file = Descriptor(unsafe open(path, O_RDONLY | O_CLOEXEC)) else {
    throw ReadFailure(.missing, "\(path) cannot be read: \(systemMessage(errno)).")
  }
  return try readAll(file, path: path, limit: limit)
}
