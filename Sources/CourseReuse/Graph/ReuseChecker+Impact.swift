import CourseModel
import Identifiers
import SourceCore

extension ReuseChecker {
  /// Who reuses a course, directly and through others, and what its pending change means for each;
  /// nil where nobody knows the course.
  ///
  /// - Parameters:
  ///   - version: only direct copies of this version.
  ///   - lesson: only copies of this lesson.
  public func impact(
    of id: String, version: SemVer? = nil, lesson: String? = nil,
    limits: TimeLimits = TimeLimits()
  ) throws(ReadFailure) -> ReuseImpact? {
    let graph = graph()
    guard let course = graph.courses.first(where: { $0.id == id }) else { return nil }
    let index = catalog.index(of: id)
    var pending: ReleaseCheck?
    if let index { pending = try check(release: index, limits: limits) }
    let next = Self.next(pending)
    var takers: [String: [(reuse: ReuseGraph.Reuse, lesson: ReuseGraph.Lesson)]] = [:]
    for reuse in graph.reuses {
      for pair in reuse.lessons {
        takers[reuse.of, default: []].append((reuse, pair))
        takers["\(reuse.of)#\(pair.upstream)", default: []].append((reuse, pair))
      }
    }
    var copies: [ReuseImpact.Copy] = []
    var changes: [SemVer: [CourseChange]?] = [:]
    // Breadth first over (course, lesson), so that each copy is told by its shortest way.
    var seen: Set<[String]> = []
    var queue: [(course: String, lesson: String?, through: [String])] = [(id, lesson, [])]
    var position = 0
    while position < queue.count {
      let (from, wanted, through) = queue[position]
      position += 1
      for (reuse, pair) in takers[wanted.map { "\(from)#\($0)" } ?? from] ?? [] {
        if through.isEmpty, let version, pair.version != version { continue }
        guard seen.insert([reuse.by, from, pair.own, pair.upstream]).inserted else { continue }
        var effect = ReuseImpact.Effect.later
        var found: [CourseChange] = []
        if through.isEmpty {
          (effect, found) = try self.effect(
            on: pair, of: reuse, index, next, pending, limits, &changes)
        }
        copies.append(
          ReuseImpact.Copy(
            course: reuse.by, kind: reuse.kind, lesson: pair, range: reuse.range,
            through: through, effect: effect, changes: found))
        if reuse.by != id { queue.append((reuse.by, pair.own, through + [reuse.by])) }
      }
    }
    return ReuseImpact(course: course, pending: pending, next: next, copies: copies)
  }

  /// The version that a pending change will get.
  private static func next(_ check: ReleaseCheck?) -> SemVer? {
    guard let check, let required = check.required else { return nil }
    guard let declared = check.declared?.core, declared.precedence(to: required) > 0 else {
      return required
    }
    return declared
  }

  private func effect(
    on pair: ReuseGraph.Lesson, of reuse: ReuseGraph.Reuse, _ index: Int?, _ next: SemVer?,
    _ pending: ReleaseCheck?, _ limits: TimeLimits, _ known: inout [SemVer: [CourseChange]?]
  ) throws(ReadFailure) -> (ReuseImpact.Effect, [CourseChange]) {
    guard let index, let version = pair.version else { return (.unknown, []) }
    if known[version] == nil {
      let release = catalog.releases(of: index)[version]
      known[version] = .some(nil)
      if let release { known[version] = try changes(of: index, since: release, limits: limits) }
    }
    guard let all = known[version] ?? nil else { return (.unknown, []) }
    let own = all.filter { $0.lesson == pair.upstream || $0.previousLesson == pair.upstream }
    if own.isEmpty { return (.none, []) }
    if own.contains(where: {
      $0.kind == .lessonRemoved || $0.kind == .lessonRenamed && $0.bump == .major
    }) {
      return (.lost, own)
    }
    // Without a pending change, what is newer has been released already.
    let target = next ?? pending?.base?.version
    guard let target, let range = VersionRange(reuse.range) else { return (.unknown, own) }
    return (range.contains(target) ? .arrives : .outOfRange, own)
  }
}
