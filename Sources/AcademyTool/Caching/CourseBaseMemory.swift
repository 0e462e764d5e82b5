import CourseModel
import Digest
import SourceCore

/// Remembers the base of one course, of which there is one for each clone and set of options.
struct CourseBaseMemory {
  private let store: any FactStore
  private let key: FactKey
  /// Digest of what counts for the course as a whole besides the given paths, which are pages.
  private let frame: ([RepoPath]) -> [UInt8]?
  /// Knows what was read when the course was.
  private let recorder: TreeRecorder
  /// What an earlier run found, being read on another thread; nil where there is nothing.
  private let reading: Task<CourseBase?, Never>?

  /// Begins to read what is remembered of a course.
  ///
  /// - Parameters:
  ///   - root: where the clone is: other clones have other bases.
  ///   - settings: digest of options, settings and framework.
  init(
    _ store: any FactStore, root: String, folder: RepoPath, settings: [UInt8],
    recorder: TreeRecorder, frame: @escaping ([RepoPath]) -> [UInt8]?
  ) {
    self.store = store
    self.recorder = recorder
    self.frame = frame
    key = FactKey("course base", build: store.build) { writer in
      writer.text(root)
      writer.text(folder.string)
      writer.data(settings)
    }
    reading = store.values(for: [key])[0].map { bytes in
      Task {
        Heap.grow()
        return CourseBase(bytes)
      }
    }
  }

  /// The digest of all that is no page.
  func frame(of course: Course) -> [UInt8]? { frame(course.pages.map(\.entry.path)) }

  /// What is known of the course, where pages are linted in a context.
  func recall(_ context: [UInt8]) async -> CourseBase? {
    guard let base = await reading?.value, base.context == context else { return nil }
    return base
  }

  /// Paths of pages that were read when the course was.
  func sources(of course: Course) -> Set<String> {
    let read = Set(recorder.reads.keys.map(\.path))
    return Set(course.pages.lazy.filter { read.contains($0.entry.path) }.map(\.path.string))
  }

  /// Keeps a base in the place of the one before.
  func keep(_ bytes: [UInt8]) { store.put([(key, bytes)]) }
}
