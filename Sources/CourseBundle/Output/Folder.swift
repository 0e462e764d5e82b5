import CLibDeflate
import Digest
import Glibc
import SourceCore

/// An open folder; what is done in it goes through its descriptor, so that no symbolic link that
/// appears meanwhile can lead the writing elsewhere.
struct Folder: ~Copyable {
  /// What a name in a folder stands for.
  enum Kind {
    case nothing, file, folder, other
  }

  /// Path for messages.
  let path: String
  private let descriptor: Int32

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
  private static let fileFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens the output folder itself, making it and the folders above it where they are missing; a
  /// link there is the user's own choice.
  static func root(_ path: String) throws(OutputFailure) -> Folder {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      if unsafe mkdir(made, 0o777) != 0, errno != EEXIST { throw .system("make", made) }
    }
    let opened = unsafe open(path.isEmpty ? "." : path, flags)
    guard opened >= 0 else { throw .system("open", path) }
    return Folder(descriptor: opened, path: path)
  }

  /// Opens a folder of this folder; never through a link.
  borrowing func folder(_ name: String, making: Bool = false) throws(OutputFailure) -> Folder {
    let below = path + "/" + name
    if making, unsafe mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST {
      throw .system("make", below)
    }
    let opened = unsafe openat(descriptor, name, Self.flags | O_NOFOLLOW)
    guard opened >= 0 else { throw .system("open", below) }
    return Folder(descriptor: opened, path: below)
  }

  /// Keeps other runs out until this folder is closed.
  borrowing func lock() throws(OutputFailure) {
    while flock(descriptor, LOCK_EX) != 0 {
      if errno != EINTR { throw .system("lock", path) }
    }
  }

  /// What a name stands for; a link is `.other`.
  borrowing func kind(of name: String) -> Kind {
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return .nothing
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The names in this folder, sorted.
  borrowing func names() throws(OutputFailure) -> [String] { try entries().map(\.name) }

  /// The names in this folder, sorted, and what each stands for.
  borrowing func entries() throws(OutputFailure) -> [(name: String, kind: Kind)] {
    // A second descriptor, since closing the stream closes its own.
    let copy = unsafe openat(descriptor, ".", Self.flags)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else { throw .system("list", path) }
    defer { unsafe closedir(stream) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      switch unsafe Int(entry.pointee.d_type) {
      case Int(DT_REG): entries.append((name, .file))
      case Int(DT_DIR): entries.append((name, .folder))
      // Some file systems do not tell.
      case Int(DT_UNKNOWN): entries.append((name, kind(of: name)))
      default: entries.append((name, .other))
      }
    }
    return entries.sorted { $0.name.precedesBytewise($1.name) }
  }

  /// Whether the regular file `name` holds exactly `bytes`.
  borrowing func holds(_ bytes: [UInt8], in name: String) -> Bool {
    holds(CollectionOfOne(bytes), in: name)
  }

  /// Whether the regular file `name` holds exactly `pieces`, one behind the other.
  borrowing func holds(_ pieces: some Collection<[UInt8]>, in name: String) -> Bool {
    let file = unsafe openat(descriptor, name, Self.fileFlags)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    let count = pieces.reduce(0) { $0 + $1.count }
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == count
    else { return false }
    var chunk = [UInt8](repeating: 0, count: min(max(count, 1), 1 << 16))
    for piece in pieces {
      var compared = 0
      while compared < piece.count {
        let got = unsafe read(file, &chunk, min(chunk.count, piece.count - compared))
        if got < 0, errno == EINTR { continue }
        guard got > 0, chunk[..<got] == piece[compared..<compared + got] else { return false }
        compared += got
      }
    }
    return true
  }

  /// SHA-256 of the regular file `name`, in hexadecimal digits; nil where it cannot be read.
  borrowing func digest(of name: String) -> String? {
    let file = unsafe openat(descriptor, name, Self.fileFlags)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe read(file, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { return nil }
      if got == 0 { return hexadecimal(hash.finish()) }
      hash.update(chunk[..<got])
    }
  }

  /// The first bytes of the regular file `name`; nil where there is none.
  borrowing func start(of name: String, count: Int) -> [UInt8]? {
    let file = unsafe openat(descriptor, name, Self.fileFlags)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe read(file, &bytes, count)
    return got < 0 ? nil : Array(bytes[..<got])
  }

  /// Writes a new file; `name` must not exist.
  borrowing func write(_ bytes: [UInt8], to name: String) throws(OutputFailure) {
    try write(CollectionOfOne(bytes), to: name)
  }

  /// Writes a new file of pieces, one behind the other; `name` must not exist.
  borrowing func write(
    _ pieces: some Collection<[UInt8]>, to name: String
  ) throws(OutputFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = unsafe openat(descriptor, name, flags, mode_t(0o666))
    guard file >= 0 else { throw .system("write", path + "/" + name) }
    var problem: Int32 = 0
    for piece in pieces where problem == 0 {
      unsafe piece.withUnsafeBytes { buffer in
        var written = 0
        while written < buffer.count {
          let put = unsafe Glibc.write(file, buffer.baseAddress! + written, buffer.count - written)
          if put < 0, errno == EINTR { continue }
          if put <= 0 {
            problem = errno
            return
          }
          written += put
        }
      }
    }
    if close(file) != 0, problem == 0 { problem = errno }
    if problem != 0 { throw .system("write", path + "/" + name, problem) }
  }

  /// Gives the file `name` of `other` a second name here; false where the system cannot.
  borrowing func link(_ name: String, from other: borrowing Folder) -> Bool {
    unsafe linkat(other.descriptor, name, descriptor, name, 0) == 0
  }

  /// Renames within this folder; a file at `new` is replaced.
  borrowing func rename(_ old: String, to new: String) throws(OutputFailure) {
    guard unsafe renameat(descriptor, old, descriptor, new) == 0 else {
      throw .system("rename", path + "/" + old)
    }
  }

  /// Swaps two names in one step; false where the file system cannot.
  borrowing func exchange(_ one: String, _ other: String) -> Bool {
    unsafe renameat2(descriptor, one, descriptor, other, ACADEMY_RENAME_EXCHANGE) == 0
  }

  /// Removes a name and all below it; a link is removed, not followed.
  borrowing func remove(_ name: String) throws(OutputFailure) {
    switch kind(of: name) {
    case .nothing: return
    case .folder:
      let inner = try folder(name)
      for child in try inner.names() { try inner.remove(child) }
      guard unsafe unlinkat(descriptor, name, AT_REMOVEDIR) == 0 else {
        throw .system("remove", path + "/" + name)
      }
    case .file, .other:
      guard unsafe unlinkat(descriptor, name, 0) == 0 else {
        throw .system("remove", path + "/" + name)
      }
    }
  }
}
