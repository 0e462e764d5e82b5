import SourceCore

/// A lesson taken from another course: its file there and here.
public struct TakenLesson: Sendable, Hashable {
  /// The course it was taken from.
  public let course: String
  /// Its file there, below that course's folder.
  public let original: RepoPath
  /// Its file here, below this course's folder.
  public let copy: RepoPath

  /// Makes a lesson.
  public init(course: String, original: RepoPath, copy: RepoPath) {
    self.course = course
    self.original = original
    self.copy = copy
  }
}
