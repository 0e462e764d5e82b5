import CourseModel
import SourceCore

/// Where the files of an upstream lesson stand beside its copy.
struct AssetMapping {
  private let own: CourseSnapshot
  private let path: RepoPath
  /// Files of the original that the copy shows, by upstream's path.
  private var known: [RepoPath: RepoPath] = [:]
  private let shown: [RepoPath]

  /// Finds the files that the copy has from `original`: by content, then by name.
  init(
    own: CourseSnapshot, copy: Lesson?, path: RepoPath, upstream: CourseSnapshot, original: Lesson
  ) {
    self.own = own
    self.path = path
    shown = copy.map(own.assets) ?? []
    var byBlob: [ObjectID: [RepoPath]] = [:]
    let byName = Dictionary(shown.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for file in shown {
      if let blob = try? own.blob(of: file) { byBlob[blob, default: []].append(file) }
    }
    var used: Set<RepoPath> = []
    for file in upstream.assets(of: original) {
      let same = (try? upstream.blob(of: file)).flatMap { byBlob[$0] } ?? []
      // Several files may hold the same, until one of them changes.
      let mine =
        same.first { $0.name == file.name } ?? same.prefix(50).first { !used.contains($0) }
        ?? same.first ?? byName[file.name]
      guard let mine else { continue }
      known[file] = mine
      used.insert(mine)
    }
  }

  /// The path here of each file that a lesson upstream shows; new ones get a path beside the copy.
  func paths(
    of lesson: Lesson, in upstream: CourseSnapshot
  ) throws(ReadFailure) -> [RepoPath: RepoPath] {
    var paths: [RepoPath: RepoPath] = [:]
    for file in upstream.assets(of: lesson) where upstream.course.entry(at: file)?.isFile == true {
      if let mine = known[file] {
        paths[file] = mine
        continue
      }
      let blob = try upstream.blob(of: file)
      let below = file.relative(to: lesson.path.parent)
      let wanted =
        below.map { path.parent.appending($0) }
        ?? path.parent.appending("fig")
        .appending(file.name)
      var place = wanted
      var number = 2
      while own.course.entry(at: place) != nil || own.course.hasFolder(place) {
        if let here = try? own.blob(of: place), here == blob { break }
        let ending = wanted.fileExtension.isEmpty ? "" : ".\(wanted.fileExtension)"
        place = wanted.parent.appending("\(wanted.stem)-\(number)\(ending)")
        number += 1
      }
      paths[file] = place
    }
    return paths
  }
}
