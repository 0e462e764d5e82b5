import Glibc

/// A folder of files that are written from the sources, and must not be stale.
public enum GeneratedFolder {
  /// The files whose text is not the one given, by their paths below the folder.
  ///
  /// With `UPDATE_DOCS=1` they are written; the test that asked still fails, so that nobody takes a
  /// run that rewrote them for one that checked them.
  public static func update(_ folder: String, with files: [String: String]) throws(FixtureError)
    -> [String]
  {
    var stale: [String] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(text.utf8)
      guard (try? Files.read("\(folder)/\(path)")) != bytes else { continue }
      stale.append(path)
      if unsafe getenv("UPDATE_DOCS") != nil { try Files.write("\(folder)/\(path)", bytes) }
    }
    return stale
  }
}
