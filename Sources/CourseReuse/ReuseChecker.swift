import CourseModel
import Framework
import SourceCore

/// Checks the releases of an academy's courses and what they reuse from each other and from sources.
///
/// It remembers what it has read, so one checker serves all courses of a run; like the repositories
/// it reads, it belongs to one thread.
public struct ReuseChecker {
  let framework: Framework
  let catalog: ReuseCatalog
  let rules: [any ReuseRule]
  private let isLocked: Bool

  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - members: the academy's own courses, which may reuse each other.
  ///   - sources: courses that are only reused from.
  ///   - locked: whether what a lock leaves open is an error.
  ///   - limit: longest file that is read, in bytes.
  ///   - store: what earlier runs have found out; nil for finding out everything again.
  public init(
    framework: Framework, members: [AcademyMember], sources: [AcademyMember] = [],
    locked: Bool = false, limit: Int = 5_000_000, rules: [any Rule] = ReuseRules.all,
    store: (any FactStore)? = nil
  ) {
    self.framework = framework
    catalog = ReuseCatalog(members, sources: sources, limit: limit, store: store)
    self.rules = rules.compactMap { $0 as? any ReuseRule }
    isLocked = locked
  }

  /// Checks one of the members.
  public func check(_ index: Int) -> ReuseReport {
    let facts = ReuseResolver(catalog, course: index).resolve()
    return ReuseReport(
      diagnostics: diagnostics(facts), reuses: facts.reuses.compactMap(resolved),
      releases: facts.releases)
  }

  /// Works out the lock of one of the members; nothing is written.
  ///
  /// - Parameter course: the only course that must be found; what is reused from others keeps its
  ///   entries where it cannot be followed.
  public func lock(_ index: Int, only course: String? = nil) -> LockOutcome {
    let facts = ReuseResolver(catalog, course: index).resolve(mending: true)
    do throws(ReadFailure) {
      let outcome = try LockPlan(facts, catalog, course: index).outcome(only: course)
      guard case .refused = outcome else { return outcome }
      return .refused(diagnostics(facts))
    } catch {
      let finding = Finding(nil, "nothing can be locked: \(error.asClause)", help: error.help)
      return .refused([
        Diagnostic(
          finding, rule: UnverifiedReuse.info, severity: .error,
          path: facts.course.folder.appending(facts.lock.path).string, place: nil)
      ])
    }
  }

  /// The releases of one of the members.
  public func releases(_ index: Int) -> ReleaseSet { catalog.released(index) }

  private func resolved(_ reuse: ReuseOutcome) -> ResolvedReuse? {
    let lessons = reuse.lessons.compactMap(\.resolved)
    if lessons.isEmpty { return nil }
    return ResolvedReuse(declaration: reuse.declaration, lessons: lessons, credit: reuse.credit)
  }

  func severity(of rule: any ReuseRule, _ lifecycle: Lifecycle) -> Severity {
    if isLocked, type(of: rule).isErrorWhenLocked { return .error }
    return framework.severity(of: rule.info, lifecycle: lifecycle)
  }

  func diagnostics(_ facts: ReuseFacts) -> [Diagnostic] {
    let course = facts.course
    let lifecycle = course.metadata.effectiveLifecycle
    var diagnostics: [Diagnostic] = []
    for rule in rules {
      let info = rule.info
      let severity = severity(of: rule, lifecycle)
      rule.check(facts) { found in
        let path = course.folder.appending(found.path)
        diagnostics.append(
          Diagnostic(
            found.finding, rule: info, severity: severity, path: path.isRoot ? "." : path.string,
            place: found.place))
      }
    }
    return diagnostics
  }
}
