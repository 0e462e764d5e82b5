import CourseModel
import SourceCore

/// A course of the academy, or one of a source, with the places it can be read from.
public struct AcademyMember {
  /// The course as it is checked: in a work tree, an index or a revision.
  public let course: Course
  /// Facts of its pages, where they have been gathered.
  public let facts: CourseFacts?
  /// The tree that the course was read from.
  public let view: any TreeView
  /// The past of its repository; nil for a folder in none.
  public let history: (any History)?
  /// The commit that its releases are looked for behind; nil for `HEAD`.
  public let head: ObjectID?
  /// The course's folder below the root of the repository.
  public let repositoryFolder: RepoPath
  /// The path or URL of its repository, for messages.
  public let label: String
  /// The id that others know it by, where its manifest gives none.
  public let assumedID: String?

  /// Makes a member; `repositoryFolder` differs from the course's folder only where the view is of
  /// a part of the repository.
  public init(
    course: Course, facts: CourseFacts? = nil, view: any TreeView, history: (any History)?,
    head: ObjectID? = nil, repositoryFolder: RepoPath? = nil, label: String,
    assumedID: String? = nil
  ) {
    self.course = course
    self.facts = facts
    self.view = view
    self.history = history
    self.head = head
    self.repositoryFolder = repositoryFolder ?? course.folder
    self.label = label
    self.assumedID = assumedID
  }

  /// Where the course is, for messages.
  public var place: String {
    repositoryFolder.isRoot ? label : "\(label)/\(repositoryFolder)"
  }

  /// The course's id: what its manifest says, else what others know it by.
  public var id: String? { course.metadata.id?.value ?? assumedID }
}
