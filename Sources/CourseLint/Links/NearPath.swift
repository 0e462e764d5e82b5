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
    /// Whether it is the path that was written but for upper and lower case.
    var isOtherCase = false
  }

  private let files: [RepoPath]
  private let byName: [String: [RepoPath]]

  init(_ course: Course) { self.init(course.entries.filter(\.isFile).map(\.path)) }

  init(_ files: [RepoPath]) {
    self.files = files
    byName = Dictionary(grouping: files) { asciiLowercased($0.name) }
  }

  /// The file meant by a path that leads to `target`; nil where that would be a guess.
  func candidate(for target: RepoPath) -> Candidate? {
    if let path = slashedPath(target) {
      return Candidate(path: path, difference: "is written with `/`", isCertain: true)
    }
    let folded = asciiLowercased(target.string)
    let sameName = byName[asciiLowercased(target.name)] ?? []
    let otherCase = sameName.filter { asciiLowercased($0.string) == folded }
    if otherCase.count == 1 {
      return Candidate(
        path: otherCase[0], difference: "differs in upper and lower case", isCertain: true,
        isOtherCase: true)
    }
    let siblings = files.filter { $0.parent == target.parent }
    let stem = asciiLowercased(target.stem)
    let sameStem = siblings.filter { asciiLowercased($0.stem) == stem }
    if sameStem.count == 1 {
      return Candidate(path: sameStem[0], difference: "has another ending", isCertain: false)
    }
    let id = Lesson.defaultID(target)
    let renumbered = siblings.filter {
      Lesson.defaultID($0) == id && $0.fileExtension == target.fileExtension
    }
    if renumbered.count == 1 {
      return Candidate(
        path: renumbered[0], difference: "has the same name with another number", isCertain: false)
    }
    if sameName.count == 1 {
      return Candidate(path: sameName[0], difference: "is in another folder", isCertain: false)
    }
    // Numbers and endings would make short names look alike.
    let alike = siblings.filter { $0.fileExtension == target.fileExtension }
    let near = NearMatch.best(for: id, among: alike.lazy.map(Lesson.defaultID))
    return alike.first { Lesson.defaultID($0) == near }.map {
      Candidate(path: $0, difference: "is spelt nearly so", isCertain: false)
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
