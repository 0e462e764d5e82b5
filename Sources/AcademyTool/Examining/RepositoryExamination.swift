import CourseModel
import GitStore
import SourceCore

/// What of the repository around a folder matters to the tool.
struct RepositoryExamination {
  /// A folder in it.
  let folder: String

  /// All that was seen.
  var observations: [Observation] {
    let target: Target
    do {
      // A step that was broken off is finished by opening.
      target = try Target.open(folder, selection: nil)
    } catch let failure as ToolFailure {
      return [.problem(failure)]
    } catch {
      return [.problem("\(folder) cannot be read")]
    }
    let repository = target.tree.repository.map { self.repository($0, target.tree) }
    return (repository ?? [noRepository]) + academy(target) + courses(target)
      + (target.tree.repository?.worktreeRoot == nil ? [] : [hook])
  }

  private var noRepository: Observation {
    .note(
      "\(folder) is in no Git repository: releases, locks and --staged need one",
      help: "git init && git add --all && git commit -m Start")
  }

  private func repository(_ repository: Repository, _ tree: OpenedTree) -> [Observation] {
    var seen: [Observation] = []
    let name = "repository: \(tree.root)"
    if let problem = tree.headProblem {
      seen.append(
        .problem(
          "\(name): \(problem.message)", help: problem.help ?? "`git fsck` says what is damaged"))
    } else if tree.head == nil {
      seen.append(.note("\(name), with no commit yet", help: "git add --all && git commit"))
    } else {
      seen.append(.ok(name + (repository.isBare ? " (bare)" : "")))
    }
    if repository.isShallow {
      seen.append(
        .note(
          "its history is cut off: releases are missed, and --since finds no common commit",
          help: "`git fetch --unshallow --tags`; in CI, `fetch-depth: 0` or `GIT_DEPTH: 0`"))
    }
    if repository.isIndexLocked {
      seen.append(
        .note(
          "another Git command is writing the index, or was killed while it did",
          help: "if none is running, delete \(repository.gitDirectory)/index.lock"))
    }
    return seen
  }

  /// `pipeline.json` and the framework that it names.
  private func academy(_ target: Target) -> [Observation] {
    do {
      guard let pipeline = try PipelineFile.read(in: target.tree) else { return [] }
      _ = try pipeline.loadFramework(from: target.tree)
      return [.ok("pipeline.json is in order")]
    } catch let failure as ToolFailure {
      return [.problem(failure)]
    } catch {
      return [.problem("pipeline.json cannot be read")]
    }
  }

  private func courses(_ target: Target) -> [Observation] {
    let found = target.tree.courses(
      focus: target.focus, limit: PipelineFile.defaultLessonLimit)
    guard !found.isEmpty else {
      return [
        .note(
          "there is no course here",
          help: "`academy new course FOLDER` makes one; docs/adopting.md lists what is read")
      ]
    }
    // Where pipeline.json says which courses there are, others may be anything.
    let ours = found.filter { $0.course.manifest != nil }
    let hasPipeline = target.tree.view.entry(at: RepoPath.root.appending("pipeline.json")) != nil
    let shown = hasPipeline && !ours.isEmpty ? ours : found
    return shown.prefix(Self.shown).map(Self.describe)
      + (shown.count > Self.shown ? [.ok("… and \(shown.count - Self.shown) more")] : [])
  }

  private static let shown = 10

  private static func describe(_ loaded: LoadedCourse) -> Observation {
    let course = loaded.course
    let count = course.lessons.count { $0.isListed }
    let text =
      "course: \(course.name), \(course.layout.name), \(count) lesson\(count == 1 ? "" : "s")"
    if course.manifest != nil { return .ok(text) }
    return .note(
      "\(text), and no course.yml",
      help: "`academy adopt` writes one, so that others can rely on it")
  }

  private var hook: Observation {
    do {
      let hook = try CommitHook(around: folder)
      switch hook.state {
      case .installed: return .ok("commits are checked: \(hook.path)")
      case .missing, .other:
        return .note("commits are not checked", help: "`academy hook install`")
      }
    } catch let failure as ToolFailure {
      return .problem(failure)
    } catch {
      return .problem("the commit hook cannot be looked at")
    }
  }
}
