import SourceCore

/// What the rules need of a course's tree beside its pages.
public struct CourseSurroundings: Sendable {
  /// The licence's text: the course's own, else that of a folder above it.
  public let licences: [LicenceFile]
  /// Sizes in bytes of the files that the pages mention, by their path below the course's folder.
  public let sizes: [RepoPath: Int]

  /// Lessons taken from other courses, where a lock says what they were there.
  public var takenLessons: [TakenLesson] = []

  /// Surroundings of which only sizes are known.
  public init(sizes: [RepoPath: Int]) {
    licences = []
    self.sizes = sizes
  }

  /// Looks around in the tree that the course was read from.
  public init(_ course: Course, pages: [LessonFacts], in view: any TreeView, limit: Int) {
    licences = LicenceFile.find(for: course.folder, in: view, limit: limit)
    var names: Set<String> = []
    for page in pages { names.formUnion(page.assetNames) }
    var sizes: [RepoPath: Int] = [:]
    if !names.isEmpty {
      for entry in course.entries where entry.isFile {
        let name = entry.path.name
        guard names.contains(AssetName.mention(of: name)) else { continue }
        let full = TreeEntry(
          path: course.folder.appending(entry.path), kind: entry.kind, blob: entry.blob)
        sizes[entry.path] = view.size(of: full)
      }
    }
    self.sizes = sizes
  }
}
