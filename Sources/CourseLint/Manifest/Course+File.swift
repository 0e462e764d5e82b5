import CourseModel
import SourceCore

extension Course {
  /// The files that describe the course, the one that counts first.
  var describingFiles: [CourseFile] { [manifest, config, citation].compactMap(\.self) }

  /// The describing file with a path.
  func describingFile(at path: RepoPath) -> CourseFile? {
    describingFiles.first { $0.path == path }
  }
}
