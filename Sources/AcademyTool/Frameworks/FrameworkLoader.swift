import CourseModel
import Framework
import GitStore
import Identifiers
import SourceCore

/// Reads framework documents and those that they extend.
struct FrameworkLoader {
  /// The tree that is checked; a file below it is read from there, not from the disk.
  var tree: OpenedTree?

  private static let limit = 10_000_000

  private static var names: ToolNames {
    ToolNames(
      rules: AllRules.list.map(\.info), layouts: CourseLayout.allCases.map(\.rawValue))
  }

  /// A framework that can be used; throws its first fault otherwise.
  func load(_ place: FrameworkPlace) throws -> Framework {
    if place == .builtin { return .builtin }
    let file = try read(place)
    if let framework = file.reading.framework { return framework }
    let fault = file.firstFault
    throw ToolFailure(
      fault?.message ?? "\(place.name) is no framework document", help: fault?.help)
  }

  /// The framework that some documents make, as `Framework.documents` has them.
  static func framework(_ documents: [[UInt8]]) throws -> Framework {
    var framework = Framework.builtin
    for document in documents.reversed() {
      let base = framework
      let reading = Framework.load(kept: document, names: names) { _ in base }
      guard let made = reading.framework else {
        let fault = reading.problems.first { $0.kind == .fault }
        throw ToolFailure(
          "a framework document that was handed on cannot be read: \(fault?.message ?? "it is empty")",
          help: "run all parts again")
      }
      framework = made
    }
    return framework
  }

  /// A document, whatever is wrong with it; throws where it cannot be read at all.
  func read(_ place: FrameworkPlace) throws -> FrameworkFile { try read(place, below: []) }

  private func read(_ place: FrameworkPlace, below: [FrameworkPlace]) throws -> FrameworkFile {
    let bytes = try bytes(place)
    let reading = Framework.load(bytes, path: Self.path(place), names: Self.names) {
      (reference) throws(FrameworkProblem) in
      do { return try base(reference, of: place, below: below + [place]) } catch {
        throw Self.problem(error, reference)
      }
    }
    return FrameworkFile(bytes, at: place, reading: reading)
  }

  private func base(
    _ reference: FrameworkReference, of place: FrameworkPlace, below: [FrameworkPlace]
  ) throws -> Framework {
    guard let source = reference.source else {
      if reference.name == Framework.builtin.name { return .builtin }
      let near = NearMatch.best(for: reference.name, among: [Framework.builtin.name])
      throw FrameworkProblem(
        reference.range, "there is no framework `\(reference.name)` inside this tool",
        help: near.map { "did you mean `\($0)`?" }
          ?? "say where it is: {framework: \(reference.name), path: …}, "
          + "with `repository` where it is in another one")
    }
    let next = try place.place(of: source)
    if below.contains(next) {
      let chain = (below + [next]).map(\.name).joined(separator: " → ")
      throw FrameworkProblem(
        reference.range, "it extends itself: \(chain)",
        help: "one of them must extend `\(Framework.builtin.name)`")
    }
    let file = try read(next, below: below)
    if let framework = file.reading.framework { return framework }
    let fault = file.firstFault
    throw FrameworkProblem(
      reference.range,
      "`\(reference.name)` cannot be used: \(fault?.message ?? "it is no framework document")",
      help: fault?.help)
  }

  private static func problem(
    _ error: any Error, _ reference: FrameworkReference
  ) -> FrameworkProblem {
    if let problem = error as? FrameworkProblem { return problem }
    let failure = error as? ToolFailure
    return FrameworkProblem(
      reference.range,
      "`\(reference.name)` cannot be read: \(failure?.message ?? "\(error)")",
      help: failure?.help)
  }

  /// The path whose ending says what the document is written in.
  private static func path(_ place: FrameworkPlace) -> String {
    switch place {
    case .builtin: "framework.json"
    case .file(let path): path
    case .stored(_, let path, _): path.string
    }
  }

  private func bytes(_ place: FrameworkPlace) throws -> [UInt8] {
    switch place {
    case .builtin: return Array(Framework.builtinText.utf8)
    case .file(let path): return try file(path)
    case .stored(let folder, let path, let point):
      do {
        guard let repository = try Repository.discover(from: folder) else {
          throw ToolFailure("there is no repository at \(folder)")
        }
        let commit = try commit(point, path, repository)
        guard let blob = try repository.objectID(at: path, in: commit) else {
          throw ToolFailure(
            "\(place.name): the commit \(commit.short) of \(folder) has no file \(path)",
            help: "write the path from the repository's root")
        }
        return try repository.blob(blob, limit: Self.limit)
      } catch let error as GitError {
        throw ToolFailure(error.message, help: error.help)
      } catch let failure as ReadFailure {
        throw ToolFailure(failure.message, help: failure.help)
      }
    }
  }

  private func commit(
    _ point: FrameworkSource.Point, _ path: RepoPath, _ repository: Repository
  ) throws -> ObjectID {
    switch point {
    case .revision(let name): return try repository.commit(name).id
    case .release(let text):
      guard let version = SemVer(text) else {
        throw ToolFailure(
          "`\(text)` is no version", help: "a release is named as in 1.2.0; a tag with `rev`")
      }
      return try FrameworkRelease(
        history: repository, path: path, version: version, limit: Self.limit
      ).commit()
    }
  }

  /// A file from the tree that is checked, where that is a commit or the index; else from the disk.
  private func file(_ path: String) throws -> [UInt8] {
    guard let tree, path.hasPrefix(tree.root + "/"), tree.view.origin != .worktree,
      tree.view.origin != .folder
    else { return try FileSystem.read(path, limit: Self.limit) }
    let below = Target.focus(of: path, below: tree.root)
    guard let entry = tree.view.entry(at: below) else {
      throw ToolFailure(
        "what is checked has no framework document \(below)",
        help: "name one with --framework, or the commit that has it")
    }
    do throws(ReadFailure) {
      return try tree.view.read(entry, limit: Self.limit)
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
  }
}
