import CourseModel
import Digest
import Identifiers
import SourceCore

extension ReuseCatalog {
  // MARK: - Releases

  /// What the releases of a course depend on; nil where that cannot be told.
  private func releaseKey(_ member: AcademyMember, _ store: any FactStore) -> FactKey? {
    guard let history = member.history, let head = member.head,
      let references = history.referenceDigest
    else { return nil }
    let metadata = member.course.metadata
    return FactKey("releases", build: store.build) { writer in
      writer.integer(limit)
      writer.id(head)
      writer.data(references)
      writer.text(member.repositoryFolder.string)
      writer.optional(metadata.id?.value) { $0.text($1) }
      writer.text(metadata.releases.rawValue)
      writer.optional(metadata.version?.value) { $0.text($1.description) }
    }
  }

  /// Reads what is remembered of all courses' releases, in one step.
  func recallReleases() -> [Int: (key: FactKey, facts: [UInt8]?)] {
    guard let store else { return [:] }
    var wanted: [(index: Int, key: FactKey)] = []
    for (index, member) in members.enumerated() {
      if let key = releaseKey(member, store) { wanted.append((index, key)) }
    }
    var recalled: [Int: (key: FactKey, facts: [UInt8]?)] = [:]
    for (wanted, facts) in zip(wanted, store.values(for: wanted.map(\.key))) {
      recalled[wanted.index] = (wanted.key, facts)
    }
    return recalled
  }

  /// The releases of a course as bytes, without reading them where they are remembered; nil where
  /// they may change by themselves.
  private func releaseFacts(of index: Int) -> [UInt8]? {
    recalled[index]?.facts ?? releases(of: index).facts()
  }

  // MARK: - Courses

  /// A digest of a course's own files as they are now; nil where one cannot be read.
  private func stateDigest(of index: Int) -> [UInt8]? {
    let member = members[index]
    let course = member.course
    guard course.failures.isEmpty else { return nil }
    var writer = FactWriter()
    writer.text(course.folder.string)
    writer.text(course.layout.rawValue)
    writer.text(course.content.string)
    for entry in course.entries {
      writer.text(entry.path.string)
      writer.text(entry.kind.rawValue)
      var blob = entry.blob
      if blob == nil {
        let whole = TreeEntry(
          path: course.folder.appending(entry.path), kind: entry.kind, blob: nil)
        guard entry.isFile, let bytes = try? member.view.read(whole, limit: limit) else {
          return nil
        }
        blob = ObjectID(blobOf: bytes)
      }
      guard let blob else { return nil }
      writer.id(blob)
    }
    return SHA256.hash(writer.bytes)
  }

  /// A digest of all that a check may ask of a course that it knows by an id.
  func digest(of id: String) -> [UInt8]? {
    if let known = courseDigests[id] { return known }
    let digest = makeDigest(of: id)
    courseDigests[id] = .some(digest)
    return digest
  }

  private func makeDigest(of id: String) -> [UInt8]? {
    var writer = FactWriter()
    guard let index = byID[id]?.first else { return [] }
    guard let state = stateDigest(of: index), let releases = releaseFacts(of: index) else {
      return nil
    }
    let member = members[index]
    writer.data(state)
    writer.data(releases)
    writer.text(member.label)
    writer.text(member.repositoryFolder.string)
    writer.flag(index < ownCount)
    writer.list(twins(of: id)) { $0.text($1) }
    return SHA256.hash(writer.bytes)
  }

  // MARK: - Checks

  /// What the findings in a course depend on, apart from what only a look at its origins tells; nil
  /// where nothing may be remembered of it.
  func checkKey(
    of index: Int, _ store: any FactStore, describe: (inout FactWriter) -> Void
  ) -> FactKey? {
    guard let id = members[index].id, byID[id]?.first == index, let own = digest(of: id) else {
      return nil
    }
    var origins: [[UInt8]] = []
    let reuses = members[index].course.metadata.reuses
    for reuse in reuses {
      guard let digest = digest(of: reuse.course), !digest.isEmpty else { return nil }
      origins.append(digest)
    }
    let network = NetworkInquiry(catalog: self, index: index)
    let (cycles, courseCycle) = network.circles()
    return FactKey("reuse check", build: store.build) { writer in
      describe(&writer)
      writer.text(id)
      writer.data(own)
      writer.list(origins) { $0.data($1) }
      writer.list(cycles) { writer, cycle in
        writer.text(cycle.pair.own)
        writer.list(cycle.path) { $0.text($1) }
      }
      writer.optional(courseCycle) { writer, path in writer.list(path) { $0.text($1) } }
      for reuse in reuses {
        for pair in reuse.lessons {
          writer.list(takers(of: reuse.course, pair.upstream)) { writer, taker in
            writer.flag(taker.member == index)
            writer.text(self.members[taker.member].course.name)
            writer.text(taker.version.description)
          }
        }
      }
    }
  }

  /// Whether all that a check has looked at is as it was.
  func holds(_ courses: [(id: String, digest: [UInt8])], _ objects: [CheckTrace.Object]) -> Bool {
    for course in courses where digest(of: course.id) != course.digest { return false }
    for object in objects {
      guard let index = byID[object.course]?.first, let history = members[index].history,
        history.has(object.id)
      else { return false }
    }
    return true
  }
}
