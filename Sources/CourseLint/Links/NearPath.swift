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

  /// The files of one folder, by what is to be the same in a path that was meant.
  private struct Folder {
    var stems: [String: Matches] = [:]
    var endings: [String: Names] = [:]

    mutating func add(_ path: RepoPath, at place: Int) {
      stems[asciiLowercased(path.stem), default: Matches(first: place)].count += 1
      let id = Lesson.defaultID(path)
      endings[path.fileExtension, default: Names()].add(id, at: place)
    }
  }

  /// Ids of the files with one ending.
  private struct Names {
    var ids: [String: Matches] = [:]
    var index = NearMatch.Index()

    mutating func add(_ id: String, at place: Int) {
      ids[id, default: Matches(first: place)].count += 1
      index.add(id)
    }
  }

  /// How many files there are, and which is the first.
  private struct Matches {
    let first: Int
    var count = 0
  }

  private let files: [RepoPath]
  private let byName: [String: [Int]]
  /// Files of the names that are asked for, by their path without regard to case.
  private let byPath: [String: [Int]]
  private let folders: [RepoPath: Folder]

  /// Prepares to find what was meant by links to `targets`, which are not there.
  init(_ course: Course, for targets: [RepoPath]) {
    self.init(course.entries.filter(\.isFile).map(\.path), for: targets)
  }

  /// Prepares to find which of `files` were meant by `targets`.
  init(_ files: [RepoPath], for targets: [RepoPath]) {
    self.files = files
    var names: Set<String> = []
    for target in targets {
      names.insert(asciiLowercased(target.name))
      if let path = Self.slashed(target) { names.insert(asciiLowercased(path.name)) }
    }
    var folders = Dictionary(targets.map { ($0.parent, Folder()) }) { first, _ in first }
    var byName: [String: [Int]] = [:]
    var byPath: [String: [Int]] = [:]
    for (place, file) in files.enumerated() {
      let name = asciiLowercased(file.name)
      if names.contains(name) {
        byName[name, default: []].append(place)
        byPath[asciiLowercased(file.string), default: []].append(place)
      }
      folders[file.parent]?.add(file, at: place)
    }
    self.byName = byName
    self.byPath = byPath
    self.folders = folders
  }

  /// The file whose path differs from `target` in upper and lower case alone.
  func otherCase(of target: RepoPath) -> RepoPath? {
    let found = byPath[asciiLowercased(target.string)] ?? []
    return found.count == 1 ? files[found[0]] : nil
  }

  /// The file meant by a path that leads to `target`; nil where that would be a guess.
  func candidate(for target: RepoPath) -> Candidate? {
    if let path = slashedPath(target) {
      return Candidate(path: path, difference: "is written with `/`", isCertain: true)
    }
    let folder = folders[target.parent]
    if let same = folder?.stems[asciiLowercased(target.stem)], same.count == 1 {
      return Candidate(
        path: files[same.first], difference: "has another ending", isCertain: false)
    }
    // Numbers and endings would make short names look alike.
    let id = Lesson.defaultID(target)
    let names = folder?.endings[target.fileExtension]
    if let same = names?.ids[id], same.count == 1 {
      return Candidate(
        path: files[same.first], difference: "has the same name with another number",
        isCertain: false)
    }
    if let same = byName[asciiLowercased(target.name)], same.count == 1 {
      return Candidate(
        path: files[same[0]], difference: "is in another folder", isCertain: false)
    }
    guard let near = names?.index.best(for: id), let path = names?.ids[near] else { return nil }
    return Candidate(
      path: files[path.first], difference: "is spelt nearly so", isCertain: false)
  }

  /// The path that a target with backslashes is on other systems.
  private static func slashed(_ target: RepoPath) -> RepoPath? {
    let slashed = LinkJudge.slashed(target.string)
    return slashed == target.string ? nil : RepoPath.root.resolving(slashed)
  }

  private func slashedPath(_ target: RepoPath) -> RepoPath? {
    guard let path = Self.slashed(target),
      byPath[asciiLowercased(path.string)]?.contains(where: { files[$0] == path }) == true
    else { return nil }
    return path
  }
}
