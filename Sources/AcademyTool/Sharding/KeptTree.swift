import SourceCore

/// A tree as the parts of a run have kept it: its list of files, and of some what is in them.
struct KeptTree: TreeView {
  /// What was asked for and is not there.
  final class Gaps {
    /// Paths of files, as they were asked for.
    var paths: [String] = []
  }

  let entries: [TreeEntry]
  let unreadable: [UnreadableEntry]
  let origin: TreeOrigin
  let reads: [TreeRecorder.Request: Result<[UInt8], ReadFailure>]
  let sizes: [RepoPath: Int?]
  /// Told of what is missing, which no part of an honest run lacks.
  let gaps = Gaps()

  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    switch reads[TreeRecorder.Request(path: entry.path, limit: limit)] {
    case .success(let bytes): return bytes
    case .failure(let failure): throw failure
    case nil:
      gaps.paths.append(entry.path.string)
      throw ReadFailure(.missing, "No part holds \(entry.path).")
    }
  }

  func size(of entry: TreeEntry) -> Int? {
    if let size = sizes[entry.path] { return size }
    gaps.paths.append(entry.path.string)
    return nil
  }
}
