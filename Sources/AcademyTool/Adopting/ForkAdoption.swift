import CourseModel
import CourseReuse
import Framework
import SourceCore

/// Adopts a fork: its manifest, what it reuses, and the lock, as one plan.
struct ForkAdoption {
  /// What is to be written and said.
  struct Plan {
    /// The manifest's bytes.
    let manifest: [UInt8]
    /// The files to write, with paths below the tree's root.
    let files: [(path: RepoPath, bytes: [UInt8])]
    /// What became of the lessons, for the terminal.
    let table: String
    /// Sentences for the author.
    let remarks: [String]
    /// Why there can be no lock.
    let refused: [Diagnostic]
  }

  let target: AdoptionTarget
  let upstream: UpstreamCourse
  let adopter: CourseAdopter

  private let limit = PipelineFile.defaultLessonLimit

  /// Works everything out; nothing is written.
  func plan() throws -> Plan {
    let loaded = LoadedCourse(tree: target.tree, course: target.course)
    var (manifest, remarks, id) = try identity()
    let report = try ToolFailure.telling {
      try checker(loaded.member).fork(0, ofSource: 0)
    }
    manifest = try ToolFailure.telling {
      try report.declaring(in: manifest, url: upstream.url)
    }
    let path = target.course.folder.appending("course.yml")
    var files: [(path: RepoPath, bytes: [UInt8])] = []
    if target.course.manifest?.text.bytes != manifest { files.append((path, manifest)) }
    var refused: [Diagnostic] = []
    if let member = PlannedCourse.member(loaded, with: files, limit: limit) {
      switch checker(member).lock(0, only: upstream.id) {
      case .write(let path, let bytes): files.append((path, bytes))
      case .refused(let diagnostics): refused = diagnostics.filter { $0.severity == .error }
      case .notNeeded, .unchanged, .remove: break
      }
    }
    if report.rows.contains(where: { $0.kind == .reused(.adapted) }) {
      remarks.append(
        "Say under `changes` in course.yml what was adapted; `academy reuse diff --own LESSON` lists "
          + "it.")
    }
    if report.rows.contains(where: { $0.kind == .reused(.translated) }) {
      remarks.append(
        "If the course as a whole is a translation, say `translation_of: \(upstream.id)` too.")
    }
    return Plan(
      manifest: manifest, files: files,
      table: ForkTable(report, of: id, from: upstream.id).text, remarks: remarks, refused: refused)
  }

  /// A checker that has the fork, its upstream, and the courses beside either.
  private func checker(_ member: AcademyMember) -> ReuseChecker {
    let beside = [target.tree, upstream.loaded.tree].flatMap { tree in
      tree.courses(focus: .root, limit: limit)
    }.filter { loaded in
      !(loaded.tree.root == target.tree.root && loaded.course.folder == target.course.folder)
        && !(loaded.tree.root == upstream.loaded.tree.root
          && loaded.course.folder == upstream.loaded.course.folder)
    }
    return ReuseChecker(
      framework: .builtin, members: [member],
      sources: [upstream.loaded.member] + beside.map(\.member), limit: limit)
  }

  /// The manifest without what is reused: a new one, or the one that the fork has kept, renamed where
  /// it still is the other course's.
  private func identity() throws -> (manifest: [UInt8], remarks: [String], id: String) {
    guard let kept = target.course.manifest else {
      let adoption = adopter.adoption()
      return (Array(adoption.manifest.utf8), adoption.remarks, adopter.proposedID)
    }
    let present = target.course.metadata.id?.value
    if let present, present != upstream.id, adopter.id == nil {
      return (kept.text.bytes, [], present)
    }
    let id = adopter.proposedID
    guard id != upstream.id else {
      throw ToolFailure(
        "`\(id)` is the id of the course that this one was forked from",
        help: "give the fork an id of its own with --id")
    }
    guard
      let renamed = KeptManifest.renamed(kept, id: id, version: CourseAdopter.version)
    else {
      throw ToolFailure(
        "\(kept.path) has no `id` and `version` to replace",
        help: "write both, and run the command again")
    }
    let old = present.map { "`\($0)`, the id of the other course" } ?? "what it was"
    return (
      renamed,
      [
        "course.yml has the id `\(id)` now instead of \(old), and the version \(CourseAdopter.version)."
      ],
      id
    )
  }
}
