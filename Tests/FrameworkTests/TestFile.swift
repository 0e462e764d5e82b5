import Glibc

/// Reads and writes files beside the tests.
enum TestFile {
  /// The repository's folder.
  static var root: String {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }

  /// The folder of data shared between projects: `ACADEMY_SHARED`, or beside the package.
  static var shared: String {
    if let path = environment("ACADEMY_SHARED") { return path }
    return root.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/shared"
  }

  /// Paths of the files below a folder, relative to it and sorted; none where there is no folder.
  static func files(below folder: String, _ inner: String = "") -> [String] {
    guard let stream = opendir(folder + "/" + inner) else { return [] }
    defer { closedir(stream) }
    var files: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let path = inner.isEmpty ? name : inner + "/" + name
      if entry.pointee.d_type == DT_DIR {
        files += self.files(below: folder, path)
      } else {
        files.append(path)
      }
    }
    return files.sorted()
  }

  /// The value of an environment variable.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// A file's bytes; nil where it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Replaces a file.
  static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }

  /// The reference data that the vocabularies are made from; nil where it is not at hand.
  static var reference: [UInt8]? {
    read(shared + "/reference/gsbpm-gamso.json")
  }
}
