import CourseModel
import Framework
import Identifiers
import SourceCore

/// What of a course a version number makes promises about.
struct CourseShape {
  let metadata: CourseMetadata
  let lessons: [LessonShape]
  /// Files that lessons show or link to, with their content.
  let assets: [RepoPath: ObjectID]
  /// All files of the course.
  let files: Set<RepoPath>
  /// All files of the course by content, to find what was moved.
  let filesByContent: [ObjectID: RepoPath]
  /// Objectives that the manifest declares, each with its level.
  let objectives: [LessonShape.Objective]

  /// Reads a course as it is in a snapshot; drafts make no promises.
  init(_ snapshot: CourseSnapshot, framework: Framework) throws(ReadFailure) {
    let course = snapshot.course
    metadata = course.metadata
    var aliases: [RepoPath: [String]] = [:]
    for entry in course.listed {
      if let path = entry.path { aliases[path] = entry.aliases }
    }
    var lessons: [LessonShape] = []
    for page in course.lessons where page.isListed {
      lessons.append(
        try LessonShape(
          page, aliases: aliases[page.path] ?? [], in: snapshot, framework: framework))
    }
    self.lessons = lessons
    var assets: [RepoPath: ObjectID] = [:]
    for path in Set(lessons.flatMap(\.assets)).sorted()
    where course.entry(at: path)?.isFile == true {
      assets[path] = try snapshot.blob(of: path)
    }
    self.assets = assets
    files = Set(course.entries.map(\.path))
    var filesByContent: [ObjectID: RepoPath] = [:]
    // A file of the work tree that was changed has no id of its own; only assets need one.
    for entry in course.entries.reversed() {
      if let blob = entry.blob { filesByContent[blob] = entry.path }
    }
    for (path, blob) in assets { filesByContent[blob] = path }
    self.filesByContent = filesByContent
    let verbs = framework.verbs(language: metadata.effectiveLanguage)
    objectives = metadata.objectives.map { objective in
      LessonShape.Objective(
        id: objective.id, text: objective.text,
        bloom: objective.bloom.flatMap(BloomLevel.init(rawValue:))
          ?? verbs?.level(of: objective.text))
    }
  }

  /// Languages that the lessons are in, the course's own among them.
  var languages: Set<String> {
    Set(lessons.map(\.language)).union([metadata.effectiveLanguage])
  }

  /// What a learner spends on all lessons, in minutes.
  var time: Int { lessons.reduce(0) { $0 + $1.time } }
}
