import CourseBundle
import CourseLint
import CourseModel
import CourseReuse
import Framework
import SourceCore

/// The courses of an academy, opened and read; the pages are not read yet.
struct AcademySession {
  /// Longest page that is parsed, in bytes.
  let lessonLimit: Int
  /// What the courses are held against.
  let framework: Framework
  /// What the academy changes about rules.
  let settings: RuleSettings
  /// Which rules are on.
  let selection: RuleSelection
  /// From which growth of a course's time on its version must rise.
  let timeLimits: TimeLimits
  /// Folder for bundles, absolute.
  let output: String
  /// What courses are packaged as where nothing else is said.
  let formats: [BundleFormat]
  /// Whether SCORM packages hold one lesson each.
  let scormPerLesson: Bool
  /// The office's own look.
  let brand: Brand?
  /// Address below which the output folder will be, with a slash at its end.
  let siteAddress: String?
  /// Courses that are checked and bundled, in the order of pipeline.json.
  let courses: [LoadedCourse]
  /// Courses that are only reused from.
  let sources: [LoadedCourse]

  /// Opens what pipeline.json names; without that file, the courses of the tree around the current
  /// folder.
  ///
  /// Without `options` only those sources are fetched that never were.
  ///
  /// - Parameter tellsTransfers: whether each transfer is told where no terminal shows it.
  static func open(
    config: String?, framework: FrameworkOptions, sources options: SourceOptions? = nil,
    tellsTransfers: Bool = false
  ) throws -> AcademySession {
    let path = config ?? "pipeline.json"
    if config == nil, !FileSystem.exists(path) {
      return try openCurrentFolder(framework, options, tellsTransfers)
    }
    let pipeline = try PipelineFile.read(path)
    guard !pipeline.courses.isEmpty else {
      throw ToolFailure(
        "\(path) names no course", help: "list the courses' folders under `courses`")
    }
    var opener = MemberOpener(pipeline: pipeline)
    let courses = try pipeline.courses.map { try opener.open($0) }
    let fetching = SourceOpener(
      options: options, limit: pipeline.lessonLimit, tellsTransfers: tellsTransfers)
    var sources = try fetching.open(pipeline.sources.filter { $0.address != nil })
    sources =
      try pipeline.sources.filter { $0.address == nil }.map { try opener.open($0) } + sources
    sources += try fetching.open(namedBy: courses, known: sources)
    return AcademySession(
      lessonLimit: pipeline.lessonLimit,
      framework: try framework.load() ?? pipeline.loadFramework(), settings: pipeline.settings,
      selection: RuleSelection(profiles: pipeline.profiles, guards: RuleNames.guards),
      timeLimits: pipeline.timeLimits, output: pipeline.output,
      formats: pipeline.formats,
      scormPerLesson: pipeline.scormPerLesson, brand: pipeline.brand,
      siteAddress: pipeline.siteAddress,
      courses: courses, sources: sources)
  }

  private static func openCurrentFolder(
    _ framework: FrameworkOptions, _ options: SourceOptions?, _ tellsTransfers: Bool
  ) throws -> AcademySession {
    let limit = PipelineFile.defaultLessonLimit
    let target = try Target.open(".", selection: nil)
    let courses = target.tree.courses(focus: target.focus, limit: limit)
    guard !courses.isEmpty else { throw ToolFailure.noCourse(at: FileSystem.current) }
    return AcademySession(
      lessonLimit: limit, framework: try framework.load() ?? .builtin, settings: .none,
      selection: RuleSelection(guards: RuleNames.guards), timeLimits: TimeLimits(),
      output: FileSystem.resolve("dist", in: FileSystem.current), formats: [.site],
      scormPerLesson: false, brand: nil, siteAddress: nil,
      courses: courses,
      sources: try SourceOpener(options: options, limit: limit, tellsTransfers: tellsTransfers)
        .open(namedBy: courses, known: []))
  }

  /// All courses as the rules about several of them see them, the sources last.
  func academy(releases: (Int) -> ReleaseSet) -> [AcademyCourse] {
    courses.enumerated().map { AcademyCourse($0.element.course, releases: releases($0.offset)) }
      + sources.map { AcademyCourse($0.course) }
  }

  /// What findings become by the selection and the settings.
  func judged(_ found: [Diagnostic]) -> [Diagnostic] {
    selection.apply(to: found, settings, rules: AllRules.byID)
  }

  /// A checker of the courses' pages.
  var courseChecker: CourseChecker {
    CourseChecker(
      framework: framework, limit: lessonLimit, settings: settings, selection: selection)
  }

  /// A checker of the courses' releases and reuse.
  ///
  /// - Parameter store: what earlier runs have found out, for commands that only look.
  func reuseChecker(
    locked: Bool, rules: [any Rule] = ReuseRules.all, store: (any FactStore)? = nil
  ) -> ReuseChecker {
    ReuseChecker(
      framework: framework, members: courses.map(\.member), sources: sources.map(\.member),
      locked: locked, limit: lessonLimit, rules: rules, store: store)
  }
}

extension LoadedCourse {
  /// The course as reuse sees it.
  var member: AcademyMember {
    AcademyMember(
      course: course, view: tree.view, history: tree.knowsHistory ? tree.repository : nil,
      head: tree.head?.id,
      label: label ?? tree.root, assumedID: assumedID)
  }
}

extension ToolFailure {
  /// There is nothing to check.
  static func noCourse(at path: String) -> ToolFailure {
    ToolFailure(
      "there is no course in \(path)",
      help:
        "a course is a folder with a course.yml, a site of the Carpentries Workbench, Jekyll, Quarto, "
        + "Jupyter Book, Hugo or mdBook, or a folder of .md, .qmd or .Rmd files",
      isNoCourse: true)
  }
}
