import Glibc

/// Files by their full paths, as fixtures need them.
public enum Files {
  /// Writes a file, and the folders it needs; what stood at the path is replaced in place.
  public static func write(_ path: String, _ bytes: [UInt8]) throws(FixtureError) {
    try makeFolder(parent(path))
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system("open \(path)") }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress! + done, bytes.count - done)
      }
      guard count > 0 else { throw .system("write \(path)") }
      done += count
    }
  }

  /// The bytes of a file.
  public static func read(_ path: String) throws(FixtureError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system("open \(path)") }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(file, &buffer, buffer.count)
      guard count >= 0 else { throw .system("read \(path)") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Makes a folder, and those that hold it.
  public static func makeFolder(_ path: String) throws(FixtureError) {
    if unsafe access(path, F_OK) == 0 { return }
    try makeFolder(parent(path))
    guard unsafe mkdir(path, 0o755) == 0 else { throw .system("mkdir \(path)") }
  }

  /// Makes a symbolic link.
  public static func link(_ path: String, to target: String) throws(FixtureError) {
    try makeFolder(parent(path))
    guard unsafe symlink(target, path) == 0 else { throw .system("symlink \(path)") }
  }

  /// Removes a file, or a folder with all it holds.
  public static func remove(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)") }
    }
    _ = unsafe Glibc.remove(path)
  }

  /// Copies a folder with all it holds.
  public static func copyFolder(_ source: String, to target: String) throws(FixtureError) {
    try makeFolder(target)
    for name in try names(in: source) {
      var status = stat()
      guard unsafe lstat("\(source)/\(name)", &status) == 0 else { throw .system("lstat \(name)") }
      if status.st_mode & S_IFMT == S_IFDIR {
        try copyFolder("\(source)/\(name)", to: "\(target)/\(name)")
      } else {
        try write("\(target)/\(name)", read("\(source)/\(name)"))
      }
    }
  }

  /// The names in a folder, sorted.
  public static func names(in folder: String) throws(FixtureError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw .system("opendir \(folder)") }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Cuts a file, or lengthens it with zeros; a read-only one too.
  public static func truncate(_ path: String, to size: Int) throws(FixtureError) {
    unsafe chmod(path, 0o644)
    guard unsafe Glibc.truncate(path, size) == 0 else { throw .system("truncate \(path)") }
  }

  /// Sets when a file was last changed, in seconds since 1970.
  public static func setTime(_ path: String, _ seconds: Int) throws(FixtureError) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    guard unsafe utimensat(AT_FDCWD, path, [time, time], AT_SYMLINK_NOFOLLOW) == 0 else {
      throw .system("utimensat \(path)")
    }
  }

  private static func parent(_ path: String) -> String {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return folder.isEmpty ? "/" : String(folder)
  }
}
