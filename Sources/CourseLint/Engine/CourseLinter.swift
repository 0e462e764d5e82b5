import CourseModel
import Framework
import SourceCore

/// Runs the course rules on a course and its pages' facts.
public struct CourseLinter: Sendable {
  /// A rule in one of the ways in which it looks at a course.
  private struct Check: Sendable {
    let rule: any Rule
    /// As one of the course as a whole.
    var course: (any CourseRule)?
    /// As one of its links.
    var link: (any LinkRule)?

    /// Whether it looks at links.
    var isOfLinks: Bool { link != nil }
  }

  private let framework: Framework
  private let settings: RuleSettings
  private let checks: [Check]

  /// Makes a linter with the rules that are on.
  public init(
    framework: Framework, rules: [any Rule] = LintRules.onByDefault, settings: RuleSettings = .none
  ) {
    self.framework = framework
    self.settings = settings
    checks = rules.flatMap { rule in
      let facets = RuleFacets.of(rule)
      return [
        facets.course.map { Check(rule: rule, course: $0) },
        facets.link.map { Check(rule: rule, link: $0) },
      ].compactMap(\.self)
    }
  }

  /// What some rules ask of the pages' facts; nil where they ask nothing of the pages and of what
  /// is beside them.
  public static func reads(_ rules: [any Rule]) -> FactParts? {
    var reads: FactParts?
    for rule in rules {
      let facets = RuleFacets.of(rule)
      if let course = facets.course, type(of: course).readsPages {
        reads = (reads ?? []).union(type(of: course).reads)
      }
      // Of what links lead to, the sizes are known by the names that pages mention, and lessons that
      // were taken from elsewhere by their ids.
      if facets.link != nil {
        reads = (reads ?? []).union([.links, .anchors, .assets, .identity])
      }
    }
    return reads
  }

  /// How many checks there are; the same rules make the same checks.
  public var count: Int { checks.count }

  /// The checks in two halves that take about as long, those of links and all others.
  public var halves: [[Int]] {
    [
      checks.indices.filter { checks[$0].isOfLinks },
      checks.indices.filter { !checks[$0].isOfLinks },
    ]
    .filter { !$0.isEmpty }
  }

  /// What the course rules find, unsorted.
  public func lint(_ facts: CourseFacts) -> [Diagnostic] {
    lint(facts, Array(checks.indices)).flatMap(\.self)
  }

  /// What some checks find, each for itself.
  ///
  /// - Parameter pages: the pages whose links are looked at; nil for all.
  public func lint(
    _ facts: CourseFacts, _ wanted: [Int], linksOf pages: Set<RepoPath>? = nil
  ) -> [[Diagnostic]] {
    let course = facts.course
    let context = context(course)
    let severities = LessonLinter.severities(
      wanted.map { checks[$0].rule }, framework, course.metadata.effectiveLifecycle)
    let judged =
      wanted.contains { checks[$0].isOfLinks } ? JudgedLinks(facts, of: pages) : nil
    return wanted.map { index in
      let check = checks[index]
      let info = check.rule.info
      var found = PlacedPacker(info, severities[info.id] ?? info.severity)
      let report = { (finding: CourseFinding) in finding.add(to: &found, in: course) }
      check.course?.check(facts, context, report: report)
      if let judged { check.link?.check(judged, context, report: report) }
      return found.finish()
    }
  }

  private func context(_ course: Course) -> LessonContext {
    LessonContext(
      framework: framework, layout: course.layout, lifecycle: course.metadata.effectiveLifecycle,
      settings: settings, folder: course.folder)
  }

  // MARK: - Again

  /// What is to be checked again after the facts of some pages have changed.
  public struct Repetition: Sendable {
    /// Checks of the whole course.
    public var whole: [Int] = []
    /// Checks of the links of the changed pages alone.
    public var ofPages: [Int] = []
    /// What the checks read of all pages.
    public var reads: FactParts = []
  }

  /// What is to be checked again where some parts of pages' facts have changed and nothing else has.
  ///
  /// - Parameter surroundings: what is beside the pages, the same as before.
  public func repetition(
    after changes: FactParts, _ course: Course, _ surroundings: CourseSurroundings?
  ) -> Repetition {
    var again = Repetition()
    let context = context(course)
    for (index, check) in checks.enumerated() {
      if let rule = check.link {
        guard !changes.isDisjoint(with: [.links, .anchors]) else { continue }
        let looksAtPagesAlone = type(of: rule).looksAtPagesAlone
        if !rule.mayFind(surroundings, context) { continue }
        // Anchors are what links of other pages lead to.
        if looksAtPagesAlone, !changes.contains(.anchors) {
          again.ofPages.append(index)
          again.reads.formUnion([.anchors])
        } else {
          again.whole.append(index)
          again.reads.formUnion([.links, .anchors])
        }
      } else if let rule = check.course {
        let reads = type(of: rule).reads
        if changes.isDisjoint(with: reads) { continue }
        again.whole.append(index)
        again.reads.formUnion(reads)
      }
    }
    return again
  }
}
