import CourseModel
import SourceCore

/// Holds what a lock says of a lesson against the release that it names, object by object.
struct LockIntegrityCheck {
  let catalog: ReuseCatalog
  let upstream: Int
  let entry: LockFile.Entry

  /// What is not as the lock says, in words; nothing where all ids and digests are right.
  func differences(
    _ page: CoursePage, in snapshot: CourseSnapshot, _ release: Release
  ) throws(ReadFailure) -> [String] {
    var wrong: [String] = []
    if entry.commit != release.commit, let history = catalog.members[upstream].history {
      // A commit that is gone after a rebase is no fault while another one holds the same tree.
      let tree = try? history.objectID(at: release.folder, in: entry.commit)
      if let tree, tree != entry.tree {
        wrong.append(
          "commit \(entry.commit.short) holds tree \(tree.short), not \(entry.tree.short)")
      }
    }
    let lesson = try snapshot.content(of: page.path)
    compare(lesson, entry.lesson, &wrong)
    let assets = try snapshot.assetContents(of: page)
    let byPath = Dictionary(assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let locked = Set(entry.assets.map(\.path))
    for asset in entry.assets {
      if let found = byPath[asset.path] {
        compare(found, asset, &wrong)
      } else {
        wrong.append("`\(asset.path)` is not used by the lesson")
      }
    }
    for asset in assets where !locked.contains(asset.path) {
      wrong.append("`\(asset.path)` is used by the lesson and not locked")
    }
    return wrong
  }

  private func compare(
    _ found: LockFile.Content, _ locked: LockFile.Content, _ wrong: inout [String]
  ) {
    if found.path != locked.path {
      wrong.append("the lesson stands at `\(found.path)`, not at `\(locked.path)`")
    } else if found.blob != locked.blob {
      wrong.append("`\(found.path)` is blob \(found.blob.short), not \(locked.blob.short)")
    } else if found.sha256 != locked.sha256 {
      wrong.append(
        "`\(found.path)` has SHA-256 \(found.sha256.prefix(12))…, not \(locked.sha256.prefix(12))…")
    }
  }
}
