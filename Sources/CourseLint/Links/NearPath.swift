import CourseModel
import Identifiers
import SourceCore

/// Finds the file that somebody meant who linked to one that is not there.
struct NearPath {
  /// A file that may have been meant.
  struct Candidate {
    /// Its path below the course's folder.
    let path: RepoPath
    /// What is different about it, as a clause.
    let difference: String
    /// Whether nothing else can have been meant.
    let isCertain: Bool
  }

  /// A file beside the one looked for, with what its name is compared by.
  private struct Sibling {
    let path: RepoPath
    let stem: String
    let id: String
    let ending: String
  }

  private let byName: [String: [RepoPath]]
  private let byFolder: [RepoPath: [Sibling]]

  init(_ course: Course) { self.init(course.entries.filter(\.isFile).map(\.path)) }

  init(_ files: [RepoPath]) {
    byName = Dictionary(grouping: files) { asciiLowercased($0.name) }
    var byFolder: [RepoPath: [Sibling]] = [:]
    for path in files {
      byFolder[path.parent, default: []].append(
        Sibling(
          path: path, stem: asciiLowercased(path.stem), id: Lesson.defaultID(path),
          ending: path.fileExtension))
    }
    self.byFolder = byFolder
  }

  /// The file whose path differs from `target` in upper and lower case alone.
  func otherCase(of target: RepoPath) -> RepoPath? {
    guard let sameName = byName[asciiLowercased(target.name)] else { return nil }
    let folded = asciiLowercased(target.string)
    let found = sameName.filter { asciiLowercased($0.string) == folded }
    return found.count == 1 ? found[0] : nil
  }

  /// The file meant by a path that leads to `target`; nil where that would be a guess.
  func candidate(for target: RepoPath) -> Candidate? {
    if let path = slashedPath(target) {
      return Candidate(path: path, difference: "is written with `/`", isCertain: true)
    }
    let sameName = byName[asciiLowercased(target.name)] ?? []
    let siblings = byFolder[target.parent] ?? []
    let stem = asciiLowercased(target.stem)
    let sameStem = siblings.filter { $0.stem == stem }
    if sameStem.count == 1 {
      return Candidate(path: sameStem[0].path, difference: "has another ending", isCertain: false)
    }
    let id = Lesson.defaultID(target)
    let ending = target.fileExtension
    // Numbers and endings would make short names look alike.
    let alike = siblings.filter { $0.ending == ending }
    let renumbered = alike.filter { $0.id == id }
    if renumbered.count == 1 {
      return Candidate(
        path: renumbered[0].path, difference: "has the same name with another number",
        isCertain: false)
    }
    if sameName.count == 1 {
      return Candidate(path: sameName[0], difference: "is in another folder", isCertain: false)
    }
    let near = NearMatch.best(for: id, among: alike.lazy.map(\.id))
    return alike.first { $0.id == near }.map {
      Candidate(path: $0.path, difference: "is spelt nearly so", isCertain: false)
    }
  }

  private func slashedPath(_ target: RepoPath) -> RepoPath? {
    let slashed = LinkJudge.slashed(target.string)
    guard slashed != target.string, let path = RepoPath.root.resolving(slashed),
      byName[asciiLowercased(path.name)]?.contains(path) == true
    else { return nil }
    return path
  }
}
