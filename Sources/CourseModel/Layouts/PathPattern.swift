import SourceCore

/// Holds a path against a pattern of a generator's list.
enum PathPattern {
  /// Whether the parts of a path match those of a pattern; the last part of a path may lack its ending.
  static func matches(_ path: ArraySlice<Substring>, _ pattern: ArraySlice<Substring>)
    -> Bool
  {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "**" {
      let rest = pattern.dropFirst()
      // At its end it means everything below.
      if rest.isEmpty { return !path.isEmpty }
      return path.indices.contains { matches(path[$0...], rest) }
    }
    guard let name = path.first else { return false }
    if path.count == 1, pattern.count == 1, let stem = RepoPath(name)?.stem,
      isMatch(Array(stem.utf8), Array(first.utf8))
    {
      return true
    }
    return isMatch(Array(name.utf8), Array(first.utf8))
      && matches(path.dropFirst(), pattern.dropFirst())
  }

  /// Whether a name matches a pattern with `*`; goes back to the last star only, so it is quick.
  private static func isMatch(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (i, j) = (0, 0)
    var star: (i: Int, j: Int)?
    while i < name.count {
      if j < pattern.count, pattern[j] == UInt8(ascii: "*") {
        star = (i, j)
        j += 1
      } else if j < pattern.count, pattern[j] == name[i] {
        i += 1
        j += 1
      } else if let last = star {
        star = (last.i + 1, last.j)
        i = last.i + 1
        j = last.j + 1
      } else {
        return false
      }
    }
    return pattern[j...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
