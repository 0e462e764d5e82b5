import CourseModel
import SourceCore

/// What a bundle is made of.
public struct BundleRequest: Sendable {
  /// The course, as it was read.
  public let course: Course
  /// What it was read from: a release, a commit or a work tree.
  public let mark: BundleMark
  /// Pages that are parsed already; the others are read and parsed here.
  public let lessons: [Lesson]
  /// Credits of reused lessons, by their path below the course's folder.
  public let credits: [RepoPath: ReuseCredit]
  /// The framework that the course was held against, with its version.
  public let framework: String?
  /// Address below which the output folder will be, with a slash at its end, where that is known.
  public let siteAddress: String?
  /// Longest page that is read, in bytes.
  public let pageLimit: Int
  /// Longest other file that is read, in bytes.
  public let assetLimit: Int

  /// Whom the bundle is for.
  public let edition: BundleEdition
  /// The route that it holds; nil for the whole course.
  public internal(set) var path: LearningPath?
  /// The office's own look.
  public let brand: Brand?

  /// Makes a request.
  public init(
    course: Course, mark: BundleMark, lessons: [Lesson] = [],
    credits: [RepoPath: ReuseCredit] = [:], edition: BundleEdition = .learner,
    path: LearningPath? = nil, brand: Brand? = nil, framework: String? = nil,
    siteAddress: String? = nil, pageLimit: Int = 5_000_000, assetLimit: Int = 100_000_000
  ) {
    self.course = course
    self.mark = mark
    self.lessons = lessons
    self.credits = credits
    self.edition = edition
    self.path = path
    self.brand = brand
    self.framework = framework
    self.siteAddress = siteAddress
    self.pageLimit = pageLimit
    self.assetLimit = assetLimit
  }

  /// What names of files say of path and edition.
  var variant: String {
    (path.map { "-\($0.name)" } ?? "") + (edition == .instructor ? "-instructor" : "")
  }
}
