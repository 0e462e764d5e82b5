import CourseModel
import Identifiers
import SourceCore

extension ReuseUpdater {
  /// The ids of the reused lessons, that `name` means: an id here, or `course#lesson` with the ids of
  /// either side; all of them where nothing is named.
  public func lessons(named name: String?) -> [String] {
    let parts = name?.split(separator: "#", maxSplits: 1).map { String($0) }
    return lessons.filter { lesson in
      guard let parts else { return true }
      if parts.count == 1 { return lesson.pair.own == parts[0] }
      return lesson.declaration.course == parts[0] && lesson.pair.upstream == parts[1]
        || catalog.members[index].id == parts[0] && lesson.pair.own == parts[1]
    }.map(\.pair.own)
  }

  private func lesson(_ own: String) throws(ReuseFailure) -> (ReusedLesson, LockFile.Entry) {
    guard let lesson = lessons.first(where: { $0.pair.own == own }) else {
      throw ReuseFailure("`\(own)` is no reused lesson of \(facts.course.name)")
    }
    guard let entry = lesson.outcome.entry else {
      throw ReuseFailure(
        "lesson `\(own)` of \(facts.course.name) is not locked", help: "run `academy reuse lock`")
    }
    return (lesson, entry)
  }

  /// What upstream has changed since the locked version, up to the newest allowed one or another.
  public func upstreamChanges(of own: String, to version: SemVer?) throws -> LessonChanges {
    let (lesson, entry) = try lesson(own)
    let found =
      if let version {
        try catalog.newest(lesson) { $0.version == version }
      } else {
        try catalog.newest(lesson) { lesson.range.contains($0.version) }
      }
    guard let target = found else {
      throw ReuseFailure(
        "\(entry.course) has no release\(version.map { " \($0)" } ?? "") with lesson "
          + "`\(entry.upstream)`")
    }
    guard let old = try original(lesson, entry) else { throw missing(entry) }
    let new = try target.snapshot.parse(target.page)
    return LessonChanges(
      course: entry.course, upstream: target.snapshot.id(of: target.page), own: own,
      ownCourse: facts.course.name, kind: lesson.declaration.kind, from: entry.version,
      to: target.release.version, sections: SectionComparison(from: old, to: new),
      assets: Self.assets(entry.assets, try target.snapshot.assetContents(of: target.page)))
  }

  /// What this office has changed in a copy.
  public func ownChanges(of own: String) throws -> LessonChanges {
    let (lesson, entry) = try lesson(own)
    guard let old = try original(lesson, entry) else { throw missing(entry) }
    guard let copy = lesson.outcome.own else {
      throw ReuseFailure("lesson `\(own)` cannot be read")
    }
    return LessonChanges(
      course: entry.course, upstream: entry.upstream, own: own, ownCourse: facts.course.name,
      kind: lesson.declaration.kind, from: entry.version, to: nil,
      sections: SectionComparison(from: old, to: copy), assets: [])
  }

  private func missing(_ entry: LockFile.Entry) -> ReuseFailure {
    ReuseFailure(
      "blob \(entry.lesson.blob.short), which the lock names for `\(entry.own)`, is not at hand",
      help: "fetch the repository of \(entry.course) in full (`git fetch --unshallow --tags`)")
  }

  private static func assets(
    _ old: [LockFile.Content], _ new: [LockFile.Content]
  ) -> [LessonChanges.Asset] {
    var assets: [LessonChanges.Asset] = []
    for file in new {
      let before = old.first { $0.path == file.path }
      if before == nil { assets.append(.init(path: file.path, change: .added)) }
      if let before, before.blob != file.blob {
        assets.append(.init(path: file.path, change: .changed))
      }
    }
    for file in old where !new.contains(where: { $0.path == file.path }) {
      assets.append(.init(path: file.path, change: .removed))
    }
    return assets.sorted { $0.path < $1.path }
  }

  // MARK: - Translations

  /// The lock with the marks of a translation moved on to the locked source.
  ///
  /// Paragraphs that were edited since need no word; for the others `unchanged` says on purpose that
  /// their text holds.
  public func mark(_ own: String, unchanged: Bool) throws -> LockOutcome {
    let (lesson, entry) = try lesson(own)
    guard lesson.declaration.kind == .translated, let marks = entry.translation,
      let translation = lesson.outcome.translation
    else {
      throw ReuseFailure("lesson `\(own)` is no translation that can be followed to its release")
    }
    if !unchanged, !translation.stale.isEmpty || !translation.unread.isEmpty {
      let count = translation.stale.count
      throw ReuseFailure(
        "\(count) paragraph\(count == 1 ? "" : "s") of lesson `\(own)` changed upstream and not here",
        help: "`academy reuse check` shows them; if their text may stay, say so with --unchanged")
    }
    var moved = entry
    moved.translation = .init(blob: entry.lesson.blob)
    guard moved.translation != marks else { return .unchanged }
    let entries = facts.lock.file?.entries.map { $0 == entry ? moved : $0 } ?? []
    return .write(
      path: facts.course.folder.appending(facts.lock.path),
      bytes: LockWriter.bytes(of: LockFile(entries)))
  }
}
