import GitStore
import SourceCore
import TestSupport
import Testing

extension TreeView {
  /// The text of the entry at a path.
  func text(_ path: String) throws -> String {
    String(decoding: try read(try find(path), limit: 1 << 20), as: UTF8.self)
  }

  /// The entry at a path.
  func find(_ path: String) throws -> TreeEntry {
    let path = try #require(RepoPath(path))
    return try #require(entry(at: path), "there is no \(path)")
  }

  /// The failure to read the entry at a path.
  func failure(_ path: String, limit: Int = 1 << 20) throws -> ReadFailure {
    let entry = try find(path)
    return try #require(throws: ReadFailure.self) { try read(entry, limit: limit) }
  }

  /// The paths of all entries.
  var paths: [String] { entries.map(\.path.string) }
}

/// The repository at a path.
func open(_ path: String) throws -> Repository {
  let found = try Repository.discover(from: path)
  return try #require(found, "there is no repository at \(path)")
}

extension FixtureRepository {
  /// Opens it as the program does.
  func opened() throws -> Repository { try open(path) }
}
