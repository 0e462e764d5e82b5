import SourceCore

/// The commit of an upstream course that a fork goes back to.
public struct ForkPoint: Sendable, Hashable {
  /// How it was found.
  public enum Way: Sendable, Hashable {
    /// The newest commit that both histories have.
    case shared
    /// The commit that holds this many of the fork's pages as they are now.
    case pages(Int)
    /// The same for two courses of one repository, which share all history.
    case neighbours(Int)
    /// Nothing but the newest commit was left to compare with.
    case newest
  }

  /// The commit.
  public let commit: CommitInfo
  /// How it was found.
  public let way: Way
}

/// Looks for the commit that a fork goes back to: where histories are shared, their newest common
/// commit; else the commit that holds most of the fork's pages as they are.
struct ForkPointSearch {
  let own: AcademyMember
  let upstream: AcademyMember
  /// The fork's pages: their path below its folder, blob and bytes.
  let pages: [(path: RepoPath, blob: ObjectID, bytes: [UInt8])]

  /// Commits looked at in either history; a longer one is a clone's whole kernel.
  private static let commitLimit = 200_000
  /// States of upstream whose files are looked at.
  private static let stateLimit = 2_000
  /// States whose texts are compared.
  private static let textLimit = 200

  func find() throws(ReadFailure) -> ForkPoint? {
    guard let history = upstream.history else { return nil }
    var tip = upstream.head
    if tip == nil { tip = try history.commit("HEAD").id }
    guard let tip else { return nil }
    let isNeighbour = own.label == upstream.label
    if !isNeighbour, let shared = shared(history, tip) {
      return ForkPoint(commit: shared, way: .shared)
    }
    let states = try history.firstParentHistory(of: upstream.repositoryFolder, from: tip)
    if let (commit, count) = try best(states.prefix(Self.stateLimit), history) {
      return ForkPoint(commit: commit, way: isNeighbour ? .neighbours(count) : .pages(count))
    }
    return ForkPoint(commit: try history.commit(tip.hex), way: .newest)
  }

  // MARK: - Shared histories

  private func shared(_ theirs: any History, _ tip: ObjectID) -> CommitInfo? {
    guard let ours = own.history,
      let head = own.head ?? (try? ours.commit("HEAD").id)
    else { return nil }
    var known: Set<ObjectID> = []
    Self.walk(theirs, from: tip) { known.insert($0.id).inserted }
    var seen: Set<ObjectID> = []
    var newest: CommitInfo?
    Self.walk(ours, from: head) { commit in
      guard seen.insert(commit.id).inserted else { return false }
      guard known.contains(commit.id) else { return true }
      if let best = newest, (best.time, best.id) >= (commit.time, commit.id) { return false }
      newest = commit
      return false
    }
    return newest
  }

  /// Visits commits and, where `goesOn` says so, their parents.
  private static func walk(
    _ history: any History, from start: ObjectID, _ goesOn: (CommitInfo) -> Bool
  ) {
    var waiting = [start]
    var count = 0
    while let id = waiting.popLast(), count < commitLimit {
      count += 1
      guard let commit = try? history.commit(id.hex), goesOn(commit) else { continue }
      waiting += commit.parents
    }
  }

  // MARK: - Shared files

  /// The newest of the states that hold most pages, and of those the most similar one.
  private func best(
    _ states: ArraySlice<CommitInfo>, _ history: any History
  ) throws(ReadFailure) -> (CommitInfo, Int)? {
    let wanted = Set(pages.map(\.blob))
    var most = 0
    var tied: [(commit: CommitInfo, files: [RepoPath: ObjectID])] = []
    for commit in states {
      guard let view = try? history.tree(of: commit.id, folder: upstream.repositoryFolder) else {
        continue
      }
      var files: [RepoPath: ObjectID] = [:]
      var found: Set<ObjectID> = []
      for entry in view.entries where entry.isFile {
        guard let blob = entry.blob else { continue }
        files[entry.path] = blob
        if wanted.contains(blob) { found.insert(blob) }
      }
      if found.count > most {
        most = found.count
        tied = []
      }
      if found.count == most, tied.count < Self.textLimit { tied.append((commit, files)) }
    }
    var known: [ObjectID: Double] = [:]
    let texts = pages.map { Similarity($0.bytes) }
    var best: (commit: CommitInfo, score: Double)?
    for state in tied {
      var score = 0.0
      for (i, page) in pages.enumerated() {
        guard let blob = state.files[page.path], blob != page.blob else { continue }
        // One path has few states, and a blob seldom two paths.
        let share =
          known[blob] ?? (try? history.blob(blob, limit: 5_000_000)).map {
            texts[i].score(Similarity($0))
          } ?? 0
        known[blob] = share
        score += share
      }
      if best.map({ score > $0.score }) ?? true { best = (state.commit, score) }
    }
    guard let best, most > 0 || best.score > 0 else { return nil }
    return (best.commit, most)
  }
}
