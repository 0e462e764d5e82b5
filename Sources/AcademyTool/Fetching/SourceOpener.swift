import CourseModel
import CourseReuse
import SourceCore

/// Opens courses of other offices: fetches their repositories, and reads them from the mirrors.
struct SourceOpener {
  /// How to fetch; nil for fetching only what never was.
  let options: SourceOptions?
  /// Longest lesson that is parsed, in bytes.
  let limit: Int
  /// Whether each transfer is told where no terminal shows it.
  var tellsTransfers = false

  /// The courses that pipeline.json names by an address.
  ///
  /// - Throws: where one cannot be fetched; an old state must not pass for the present one.
  func open(_ members: [PipelineFile.Member]) throws -> [LoadedCourse] {
    let addresses = members.compactMap(\.address)
    guard !addresses.isEmpty else { return [] }
    let cache = try MirrorCache.ofUser()
    let failures = try fetch(addresses, cache)
    for address in addresses {
      if let failure = failures[address] { throw Self.failure(failure, address, cache) }
    }
    var courses: [LoadedCourse] = []
    for member in members {
      guard let address = member.address else { continue }
      let all = try read(address, cache)
      let found = member.isWhole ? all : all.filter { $0.course.folder == member.folder }
      guard !found.isEmpty else {
        let known = all.map { $0.course.folder.isRoot ? "." : $0.course.folder.string }
        throw ToolFailure(
          "\(address.shown) has no course\(member.isWhole ? "" : " in `\(member.folder)`")",
          help: known.isEmpty ? nil : "it has: \(known.joined(separator: ", "))")
      }
      courses += found
    }
    return courses
  }

  /// The courses of one repository.
  ///
  /// - Throws: where it cannot be fetched.
  func open(_ address: SourceAddress) throws -> [LoadedCourse] {
    let cache = try MirrorCache.ofUser()
    if let failure = try fetch([address], cache)[address] {
      throw Self.failure(failure, address, cache)
    }
    return try read(address, cache)
  }

  private static func failure(
    _ failure: FetchFailure, _ address: SourceAddress, _ cache: MirrorCache
  ) -> ToolFailure {
    let kept = cache.day(of: address).map { "; --offline uses what was fetched on \($0)" }
    return ToolFailure(
      "\(address.shown) cannot be fetched: \(failure.message)",
      help: (failure.help ?? "see whether the address is spelled right") + (kept ?? ""))
  }

  /// The courses that nobody has yet and that a manifest says where to find (`url:`).
  ///
  /// Such an address may well be a page for people, so a failure is only told.
  func open(namedBy courses: [LoadedCourse], known: [LoadedCourse]) throws -> [LoadedCourse] {
    var ids = Set((courses + known).compactMap { $0.course.metadata.id?.value })
    var wanted: [(id: String, address: SourceAddress)] = []
    var found: [LoadedCourse] = []
    for loaded in courses {
      for reuse in loaded.course.metadata.reuses {
        guard let url = reuse.url, !ids.contains(reuse.course) else { continue }
        if let address = SourceAddress(url) {
          wanted.append((reuse.course, address))
        } else if !SourceAddress.isMeant(url), let near = folder(url, beside: loaded) {
          ids.insert(reuse.course)
          found += Self.meant(reuse.course, near)
        }
      }
    }
    guard !wanted.isEmpty else { return found }
    let cache = try MirrorCache.ofUser()
    var addresses: [SourceAddress] = []
    for (_, address) in wanted where !addresses.contains(address) { addresses.append(address) }
    let failures = try fetch(addresses, cache)
    for (id, address) in wanted where ids.insert(id).inserted {
      if let failure = failures[address] {
        Console.error(
          "warning: \(address.shown) cannot be fetched: \(failure.message)\n"
            + (failure.help.map { "  = help: \($0)\n" } ?? ""))
      }
      guard cache.has(address) else { continue }
      found += Self.meant(id, try read(address, cache))
    }
    return found
  }

  /// The course with an id; a repository's only course, where that has no manifest, is the one that
  /// its reuser gave a name.
  private static func meant(_ id: String, _ courses: [LoadedCourse]) -> [LoadedCourse] {
    if let found = courses.first(where: { $0.course.metadata.id?.value == id }) { return [found] }
    guard courses.count == 1, courses[0].course.manifest == nil else { return [] }
    var course = courses[0]
    course.assumedID = id
    return [course]
  }

  /// The courses of a repository beside a course's own.
  private func folder(_ path: String, beside loaded: LoadedCourse) -> [LoadedCourse]? {
    let base = FileSystem.resolve(loaded.course.folder.string, in: loaded.tree.root)
    guard let real = FileSystem.real(FileSystem.resolve(path, in: base)),
      let target = try? Target.open(real, selection: nil)
    else { return nil }
    return target.tree.courses(focus: target.focus, limit: limit)
  }

  private func fetch(
    _ addresses: [SourceAddress], _ cache: MirrorCache
  ) throws -> [SourceAddress: FetchFailure] {
    var unique: [SourceAddress] = []
    for address in addresses where !unique.contains(address) { unique.append(address) }
    if let options, options.offline {
      var failures: [SourceAddress: FetchFailure] = [:]
      for address in unique where !cache.has(address) {
        failures[address] = FetchFailure(
          "it was never fetched", help: "run the command once without --offline")
      }
      return failures
    }
    let due = options == nil ? unique.filter { !cache.has($0) } : unique
    if due.isEmpty { return [:] }
    if tellsTransfers, !Console.errorIsTerminal {
      for address in due { Console.error("fetch \(address.shown)\n") }
    }
    return try SourceFetcher(cache: cache, timeout: options?.timeout ?? 60).fetch(due)
  }

  private func read(_ address: SourceAddress, _ cache: MirrorCache) throws -> [LoadedCourse] {
    let tree = try OpenedTree.open(cache.path(of: address), selection: nil)
    return tree.courses(focus: .root, limit: limit).map { loaded in
      LoadedCourse(tree: loaded.tree, course: loaded.course, label: address.shown)
    }
  }
}
