import CourseModel
import Framework
import SourceCore

extension ReuseChecker {
  /// The findings in some of the members, from an earlier run where nothing has changed that they
  /// depend on.
  public func diagnostics(of indices: some Sequence<Int>) -> [Diagnostic] {
    let indices = Array(indices)
    guard let store = catalog.store else { return indices.flatMap { check($0).diagnostics } }
    // A course that reuses nothing is checked faster than looked up.
    let keys = indices.map { index in
      catalog.members[index].course.metadata.reuses.isEmpty
        ? nil : catalog.checkKey(of: index, store) { describe(index, &$0) }
    }
    var remembered: [FactKey: RememberedCheck] = [:]
    let wanted = keys.compactMap(\.self)
    for (key, facts) in zip(wanted, store.values(for: wanted)) {
      remembered[key] = facts.flatMap { RememberedCheck(facts: $0) }
    }
    var found: [Diagnostic] = []
    for (index, key) in zip(indices, keys) {
      if let key, let check = remembered[key], catalog.holds(check.courses, check.objects) {
        found += check.findings
      } else {
        found += checked(index, remembering: key)
      }
    }
    return found
  }

  /// What this run has found out for the next one is kept.
  public func remember() {
    catalog.store?.put(catalog.additions)
    catalog.additions = []
  }

  /// Checks a course by looking at it.
  private func checked(_ index: Int, remembering key: FactKey?) -> [Diagnostic] {
    catalog.trace = CheckTrace()
    let facts = ReuseResolver(catalog, course: index).resolve()
    let found = diagnostics(facts)
    if let key, facts.isLasting, let trace = catalog.trace,
      let check = RememberedCheck(found, trace, in: catalog)
    {
      catalog.additions.append((key, check.facts))
    }
    catalog.trace = nil
    return found
  }

  /// What else the findings depend on: the rules, with what each weighs.
  private func describe(_ index: Int, _ writer: inout FactWriter) {
    writer.integer(catalog.limit)
    let lifecycle = catalog.members[index].course.metadata.effectiveLifecycle
    writer.list(rules) { writer, rule in
      writer.text(rule.info.id)
      writer.text(severity(of: rule, lifecycle).rawValue)
    }
  }
}
