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

  /// Files that are compared by something that is to be the same.
  private struct Place: Hashable {
    let folder: RepoPath
    /// A stem, or an id.
    let name: String
    /// Empty where it does not matter.
    let ending: String
  }

  private let byName: [String: [RepoPath]]
  private let byStem: [Place: [RepoPath]]
  private let byID: [Place: [RepoPath]]
  /// Ids in a folder of the files with one ending, for what is mistyped.
  private let ids: [Place: NearMatch.Index]

  init(_ course: Course) { self.init(course.entries.filter(\.isFile).map(\.path)) }

  init(_ files: [RepoPath]) {
    byName = Dictionary(grouping: files) { asciiLowercased($0.name) }
    byStem = Dictionary(grouping: files) {
      Place(folder: $0.parent, name: asciiLowercased($0.stem), ending: "")
    }
    byID = Dictionary(grouping: files) {
      Place(folder: $0.parent, name: Lesson.defaultID($0), ending: $0.fileExtension)
    }
    var ids: [Place: NearMatch.Index] = [:]
    for path in files {
      let place = Place(folder: path.parent, name: "", ending: path.fileExtension)
      ids[place, default: NearMatch.Index()].add(Lesson.defaultID(path))
    }
    self.ids = ids
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
    let folder = target.parent
    let stem = asciiLowercased(target.stem)
    if let same = byStem[Place(folder: folder, name: stem, ending: "")], same.count == 1 {
      return Candidate(path: same[0], difference: "has another ending", isCertain: false)
    }
    // Numbers and endings would make short names look alike.
    let id = Lesson.defaultID(target)
    let ending = target.fileExtension
    if let same = byID[Place(folder: folder, name: id, ending: ending)], same.count == 1 {
      return Candidate(
        path: same[0], difference: "has the same name with another number", isCertain: false)
    }
    if sameName.count == 1 {
      return Candidate(path: sameName[0], difference: "is in another folder", isCertain: false)
    }
    guard
      let near = ids[Place(folder: folder, name: "", ending: ending)]?.best(for: id),
      let path = byID[Place(folder: folder, name: near, ending: ending)]?.first
    else { return nil }
    return Candidate(path: path, difference: "is spelt nearly so", isCertain: false)
  }

  private func slashedPath(_ target: RepoPath) -> RepoPath? {
    let slashed = LinkJudge.slashed(target.string)
    guard slashed != target.string, let path = RepoPath.root.resolving(slashed),
      byName[asciiLowercased(path.name)]?.contains(path) == true
    else { return nil }
    return path
  }
}
