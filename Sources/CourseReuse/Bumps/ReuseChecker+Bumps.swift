import CourseModel
import Framework
import Identifiers
import SourceCore
import StructuredData

extension ReuseChecker {
  /// What changed in one of the members since a release, by the table of what a version promises.
  public func changes(
    of index: Int, since release: Release, limits: TimeLimits = TimeLimits()
  ) throws(ReadFailure) -> [CourseChange] {
    try changes(of: index, from: release, to: nil, limits: limits)
  }

  /// What changed in one of the members from a release to another one, or to what it is now.
  public func changes(
    of index: Int, from old: Release, to new: Release?, limits: TimeLimits = TimeLimits()
  ) throws(ReadFailure) -> [CourseChange] {
    let before = try CourseShape(catalog.snapshot(old, of: index), framework: framework)
    let snapshot: CourseSnapshot
    if let new {
      snapshot = try catalog.snapshot(new, of: index)
    } else {
      snapshot = catalog.present(index)
    }
    let after = try CourseShape(snapshot, framework: framework)
    return CourseComparison(before, after, limits: limits).changes()
  }

  /// Compares one of the members with a release, the newest below its own version where none is
  /// given, and judges its version.
  public func check(
    release index: Int, against base: Release? = nil, limits: TimeLimits = TimeLimits()
  ) throws(ReadFailure) -> ReleaseCheck {
    let course = catalog.members[index].course
    let declared = course.metadata.version?.value
    let base = base ?? previous(declared, catalog.released(index))
    let changes: [CourseChange]
    if let base {
      let found = try self.changes(of: index, since: base, limits: limits)
      changes = found.isEmpty ? try other(index, base) : found
    } else {
      changes = []
    }
    return ReleaseCheck(
      course: course.name, base: base, declared: declared, changes: changes,
      isCalendar: course.manifest?["versioning"]?.stringValue == "calver")
  }

  /// The highest release that is not above a version; a pre-release only where there is no other.
  private func previous(_ version: SemVer?, _ set: ReleaseSet) -> Release? {
    guard let version else { return set.newest }
    let below = set.releases.filter { $0.version.precedence(to: version.core) <= 0 }
    return below.last { !$0.version.isPrerelease } ?? below.last
  }

  /// What no row of the table names: other files, and the manifest apart from its version.
  private func other(_ index: Int, _ base: Release) throws(ReadFailure) -> [CourseChange] {
    let before = try catalog.snapshot(base, of: index)
    let after = catalog.present(index)
    var paths: [String] = []
    let old = Dictionary(before.course.entries.map { ($0.path, $0) }) { first, _ in first }
    let new = Dictionary(after.course.entries.map { ($0.path, $0) }) { first, _ in first }
    for path in Set(old.keys).union(new.keys).sorted() {
      if let a = old[path], let b = new[path] {
        if a.kind == b.kind, a.blob == b.blob, a.blob != nil { continue }
        guard a.isFile, b.isFile else {
          if a.kind != b.kind { paths.append(path.string) }
          continue
        }
        if path == after.course.manifest?.path {
          if try Self.withoutVersion(before) == Self.withoutVersion(after) { continue }
        } else if try before.blob(of: path) == after.blob(of: path) {
          continue
        }
      }
      // The changelog tells of the release itself.
      if path.name == "CHANGELOG.md" { continue }
      paths.append(path.string)
    }
    guard !paths.isEmpty else { return [] }
    return [
      CourseChange(
        .other, .patch,
        "\(paths.count == 1 ? "the file" : "files") \(WordList.joined(paths)) changed")
    ]
  }

  /// The manifest's bytes with nothing in the place of the version.
  private static func withoutVersion(_ snapshot: CourseSnapshot) throws(ReadFailure) -> [UInt8] {
    guard let manifest = snapshot.course.manifest else { return [] }
    var bytes = manifest.text.bytes
    if let range = manifest["version"]?.range { bytes.removeSubrange(range.indices) }
    return bytes
  }
}
