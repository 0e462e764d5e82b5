import Glibc

/// A new, empty folder that is removed with all it holds when the last reference to it goes.
public final class TemporaryFolder {
  /// Full path, without symbolic links.
  public let path: String

  /// Makes a folder.
  public init() throws(FixtureError) {
    let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/academy-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil, let real = unsafe realpath(template, nil) else {
      throw .system("mkdtemp")
    }
    path = unsafe String(cString: real)
    unsafe free(real)
  }

  deinit { Files.remove(path) }

  /// Writes a file below the folder, and the folders it needs.
  public func write(_ relative: String, _ text: String) throws(FixtureError) {
    try Files.write("\(path)/\(relative)", Array(text.utf8))
  }

  /// Makes a symbolic link below the folder.
  public func link(_ relative: String, to target: String) throws(FixtureError) {
    try Files.link("\(path)/\(relative)", to: target)
  }
}
