import Glibc

/// A file in the making, part by part; it takes its name when it is whole.
final class ReportSink {
  private let path: String
  /// The name it has until then; nil where what is there is no file, such as a pipe.
  private let temporary: String?
  private let descriptor: Int32
  private var problem: String?
  private var isOpen = true

  /// Begins a file.
  init(_ path: String) throws {
    self.path = path
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      try FileSystem.makeFolder(FileSystem.folder(of: path))
      let name = path + ".tmp\(getpid())"
      temporary = name
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    }
    guard descriptor >= 0 else {
      isOpen = false
      throw ToolFailure("cannot write \(path): \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while problem == nil, !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { problem = String(cString: strerror(errno)) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Gives the file its name.
  func finish() throws {
    if let problem { throw ToolFailure("cannot write \(path): \(problem)") }
    if let temporary, rename(temporary, path) != 0 {
      throw ToolFailure("cannot write \(path): \(String(cString: strerror(errno)))")
    }
    isOpen = false
    close(descriptor)
  }

  /// Adds bytes to the end of a file that others write to too.
  static func append(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw ToolFailure("cannot write \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw ToolFailure("cannot write \(path): \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(count)
    }
  }
}
