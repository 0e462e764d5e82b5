/// Lists of folders, to find those that a path is at or below without going through all.
public struct FolderIndex: Sendable, Hashable {
  private var lists: [RepoPath: [Int]] = [:]

  /// Makes an index of some lists of folders.
  public init(_ all: some Sequence<[RepoPath]>) {
    for (number, folders) in all.enumerated() {
      for folder in folders where lists[folder]?.last != number {
        lists[folder, default: []].append(number)
      }
    }
  }

  /// The numbers of the lists with a folder that a path is at or below, in ascending order.
  public func covering(_ path: RepoPath) -> [Int] {
    if lists.isEmpty { return [] }
    var found: [Int] = []
    var folders = 0
    var path = path
    while true {
      if let own = lists[path] {
        found += own
        folders += 1
      }
      if path.isRoot { break }
      path = path.parent
    }
    return folders < 2 ? found : Set(found).sorted()
  }
}
