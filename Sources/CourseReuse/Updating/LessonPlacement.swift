import CourseModel
import SourceCore
import StructuredData

/// Where a lesson that joins a course is put: its file's name, and the course's list of lessons.
public struct LessonPlacement {
  private let course: Course

  /// Prepares to add lessons to a course.
  public init(_ course: Course) { self.course = course }

  /// A file's name; numbered on where the folder's lessons are numbered.
  public func fileName(
    _ id: String, ending: String, in folder: RepoPath, taken: [RepoPath] = []
  ) -> String {
    let stems = (course.lessons.map(\.path) + taken).filter { $0.parent == folder }.map(\.stem)
    let numbers = stems.map { $0.prefix { $0.isASCII && $0.isNumber } }
    guard !stems.isEmpty, numbers.allSatisfy({ !$0.isEmpty && $0.count < 6 }) else {
      return "\(id).\(ending)"
    }
    let next = String((numbers.compactMap { Int($0) }.max() ?? 0) + 1)
    let width = numbers.map(\.count).max() ?? 2
    return String(repeating: "0", count: max(0, width - next.count)) + "\(next)-\(id).\(ending)"
  }

  /// Puts lessons into the course's list of lessons, where it has one; false where that list is not
  /// one that is edited.
  ///
  /// - Parameter files: what is going to be written, by path below the course's folder.
  public func list(
    _ lessons: [(id: String, path: RepoPath)], in files: inout [RepoPath: [UInt8]]
  ) throws(ReuseFailure) -> Bool {
    guard !course.listed.isEmpty else { return true }
    if let manifest = course.manifest, manifest["lessons"]?.array?.isEmpty == false {
      for lesson in lessons {
        try Self.add(
          ["id: \(BlockList.scalar(lesson.id))", "path: \(BlockList.scalar(lesson.path.string))"],
          to: "lessons", of: manifest, &files)
      }
    } else if let config = course.config, config["episodes"]?.array?.isEmpty == false {
      for lesson in lessons {
        let name = RepoPath("episodes").flatMap { lesson.path.relative(to: $0) } ?? lesson.path
        try Self.add([BlockList.scalar(name.string)], to: "episodes", of: config, &files)
      }
    } else {
      return false
    }
    return true
  }

  /// Adds an item to a list of one of the files that describe the course.
  static func add(
    _ item: [String], to key: String, of file: CourseFile, _ files: inout [RepoPath: [UInt8]]
  ) throws(ReuseFailure) {
    let bytes = files[file.path] ?? file.text.bytes
    let root = CourseFile(path: file.path, bytes: bytes).data.root
    guard let changed = BlockList.adding(item, to: key, of: root, in: bytes) else {
      throw ReuseFailure(
        "`\(key)` in \(file.path) cannot be edited without touching the rest",
        help: "write it as a list with one entry a line, and try again")
    }
    files[file.path] = changed
  }
}
