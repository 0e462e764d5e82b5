import CourseModel
import Framework
import SourceCore

/// What another framework would mean for one course.
struct CourseImpact {
  /// The course's name.
  let course: String
  /// Errors it has only under the new framework, sorted.
  let errors: [Diagnostic]
  /// How many warnings and notes it has only under the new one.
  let milder: Int
  /// How many findings it no longer has.
  let gone: Int
  /// Whether it has errors under the old one.
  let failedBefore: Bool
}

/// Holds courses against two frameworks.
struct FrameworkTrial {
  let old: Framework
  let new: Framework

  /// The courses of pipeline.json in the current folder; none where there is no such file.
  func ofCurrentAcademy() async throws -> [CourseImpact] {
    guard FileSystem.exists("pipeline.json") else { return [] }
    let pipeline = try PipelineFile.read("pipeline.json")
    let rules = Rules(
      settings: pipeline.settings,
      selection: RuleSelection(profiles: pipeline.profiles, guards: RuleNames.guards))
    var opener = MemberOpener(pipeline: pipeline)
    var impacts: [CourseImpact] = []
    for member in pipeline.courses {
      impacts.append(
        try await impact(opener.open(member), rules, limit: pipeline.lessonLimit))
    }
    return impacts
  }

  /// The courses at some paths.
  func courses(at paths: [String]) async throws -> [CourseImpact] {
    let limit = PipelineFile.defaultLessonLimit
    var impacts: [CourseImpact] = []
    for path in paths {
      let target = try Target.open(path, selection: nil)
      let courses = target.tree.courses(focus: target.focus, limit: limit)
      guard !courses.isEmpty else { throw ToolFailure.noCourse(at: path) }
      let pipeline = try PipelineFile.read(in: target.tree)
      let rules = Rules(
        settings: pipeline?.settings ?? .none,
        selection: RuleSelection(profiles: pipeline?.profiles ?? [], guards: RuleNames.guards))
      for course in courses { impacts.append(try await impact(course, rules, limit: limit)) }
    }
    return impacts
  }

  /// Which rules are on, and what their findings weigh.
  private struct Rules {
    let settings: RuleSettings
    let selection: RuleSelection
  }

  private func impact(
    _ loaded: LoadedCourse, _ rules: Rules, limit: Int
  ) async throws -> CourseImpact {
    let before = try await findings(loaded, old, rules, limit: limit)
    let after = try await findings(loaded, new, rules, limit: limit)
    let errors = Set(before.filter { $0.severity == .error }.map(Fact.init))
    var added = after.filter { $0.severity == .error && !errors.contains(Fact($0)) }
    Diagnostic.finish(&added)
    let (spotsBefore, spotsAfter) = (Set(before.map(Spot.init)), Set(after.map(Spot.init)))
    return CourseImpact(
      course: loaded.course.name, errors: added,
      milder: after.count { $0.severity != .error && !spotsBefore.contains(Spot($0)) },
      gone: before.count { !spotsAfter.contains(Spot($0)) },
      failedBefore: !errors.isEmpty)
  }

  private func findings(
    _ loaded: LoadedCourse, _ framework: Framework, _ rules: Rules, limit: Int
  ) async throws -> [Diagnostic] {
    let checker = CourseChecker(
      framework: framework, limit: limit, settings: rules.settings, selection: rules.selection)
    return rules.selection.apply(
      to: try await checker.check(loaded).diagnostics, rules.settings, rules: AllRules.byID)
  }

  /// Where a rule found something, whatever it weighs and in whatever words.
  private struct Spot: Hashable {
    let rule: String
    let path: String
    let line: Int
    let column: Int

    init(_ diagnostic: Diagnostic) {
      rule = diagnostic.rule
      path = diagnostic.path
      line = diagnostic.line
      column = diagnostic.column
    }
  }

  /// What was found there: a field that is missing besides others makes another fact of it.
  private struct Fact: Hashable {
    let spot: Spot
    let message: String

    init(_ diagnostic: Diagnostic) {
      spot = Spot(diagnostic)
      message = diagnostic.message
    }
  }
}
