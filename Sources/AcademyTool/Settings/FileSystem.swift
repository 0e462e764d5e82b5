import Glibc

/// The few things the tool asks of the file system outside course repositories.
enum FileSystem {
  /// The whole of a file.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ToolFailure("cannot read \(path): \(reason())")
    }
    defer { close(descriptor) }
    return try read(descriptor, path, limit: limit)
  }

  /// Reads a file of any size piece by piece.
  static func readPieces(_ path: String, _ take: (ArraySlice<UInt8>) -> Void) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ToolFailure("cannot read \(path): \(reason())") }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = piece.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return }
      if count > 0 {
        take(piece[..<count])
      } else if errno != EINTR {
        throw ToolFailure("cannot read \(path): \(reason())")
      }
    }
  }

  /// All of standard input.
  static func readInput(limit: Int) throws -> [UInt8] {
    try read(STDIN_FILENO, "standard input", limit: limit)
  }

  private static func read(_ descriptor: Int32, _ path: String, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: 65_536))
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress! + start, 65_536)
      }
      if count < 0 {
        if errno == EINTR {
          bytes.removeLast(65_536)
          continue
        }
        throw ToolFailure("cannot read \(path): \(reason())")
      }
      bytes.removeLast(65_536 - count)
      if count == 0 { return bytes }
      if bytes.count > limit {
        throw ToolFailure("\(path) holds more than \(limit) bytes")
      }
    }
  }

  /// Replaces a file by writing a temporary one beside it and renaming that.
  static func replace(_ path: String, with bytes: [UInt8], mode: mode_t? = nil) throws {
    let temporary = try writeBeside(path, bytes, mode: mode)
    guard rename(temporary, path) == 0 else {
      let failure = ToolFailure("cannot write \(path): \(reason())")
      unlink(temporary)
      throw failure
    }
  }

  /// Replaces a file that still holds `old`, and keeps its mode.
  static func replace(_ path: String, with bytes: [UInt8], expecting old: [UInt8]) throws {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ToolFailure("\(path) is no file any more")
    }
    let temporary = try writeBeside(path, bytes, mode: status.st_mode & 0o7777)
    guard (try? read(path, limit: old.count)) == old else {
      unlink(temporary)
      throw ToolFailure("\(path) changed meanwhile", help: "run the command again")
    }
    guard rename(temporary, path) == 0 else {
      let failure = ToolFailure("cannot write \(path): \(reason())")
      unlink(temporary)
      throw failure
    }
  }

  /// Makes a file with all its bytes at once; never touches one that is there already.
  static func create(_ path: String, with bytes: [UInt8]) throws {
    let temporary = try writeBeside(path, bytes)
    defer { unlink(temporary) }
    if link(temporary, path) == 0 { return }
    // Some file systems have no links; there the check comes a moment before the writing.
    guard errno == EPERM || errno == ENOTSUP, !isOccupied(path), rename(temporary, path) == 0
    else { throw ToolFailure("cannot write \(path): \(reason())") }
  }

  private static func writeBeside(_ path: String, _ bytes: [UInt8], mode: mode_t? = nil) throws
    -> String
  {
    let temporary = path + ".tmp\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw ToolFailure("cannot write \(path): \(reason())") }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = ToolFailure("cannot write \(path): \(reason())")
        close(descriptor)
        unlink(temporary)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
    // What the process may not set, such as another owner's bits, stays as it is.
    if let mode { fchmod(descriptor, mode) }
    fsync(descriptor)
    close(descriptor)
    return temporary
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws {
    if isFolder(path) { return }
    let above = folder(of: path)
    if above != path { try makeFolder(above) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw ToolFailure("cannot make the folder \(path): \(reason())")
    }
  }

  /// Removes a file.
  static func remove(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw ToolFailure("cannot remove \(path): \(reason())")
    }
  }

  /// Removes a folder with all it holds, as far as that is possible; links are not followed.
  static func removeAll(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { removeAll("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }

  /// Whether something is at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a path is taken, be it by a symbolic link that leads nowhere.
  static func isOccupied(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a folder is at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path with symbolic links resolved; nil where nothing is there.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder that the process was started in.
  static var current: String { real(".") ?? "/" }

  /// `path` as seen from `folder`.
  static func resolve(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder == "/" ? "/" + path : folder + "/" + path
  }

  /// The folder that holds a file.
  static func folder(of path: String) -> String {
    let full = path.hasPrefix("/") ? path : resolve(path, in: current)
    guard let slash = full.utf8.lastIndex(of: UInt8(ascii: "/")), slash != full.startIndex else {
      return "/"
    }
    return String(full[..<slash])
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
