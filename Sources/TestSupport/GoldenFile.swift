import Glibc

/// A file that holds what a test expects.
public enum GoldenFile {
  /// What there is to say against a text: nothing where the file holds exactly it.
  ///
  /// With `UPDATE_GOLDEN` set the file is written, and that is said, so that it is looked at.
  public static func complaint(_ actual: String, _ path: String) throws(FixtureError) -> String? {
    let expected = (try? Files.read(path)).map { String(decoding: $0, as: UTF8.self) }
    if actual == expected { return nil }
    if unsafe getenv("UPDATE_GOLDEN") != nil {
      try Files.write(path, Array(actual.utf8))
      return "\(path) was written; look at it, and run again"
    }
    return "\(path) differs; it should be:\n\(expected ?? "(nothing)")\nand is:\n\(actual)"
  }
}
