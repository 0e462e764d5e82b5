import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// Looks from one course at the others: circles, other versions of the same lesson, what a
/// translation of a whole course lacks.
struct NetworkInquiry {
  let catalog: ReuseCatalog
  let index: Int

  private var course: Course { catalog.members[index].course }

  func ask(_ facts: ReuseFacts) -> NetworkFacts {
    var network = NetworkFacts()
    guard !facts.reuses.isEmpty else { return network }
    (network.cycles, network.courseCycle) = circles()
    network.mixed = mixed(facts)
    network.untranslated = untranslated(facts)
    return network
  }

  // MARK: - Circles

  /// The circles that the course's lessons lie in; else the one that the course itself lies in.
  func circles() -> (lessons: [NetworkFacts.Cycle], course: [String]?) {
    let cycles = lessonCycles()
    return (cycles, cycles.isEmpty ? courseCycle() : nil)
  }

  /// Steps a chain of copies may have.
  private static let depth = 64

  private func lessonCycles() -> [NetworkFacts.Cycle] {
    guard let id = catalog.members[index].id else { return [] }
    var cycles: [NetworkFacts.Cycle] = []
    for reuse in course.metadata.reuses {
      for pair in reuse.lessons {
        let start = "\(id)#\(pair.own)"
        let origin = "\(reuse.course)#\(pair.upstream)"
        guard catalog.lessonCircles.join(start, origin) else { continue }
        if let path = path(from: origin, to: start) {
          cycles.append(.init(pair: pair, path: [start] + path))
        }
      }
    }
    return cycles
  }

  /// The lessons from one to another, along what they were taken from; both ends included.
  private func path(from start: String, to goal: String) -> [String]? {
    var before: [String: String] = [start: ""]
    var next = [start]
    for _ in 0..<Self.depth where !next.isEmpty {
      var further: [String] = []
      for lesson in next {
        if lesson == goal {
          var path = [lesson]
          while let last = path.last, let step = before[last], !step.isEmpty { path.append(step) }
          return path.reversed()
        }
        for origin in catalog.origins(of: lesson) where before[origin] == nil {
          before[origin] = lesson
          further.append(origin)
        }
      }
      next = further
    }
    return nil
  }

  private func courseCycle() -> [String]? {
    guard let id = catalog.members[index].id, catalog.courseCircles.join(id, id) else {
      return nil
    }
    var before: [String: String] = [:]
    var next = [id]
    var isFirst = true
    while !next.isEmpty {
      var further: [String] = []
      for name in next {
        if name == id, !isFirst { break }
        guard let i = catalog.index(of: name) else { continue }
        for reuse in catalog.members[i].course.metadata.reuses {
          if reuse.course == id {
            var path = [id, name]
            while let last = path.last, last != id, let step = before[last] { path.append(step) }
            return path.count == 2 && name == id ? [id, id] : path.reversed()
          }
          // Whoever does not come back is not followed.
          guard catalog.courseCircles.join(id, reuse.course) else { continue }
          if before[reuse.course] == nil {
            before[reuse.course] = name
            further.append(reuse.course)
          }
        }
      }
      next = further
      isFirst = false
    }
    return nil
  }

  // MARK: - Versions

  private func mixed(_ facts: ReuseFacts) -> [NetworkFacts.Mixed] {
    var mixed: [NetworkFacts.Mixed] = []
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        guard let version = lesson.entry?.version else { continue }
        var others: [SemVer: Set<String>] = [:]
        for taker in catalog.takers(of: reuse.declaration.course, lesson.pair.upstream)
        where taker.member != index && taker.version != version {
          others[taker.version, default: []].insert(catalog.members[taker.member].course.name)
        }
        guard !others.isEmpty else { continue }
        mixed.append(
          .init(
            pair: lesson.pair, declaration: reuse.declaration, version: version,
            others: others.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }))
      }
    }
    return mixed
  }

  // MARK: - Translations

  private func untranslated(_ facts: ReuseFacts) -> [NetworkFacts.Untranslated] {
    let node = course.manifest?["translation_of"]
    guard let whole = node?.stringValue ?? node?["course"]?.stringValue else { return [] }
    let entries = facts.reuses.filter { $0.declaration.course == whole }
    guard let first = entries.first(where: { $0.declaration.kind == .translated }),
      let release = entries.flatMap(\.lessons).compactMap(\.release).max(by: {
        $0.version < $1.version
      }), let upstream = catalog.index(of: whole),
      let snapshot = try? catalog.snapshot(release, of: upstream)
    else { return [] }
    let taken = Set(entries.flatMap(\.declaration.lessons).map(\.upstream))
    let lacking = snapshot.lessonIDs.filter { !taken.contains($0) }
    if lacking.isEmpty { return [] }
    return [.init(declaration: first.declaration, version: release.version, lessons: lacking)]
  }
}
