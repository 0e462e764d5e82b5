import GitStore
import SourceCore

/// Lints what was there before a change, and leaves of today's findings those that it brings.
struct SinceComparison {
  /// The revision that the change is compared with.
  let revision: String
  /// The revision that is checked; nil for the work tree or the index.
  let checked: String?

  /// The commit where the change left the other line of history, as `git diff REV...` has it.
  func base(in tree: OpenedTree, at argument: String) throws -> ObjectID {
    guard let repository = tree.repository else {
      throw ToolFailure(
        "\(argument) is in no Git repository, so nothing is known of before \(revision)")
    }
    do {
      if let base = try repository.mergeBase(of: revision, and: checked) { return base }
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    throw ToolFailure(
      "`\(revision)` and what is checked have no commit in common",
      help: repository.isShallow
        ? "this clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` in CI"
        : "name a branch that the change began at")
  }

  /// The findings of one target that its base does not have; `lint` checks a target.
  func new(
    _ found: [Diagnostic], of target: Target, lint: (Target) async throws -> [Diagnostic]
  ) async throws -> [Diagnostic] {
    let base = try base(in: target.tree, at: target.argument)
    let folder = target.tree.repository?.worktreeRoot ?? target.tree.root
    let tree = try OpenedTree.open(folder, selection: .revision(base.hex))
    var old = try await lint(Target(argument: target.argument, tree: tree, focus: .root))
    Diagnostic.finish(&old)
    var now = found
    Diagnostic.finish(&now)
    let renames = Renames(
      of: Set(now.map(\.path)), in: target.tree.view, since: tree.view)
    return FindingCounts(old).new(now) { renames.before[$0] ?? $0 }
  }
}
