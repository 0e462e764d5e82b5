import SourceCore

/// What the reader of a layout found in a course's folder.
struct LayoutReading {
  /// Pages in reading order, with paths below the course's folder.
  var pages: [CoursePage] = []
  /// Lessons as the generator's own files list them; empty where they do not.
  var listed: [ListedLesson] = []
  /// The generator's configuration.
  var config: CourseFile?
  /// The file that holds the list, where it is neither the manifest nor the configuration.
  var list: CourseFile?
  /// What the configuration says of the course.
  var site = SiteMetadata()
}

/// What the reader of a layout starts from.
struct LayoutInput {
  /// The course's files.
  var files: CourseFiles
  /// Where its pages are.
  let content: RepoPath
  /// The manifest's list of lessons, which wins over every other one.
  let declared: [ListedLesson]
}
