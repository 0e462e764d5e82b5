import CourseModel
import Digest
import SourceCore

/// Remembers the base of one course, of which there is one for each clone and set of options.
struct CourseBaseMemory {
  private let store: any FactStore
  /// Where the course is: other clones have other bases.
  private let root: String
  private let folder: RepoPath
  /// Digest of what counts for the course as a whole besides the given paths, which are pages.
  private let frame: (Set<RepoPath>) -> [UInt8]?
  /// Knows what was read when the course was.
  private let recorder: TreeRecorder

  init(
    _ store: any FactStore, root: String, folder: RepoPath, recorder: TreeRecorder,
    frame: @escaping (Set<RepoPath>) -> [UInt8]?
  ) {
    self.store = store
    self.root = root
    self.folder = folder
    self.recorder = recorder
    self.frame = frame
  }

  /// The digest of all that is no page.
  func frame(of course: Course) -> [UInt8]? { frame(Set(course.pages.map(\.entry.path))) }

  /// What is known of the course, where pages are linted in a context.
  func recall(_ context: [UInt8]) -> CourseBase? {
    store.values(for: [key(context)])[0].flatMap { CourseBase($0) }
  }

  /// Paths of pages that were read when the course was.
  func sources(of course: Course) -> Set<String> {
    let read = Set(recorder.reads.keys.map(\.path))
    return Set(course.pages.lazy.filter { read.contains($0.entry.path) }.map(\.path.string))
  }

  /// Keeps a base in the place of the one before.
  func keep(_ bytes: [UInt8], _ context: [UInt8]) { store.put([(key(context), bytes)]) }

  private func key(_ context: [UInt8]) -> FactKey {
    FactKey("course base", build: store.build) { writer in
      writer.text(root)
      writer.text(folder.string)
      writer.data(context)
    }
  }
}
