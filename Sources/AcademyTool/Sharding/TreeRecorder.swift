import SourceCore

/// Keeps what is read in a tree beside the pages, so that it can be read again where the tree is not.
final class TreeRecorder {
  /// What somebody asked for.
  struct Request: Hashable {
    /// The file.
    let path: RepoPath
    /// The most bytes that were wanted.
    let limit: Int
  }

  /// Whether what is read is kept.
  var isOn = true
  /// What was read.
  private(set) var reads: [Request: Result<[UInt8], ReadFailure>] = [:]
  /// The sizes that were asked for.
  private(set) var sizes: [RepoPath: Int?] = [:]

  fileprivate func add(_ request: Request, _ result: Result<[UInt8], ReadFailure>) {
    if isOn { reads[request] = result }
  }

  fileprivate func add(_ path: RepoPath, size: Int?) {
    if isOn { sizes.updateValue(size, forKey: path) }
  }
}

/// A tree of which a recorder keeps what is read.
struct RecordedTree: TreeView {
  private let base: any TreeView
  private let recorder: TreeRecorder
  let entries: [TreeEntry]

  /// Records what is read in a tree.
  init(_ base: any TreeView, by recorder: TreeRecorder) {
    self.base = base
    self.recorder = recorder
    entries = base.entries
  }

  var origin: TreeOrigin { base.origin }
  var unreadable: [UnreadableEntry] { base.unreadable }

  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    let request = TreeRecorder.Request(path: entry.path, limit: limit)
    do throws(ReadFailure) {
      let bytes = try base.read(entry, limit: limit)
      recorder.add(request, .success(bytes))
      return bytes
    } catch {
      recorder.add(request, .failure(error))
      throw error
    }
  }

  func size(of entry: TreeEntry) -> Int? {
    let size = base.size(of: entry)
    recorder.add(entry.path, size: size)
    return size
  }
}
